"""The date finder, as a callable and as a spaCy component."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.context import context
from pipeline.mention import Label, Mention, propose
from pipeline.paths import configs
from pipeline.report import Block, BlockKind
from pipeline.tag.dates.bare_years import in_cells
from pipeline.tag.dates.expression import Expression
from pipeline.tag.dates.lexicon import read_date_lexicon
from pipeline.tag.dates.listed_days import in_lists
from pipeline.tag.dates.reader import DateReader
from pipeline.tag.dates.resolve import resolve
from pipeline.tag.dates.timeline import Place, Timeline
from pipeline.tag.dates.years import YearReader
from pipeline.tag.folding import folded

_SURE, _LIKELY = 0.97, 0.85
_LEADS = re.compile(r"(?<!末)[、,にはかよまも(]|以降|頃|中|末")


class DateFinder:
    """Proposes every date of a Doc, with its EDTF value and what decided it.

    `2022年2月10日、…同月24日` → `2022-02-10` (text), `2022-02-24` (sentence).
    """

    def __init__(self, lexicon: Path) -> None:
        known = read_date_lexicon(lexicon)
        self._reader = DateReader(known)
        self._years = YearReader(known)

    def __call__(self, doc: Doc) -> Doc:
        """The same Doc, with the dates among its proposals."""
        propose(doc, self._find(doc))
        return doc

    def _find(self, doc: Doc) -> Iterator[Mention]:
        text = folded(doc.text)
        report = context(doc)
        dates = list(self._read(text, report.blocks))
        timeline = Timeline(report.date, report.covers)
        for told, place in dates:
            _resolve(told, place, timeline, text)
        timeline = Timeline(report.date, report.covers, to_come=timeline.told)
        for told, place in dates:
            value, basis = _resolve(told, place, timeline, text)
            score = _SURE if told.sure else _LIKELY
            yield Mention(told.start, told.end, Label.DATE, value, "dates", score, basis)

    def _read(self, text: str, blocks: list[Block]) -> Iterator[tuple[Expression, Place]]:
        sentence = 0
        listed = list(in_lists(text, self._years))
        for paragraph, block in enumerate(blocks):
            # What a heading tells, it tells those who stand under it.
            section = paragraph if block.kind is BlockKind.HEADING else block.section
            at = block.start
            for told in self._of_block(text, block, listed):
                sentence += text.count("。", at, told.start)
                at = told.start
                yield told, Place(at, sentence, paragraph, section)
            sentence += 1 + text.count("。", at, block.end)

    def _of_block(self, text: str, block: Block, listed: list[Expression]) -> list[Expression]:
        dates = list(self._reader.read(text, block.start, block.end))
        dates += [told for told in listed if block.start <= told.start < block.end]
        if block.kind is BlockKind.TABLE:
            dates += in_cells(text, block.start, block.end)
        return sorted(dates, key=lambda told: told.start)


def _resolve(told: Expression, place: Place, timeline: Timeline, text: str) -> tuple[str, str]:
    """Value and basis of a date; the timeline hears of it."""
    value, point, tells = resolve(told, timeline, place)
    if tells:
        leads = told.month is not None or bool(_LEADS.match(text, told.end))
        # What is planned for 1月 leaves the story in the year that it is told in.
        if told.to_come and told.year is None and point.year and timeline.document.year:
            leads = leads and point.year <= timeline.document.year
        timeline.tell(place, replace(point, leads=leads, explicit=told.year is not None))
    return value, point.basis


@Language.factory("hokoku_dates", default_config={"lexicon": ""})
def make_dates(nlp: Language, name: str, lexicon: str) -> DateFinder:
    """The date finder; `lexicon` is a folder of CSV files, by default hokoku's own."""
    return DateFinder(Path(lexicon) if lexicon else configs() / "lexicon")
