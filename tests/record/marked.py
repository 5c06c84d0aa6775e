"""Tagged Docs out of text with its mentions marked, so that records are tested without a tagger.

`[吉川ゆうみ|P]政務官が[カザフスタン|KAZ]を訪問した。` P is a PERSON, three or four capitals are a
COUNTRY, `O` an ORG (`O JPN` with its country), anything else is the value of a DATE.
"""

import re
from collections.abc import Iterable

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.mention import Label, Mention, set_mentions
from pipeline.paths import configs
from pipeline.record import Rows, rows
from pipeline.record.tables import OF_A_REPORT, dicts
from pipeline.report import BlockKind, Report
from pipeline.segment import Segmenter
from pipeline.settings import load_settings
from tests.reports import report_of

LEXICON = configs() / "lexicon"
_MARK = re.compile(r"\[([^|\]]+)\|([^\]]+)\]")

Given = str | tuple[BlockKind, str]


def tagged(ginza: Language, blocks: Iterable[Given]) -> tuple[Report, Doc]:
    """The report and its tagged Doc; each block is marked text, with its kind if no paragraph."""
    kinds = [(BlockKind.PARAGRAPH, b) if isinstance(b, str) else b for b in blocks]
    report = report_of([(kind, _MARK.sub(r"\1", text)) for kind, text in kinds])
    found = [
        mention
        for (_, text), block in zip(kinds, report.blocks, strict=True)
        for mention in _mentions(text, block.start)
    ]
    _, doc = next(iter(Segmenter(load_settings().segment, ginza).segment([report])))
    set_mentions(doc, found)
    return report, doc


def recorded(ginza: Language, blocks: Iterable[Given]) -> Rows:
    """All rows of the marked text."""
    report, doc = tagged(ginza, blocks)
    return rows(report, doc, LEXICON)


def table(made: Rows, name: str) -> list[dict[str, str]]:
    """The rows of one table as dicts of strings."""
    spec = next(t for t in OF_A_REPORT if t.name == name)
    return [
        {k: "" if v is None else str(v) for k, v in row.items()} for row in dicts(spec, made[name])
    ]


def events(ginza: Language, blocks: Iterable[Given]) -> list[str]:
    """The events of the marked text, each as type|date|people|countries."""
    return [
        f"{e['type']}|{e['date']}|{e['people']}|{e['countries']}"
        for e in table(recorded(ginza, blocks), "events")
    ]


def _mentions(marked: str, at: int) -> Iterable[Mention]:
    removed = 0
    for match in _MARK.finditer(marked):
        surface, mark = match.groups()
        start = at + match.start() - removed
        removed += len(match.group()) - len(surface)
        label, value = _meaning(mark)
        yield Mention(start, start + len(surface), label, value, "test")


def _meaning(mark: str) -> tuple[Label, str]:
    if mark == "P":
        return Label.PERSON, ""
    if mark.split(maxsplit=1)[0] == "O":
        return Label.ORG, mark[2:]
    if re.fullmatch("[A-Z]{3,4}", mark):
        return Label.COUNTRY, mark
    return Label.DATE, mark
