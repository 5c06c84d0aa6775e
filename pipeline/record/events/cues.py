"""The words that tell of a contact (訪問, 会談, 署名), and the compound that each one ends."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pipeline.lexicon import Entry, Gazetteer, Row, parts, read_rows
from pipeline.mention import Label
from pipeline.record.reading import Reading
from pipeline.record.tables import EventType

_COMPOUND = re.compile(r"[\u3400-\u9fff\uf900-\ufaff々〇ァ-ヶーA-Za-zＡ-Ｚ0-9０-９・･＋+／/-]")
_QUOTES = ("「", "『")
_CLOSING = {"」": "「", "』": "『", "）": "（", "”": "“"}
# By telephone or video: 電話会談, 外相テレビ会談; not フリーダムオンライン会合.
_DISTANT = re.compile(
    r"(?:電話|(?<![ァ-ヶー])(?:テレビ|オンライン|ビデオ|ウェブ|ＷＥＢ|WEB))(?:首脳|外相|外務大臣|大臣|閣僚)?\Z"
)
# By what means it was held: オンラインで会談した, 会談をテレビ会議形式で実施した.
_WIRE = r"(?:電話|オンライン|(?:テレビ|ビデオ|ウェブ|Ｗｅｂ|Web|WEB)会議?)(?:形式|方式|システム)?"
_BY_WIRE = re.compile(rf"{_WIRE}(?:で|により|にて|によって|を通じ)[^。、]{{0,12}}\Z")
_HELD_BY_WIRE = re.compile(rf"(?:[をがはも]、?|（){_WIRE}")
_ORDER = re.compile(r"第[\d０-９一二三四五六七八九十]+回")
# Longer words that begin with a cue: 会議室, 訪問先, 署名国.
_LONGER = re.compile(
    r"[室録場館体員団先客者国簿欄箱鑑機器費長所]|会(?!談|見)|[形方]式|式(?!典)|記者|関係者|事項|議題|運営"
)
# The abbreviation of a conference named before it: （COP29）.
_NUMBERED = re.compile(r"[A-Z]\d+")
_VERB = re.compile(r"[ぁ-ん]\Z")
_GLOSS = re.compile(r"[ 　]?[\dX]*[」』]?[）)]")
_NEXT = 5
_REACH = 60  # a compound is no longer
_NEED = 60  # what a cue needs stands so near before it


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue in the text: `[start, end)`; the compound that it ends begins at `left`.

    `weak` ones tell of a contact only together with a date or a verb of holding; a `verb` tells
    itself what was done: 交わし.
    """

    start: int
    end: int
    left: int
    type: EventType
    weak: bool = False

    verb: bool = False

    def compound(self, text: str) -> str:
        """`日・カザフスタン外相会談`."""
        return text[self.left : self.end]


class Cues:
    """Finds the cues of event_cues.csv."""

    def __init__(self, rows: list[Row]) -> None:
        self._surfaces = Gazetteer((row["cue"], row) for row in rows)

    def find(self, reading: Reading, start: int, end: int) -> Iterator[Cue]:
        """The cues in `[start, end)`, from left to right."""
        for entry in self._surfaces.longest(reading.text[start:end]):
            found = _cue(reading, entry, start)
            if found is not None:
                yield found


def _cue(reading: Reading, entry: Entry, floor: int) -> Cue | None:
    text, row = reading.text, entry.rows[0]
    start, end = floor + entry.start, floor + entry.end
    if row["type"] == EventType.CONFERENCE:
        numbered = _NUMBERED.match(text, end - 1)  # COP16
        end = numbered.end() if numbered else end
    if row["kind"] == "country":
        country = reading.starting.get(end)
        if country is None or country.label is not Label.COUNTRY:
            return None
        end = country.end
    if _inside_name(reading, start, end) or _LONGER.match(text, end) or _denied(text, start, row):
        return None
    quoted = text[start - 1 : start] in _QUOTES and text[end : end + 1] in _CLOSING
    left = compound_start(reading, start - 1 if quoted else start, floor)
    gloss = row["type"] == EventType.CONFERENCE and _GLOSS.match(text, end)
    if gloss and text.endswith(("（", "(", "（「", "(「"), 0, left):
        return None
    if not _supported(text, floor, start, end, row):
        return None
    kind, weak = EventType(row["type"]), row["kind"] == "weak"
    wired = kind is EventType.MEETING and (
        _BY_WIRE.search(text, max(floor, start - _NEED), start) or _HELD_BY_WIRE.match(text, end)
    )
    talks = kind in (EventType.MEETING, EventType.CONFERENCE)
    if wired or (talks and _DISTANT.search(text, left, start)):
        kind, weak = EventType.CALL, False
    weak = weak and not _ORDER.search(text, left, end)
    return Cue(start, end, left, kind, weak, _VERB.search(text, start, end) is not None)


def _denied(text: str, start: int, row: Row) -> bool:
    """Whether the words before are those of an example of what the cue is not: 記者[会見]."""
    before = (example.split("[")[0] for example in parts(row["not"]))
    return any(words and text.endswith(words, 0, start) for words in before)


def _supported(text: str, floor: int, start: int, end: int, row: Row) -> bool:
    """Whether one of the words that the cue needs stands by it: 書簡…を交換, 交わした覚書."""
    needs = parts(row["needs"])
    near = text[max(floor, start - _NEED) : start] + text[end : end + _NEXT]
    return not needs or any(need in near for need in needs)


def _inside_name(reading: Reading, start: int, end: int) -> bool:
    """Whether the cue stands inside a mention: 国連総会 and グローバル・フォーラム do not tell."""
    index = reading.sentence_at(start)
    sentence_start = reading.sentences[index][0] if reading.sentences else 0
    return any(
        m.start <= start and end <= m.end and m.label is not Label.COUNTRY
        for m in reading.within(sentence_start, end)
    )


def compound_start(reading: Reading, at: int, floor: int) -> int:
    """Where the compound begins that reaches up to `at`.

    The 日 of `10月、日・カザフスタン外相会談` for its 会談; quotes and names belong to it.
    """
    text, start = reading.text, at
    floor = max(floor, at - _REACH)
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
        elif mention is None and _COMPOUND.match(character):
            start -= 1
        else:
            break
    return start


@cache
def load_cues(lexicon: Path) -> Cues:
    """Read event_cues.csv. Raises LexiconError."""
    columns = ["cue", "type", "kind", "needs", "example", "not"]
    return Cues(read_rows(lexicon / "event_cues.csv", columns))
