"""Later mentions of people whom the report has introduced: their name alone, without a cue."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from pipeline.lexicon import Gazetteer, read_rows
from pipeline.mention import Label, Mention
from pipeline.tag.people.cues import KANJI, KATAKANA, Cues
from pipeline.tag.words import Words, reading

_SURE = 0.9
_FULL_AGAIN, _SURNAME_AGAIN, _LISTED = 0.95, 0.9, 0.9
_SPACE = re.compile(r"\s")
_JOINT = re.compile("[・＝=]")
_KANJI = re.compile(f"[{KANJI}]{{3,6}}")
_KANA = re.compile(f"[{KATAKANA}]+")
# A place that has the name of a person: 福島県, 上川管内.
_PLACE = re.compile("[県市区町村郡州島山川港駅湾道府都沖]|管内|地方|原発")


class KnownPeople:
    """Leaders who are named without a post: プーチン, トランプ."""

    def __init__(self, lexicon: Path) -> None:
        rows = read_rows(lexicon / "persons.csv", ["name", "country"])
        self._names = Gazetteer((row["name"], row) for row in rows)

    def find(self, words: Words) -> Iterator[Mention]:
        """Where they stand, whole."""
        for entry in self._names.longest(words.text):
            if _bounded(words, entry.start, entry.end):
                yield Mention(entry.start, entry.end, Label.PERSON, "", "lexicon", _LISTED)


def again(words: Words, introduced: Iterable[Mention], cues: Cues) -> Iterator[Mention]:
    """Every other occurrence of the names of `introduced`, full or the surname alone."""
    introduced = list(introduced)
    there = {at for mention in introduced for at in range(mention.start, mention.end)}
    full, short = _names(words, introduced)
    if full:
        pattern = "|".join(_spaced(name) for name in sorted(full, key=len, reverse=True))
        for match in re.finditer(pattern, words.text):
            if match.start() not in there and _bounded(words, *match.span()):
                yield _mention(*match.span(), _FULL_AGAIN)
    for start, end in _beginnings(words, full, cues):
        if start not in there:
            yield _mention(start, end, _SURNAME_AGAIN)
    for index, surface in enumerate(words.surfaces):
        start = words.starts[index]
        if surface in short and start not in there and _is_name(words, index, cues):
            yield _mention(start, words.ends[index], _SURNAME_AGAIN)


def _beginnings(words: Words, full: Iterable[str], cues: Cues) -> Iterator[tuple[int, int]]:
    """Surnames that Sudachi cuts in pieces, before a cue: 五百籏頭礼君 makes 五百籏頭|参考人."""
    halves = {name[:length] for name in full if _KANJI.fullmatch(name) for length in (2, 3, 4)}
    halves -= set(full)
    if not halves:
        return
    for match in re.finditer("|".join(sorted(halves, key=len, reverse=True)), words.text):
        index = words.starting_at.get(match.start())
        if index is None or reading(words.surfaces[index]).surname:
            continue
        cut = words.ends[index] < match.end() in words.ending_at
        if cut and cues.following(words.text, match.end()) is not None:
            yield match.span()


def _names(words: Words, introduced: Iterable[Mention]) -> tuple[set[str], set[str]]:
    """The full names, and the surnames, that were introduced for sure."""
    full: set[str] = set()
    short: set[str] = set()
    for mention in introduced:
        if mention.score < _SURE:
            continue
        name = _SPACE.sub("", words.text[mention.start : mention.end])
        if len(name) > 2:
            full.add(name)
        short.add(_surname(words, mention, name))
    return full, short - {""}


def _surname(words: Words, mention: Mention, name: str) -> str:
    """The surname of an introduced person; nothing where it cannot be told from the given name."""
    if _KANA.match(name):
        return _JOINT.split(name)[-1]
    surname, gap, _ = words.text[mention.start : mention.end].partition("　")
    if gap:
        return surname
    index = words.starting_at.get(mention.start)
    if index is not None and words.ends[index] <= mention.end:
        first = words.surfaces[index]
        halved = len(name) == 4 and len(first) == 2  # 江浪|武志
        return first if first == name or halved or reading(first).surname else ""
    return ""


def _spaced(name: str) -> str:
    return "[ 　]{0,4}".join(re.escape(char) for char in name) if len(name) < 8 else re.escape(name)


def _bounded(words: Words, start: int, end: int) -> bool:
    if _KANA.fullmatch(words.text[end - 1]):
        around = words.text[max(0, start - 1) : start] + words.text[end : end + 1]
        return not _KANA.search(around) and "・" not in around
    return start in words.starting_at and end in words.ending_at


def _is_name(words: Words, index: int, cues: Cues) -> bool:
    surface, tag = words.surfaces[index], words.tags[index]
    if _PLACE.match(words.text, words.ends[index]):
        return False
    if _KANA.fullmatch(surface):
        around = words.text[words.starts[index] - 1] + words.text[words.ends[index] :][:1]
        return "・" not in around and not reading(surface).common
    # 紙　智子君 makes 紙委員 a name.
    return tag.endswith("人名-姓") or cues.following(words.text, words.ends[index]) is not None


def _mention(start: int, end: int, score: float) -> Mention:
    return Mention(start, end, Label.PERSON, found_by="people", score=score)
