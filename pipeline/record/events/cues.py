"""The words that tell of a contact (訪問, 会談, 署名), and the compound that each one ends."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pipeline.lexicon import Gazetteer, parts, read_rows
from pipeline.mention import Label
from pipeline.record.reading import Reading
from pipeline.record.tables import EventType

_COMPOUND = re.compile(r"[\u3400-\u9fff\uf900-\ufaff々〇ァ-ヶーA-Za-zＡ-Ｚ0-9０-９・･＋+／/-]")
_CLOSING = {"」": "「", "』": "『", "）": "（", "”": "“"}
_DISTANT = re.compile(r"電話|テレビ|オンライン|ビデオ|ウェブ|ＷＥＢ|WEB")
_ORDER = re.compile(r"第\d+回")
_LONGEST_COMPOUND = 60


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue in the text: `[start, end)`; the compound that it ends begins at `left`.

    `weak` ones tell of a contact only together with a date or a verb of holding.
    """

    start: int
    end: int
    left: int
    type: EventType
    weak: bool = False
    ceremony: bool = False

    def compound(self, text: str) -> str:
        """`日・カザフスタン外相会談`."""
        return text[self.left : self.end]


class Cues:
    """Finds the cues of event_cues.csv."""

    def __init__(self, rows: list[dict[str, str]]) -> None:
        self._surfaces = Gazetteer((row["cue"], row) for row in rows)

    def find(self, reading: Reading, start: int, end: int) -> Iterator[Cue]:
        """The cues in `[start, end)`, from left to right."""
        text = reading.text
        for entry in self._surfaces.longest(text[start:end]):
            row = entry.rows[0]
            at, after = start + entry.start, start + entry.end
            if _inside_name(reading, at, after) or _goes_on(reading, after, row):
                continue
            left = compound_start(reading, at, start)
            kind = EventType(row["type"])
            if kind in (EventType.MEETING, EventType.CONFERENCE) and _DISTANT.search(
                text, left, after
            ):
                kind = EventType.CALL
            weak = row["kind"] == "weak" and not _ORDER.search(text, left, after)
            yield Cue(at, after, left, kind, weak, row["kind"] == "ceremony")


def _goes_on(reading: Reading, end: int, row: dict[str, str]) -> bool:
    """Whether the cue is part of a longer word (会議室, 訪問先), or 訪 without a country."""
    text = reading.text
    if row["kind"] == "country":
        mention = reading.starting.get(end)
        return mention is None or mention.label is not Label.COUNTRY
    before_not = [n.split("[")[0] for n in parts(row["not"]) if "[" in n]
    start = end - len(row["cue"])
    if any(n and text.endswith(n, 0, start) for n in before_not):
        return True
    return bool(_LONGER.match(text, end))


_LONGER = re.compile(
    r"[室録場館体員団先客者国式簿欄箱鑑機器費]|後(?!に|の|、)|記者|関係者|事項|議題|運営"
)


def _inside_name(reading: Reading, start: int, end: int) -> bool:
    """Whether the cue stands inside a mention: グローバル・フォーラム, 国連総会 do not tell."""
    index = reading.sentence_at(start)
    sentence_start = reading.sentences[index][0] if reading.sentences else 0
    return any(m.start <= start and end <= m.end for m in reading.within(sentence_start, end))


def compound_start(reading: Reading, at: int, floor: int) -> int:
    """Where the compound begins that reaches up to `at`.

    The 日 of `10月、日・カザフスタン外相会談` for its 会談; quotes and names belong to it.
    """
    text, start = reading.text, at
    floor = max(floor, at - _LONGEST_COMPOUND)
    while start > floor:
        mention = reading.ending.get(start)
        character = text[start - 1]
        if mention is not None and mention.start >= floor and mention.label is not Label.DATE:
            start = mention.start
        elif character in _CLOSING:
            opening = text.rfind(_CLOSING[character], floor, start)
            if opening < 0:
                break
            start = opening
        elif _COMPOUND.match(character):
            start -= 1
        else:
            break
    return start


@cache
def load_cues(lexicon: Path) -> Cues:
    """Read event_cues.csv. Raises LexiconError."""
    return Cues(read_rows(lexicon / "event_cues.csv", ["cue", "type", "kind", "example", "not"]))
