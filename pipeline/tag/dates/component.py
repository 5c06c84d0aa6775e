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
from pipeline.tag.dates.expression import Expression
from pipeline.tag.dates.lexicon import read_date_lexicon
from pipeline.tag.dates.reader import DateReader
from pipeline.tag.dates.resolve import resolve
from pipeline.tag.dates.timeline import Place, Timeline
from pipeline.tag.folding import folded

_SURE, _LIKELY = 0.97, 0.85
_LEADS = re.compile(r"[、,にはかよまも(]|以降|頃|中|末")


class DateFinder:
    """Proposes every date of a Doc, with its EDTF value and what decided it.

    `2022年2月10日、…同月24日` → `2022-02-10` (text), `2022-02-24` (sentence).
    """

    def __init__(self, lexicon: Path) -> None:
        self._reader = DateReader(read_date_lexicon(lexicon))

    def __call__(self, doc: Doc) -> Doc:
        """The same Doc, with the dates among its proposals."""
        propose(doc, self._find(doc))
        return doc

    def _find(self, doc: Doc) -> Iterator[Mention]:
        text = folded(doc.text)
        report = context(doc)
        timeline = Timeline(report.date, report.covers)
        sentence = 0
        for paragraph, block in enumerate(report.blocks):
            at = block.start
            for told in self._reader.read(text, block.start, block.end):
                sentence += text.count("。", at, told.start)
                at = told.start
                place = Place(at, sentence, paragraph, block.section)
                value, point, tells = resolve(told, timeline, place)
                if tells:
                    leads = told.month is not None or bool(_LEADS.match(text, told.end))
                    timeline.tell(place, replace(point, leads=leads))
                yield _mention(told, value, point.basis)
            sentence += 1 + text.count("。", at, block.end)


def _mention(told: Expression, value: str, basis: str) -> Mention:
    score = _SURE if told.sure else _LIKELY
    return Mention(told.start, told.end, Label.DATE, value, "dates", score, basis)


@Language.factory("hokoku_dates", default_config={"lexicon": ""})
def make_dates(nlp: Language, name: str, lexicon: str) -> DateFinder:
    """The date finder; `lexicon` is a folder of CSV files, by default hokoku's own."""
    return DateFinder(Path(lexicon) if lexicon else configs() / "lexicon")
