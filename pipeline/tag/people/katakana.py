"""Names in katakana, of one word or several: バイデン, ジョー・バイデン, J・F・ケネディ."""

import re
from collections.abc import Iterable, Iterator

from pipeline.tag.people.cues import KANJI, KATAKANA, Cues
from pipeline.tag.people.shapes import Candidate, Shape
from pipeline.tag.words import Words, reading

_NAME = re.compile(
    rf"(?:[A-ZＡ-Ｚ][.．]?[・ ])*[{KATAKANA}]+"
    rf"(?:[・＝=‐-](?:[A-ZＡ-Ｚ][.．]?・)*[{KATAKANA}]+)*(?:[0-9０-９一二三四五六七八九十]+世)?"
)
_STARTS_IN_KATAKANA = re.compile(f"[{KATAKANA}]{{2}}")
_LONGEST_COUNTRY, _LONGEST_POST = 16, 12
_KANJI = re.compile(f"[{KANJI}]")
_GOVERNOR = re.compile("州(?:副?知事|首相|務長官)")
_JOINT = re.compile("[・＝=‐-]")


class Katakana:
    """Finds what can be a name in katakana; `countries` are no part of one."""

    def __init__(self, countries: Iterable[str]) -> None:
        katakana_first = [name for name in countries if _STARTS_IN_KATAKANA.match(name)]
        longest_first = "|".join(sorted(katakana_first, key=len, reverse=True))
        self._country = re.compile(
            rf"・(?:{longest_first})|(?=[{KATAKANA}]{{3}})(?:{longest_first})"
        )

    def find(self, words: Words, cues: Cues) -> Iterator[Candidate]:
        """Every candidate of the Doc."""
        for match in _NAME.finditer(words.text):
            start = _after_countries(words, match.start(), match.end())
            end = self._before_country(words, start, match.end())
            end = _before_office(words, start, end, cues)
            shape = _shape(words, start, end) if end - start > 1 else None
            shape = shape or _unplaced(words, start, end, cues)
            if shape:
                unsure = shape is Shape.UNSURE_KANA
                name = words.text[start:end]
                known = reading(name).person if unsure else _is_known(words, start, end)
                yield Candidate(start, end, shape, known)

    def _before_country(self, words: Words, start: int, end: int) -> int:
        """Leave out a country at the end: マルコス|・フィリピン|共和国大統領."""
        if reading(words.text[start:end]).known:
            return end
        for match in self._country.finditer(words.text, start + 2, end + _LONGEST_COUNTRY):
            if match.start() < end <= match.end():
                return match.start()
        return _before_region(words, start, end)


def _before_region(words: Words, start: int, end: int) -> int:
    """Leave out a region with which an organisation begins: アブルゲイト|・アラブ|連盟."""
    dot = words.text.rfind("・", start, end)
    index = words.starting_at.get(dot + 1)
    if dot < 0 or index is None or "地名" not in words.tags[index] or words.ends[index] != end:
        return end
    return dot if _KANJI.match(words.text, end) else end


def _before_office(words: Words, start: int, end: int, cues: Cues) -> int:
    """Leave out a post's own katakana: サダ|・エネルギー・工業大臣, シャプタ|エネルギー大臣."""
    glued = cues.minister_word.search(words.text, start + 2, end + _LONGEST_POST)
    if glued and glued.end() == end and words.text[glued.start() - 1] != "・":
        common = any(reading(words.text[start:at]).common for at in (glued.start(), end))
        return end if common else glued.start()
    dot = words.text.rfind("・", start, end)
    last = words.text[dot + 1 : end]
    if dot < 0 or last not in cues.in_offices or reading(last).person:
        return end  # メアリー・サイモン|・カナダ総督, though a body is named after a サイモン
    rest = words.text[end : end + 1]
    is_office = rest == "・" or cues.is_of_ministry(words.text, end)
    return dot if is_office and "人名" in words.tags[words.starting_at.get(start, 0)] else end


def _unplaced(words: Words, start: int, end: int, cues: Cues) -> Shape | None:
    """A proper noun of which the dictionary says no more, before a statesman's post: アバシ首相."""
    index = words.starting_at.get(start)
    if index is None or words.ends[index] != end or words.text[start:end] in cues.in_offices:
        return None
    unplaced = words.tags[index].endswith("固有名詞-一般")
    return Shape.KANA if unplaced and cues.is_statesman(words.text, end) else None


def _after_countries(words: Words, start: int, end: int) -> int:
    """Leave out countries at the front: ロシア|・プーチン大統領."""
    while True:
        index = words.starting_at.get(start)
        if index is None or "地名-国" not in words.tags[index] or words.ends[index] >= end:
            return start
        start = words.ends[index]
        if _JOINT.match(words.text, start):
            start += 1


def _shape(words: Words, start: int, end: int) -> Shape | None:
    whole = words.text[start:end]
    index = words.starting_at.get(start)
    one_word = index is not None and words.ends[index] == end
    pieces = [piece for piece in _JOINT.split(whole) if piece]
    if len(pieces) == 1:
        return (
            _single(whole, words.tags[index])
            if one_word and index is not None
            else (_shape_of_parts(words, start, end))
        )
    if one_word and index is not None and "固有名詞" in words.tags[index]:
        return Shape.KANA_FULL if "人名" in words.tags[index] else None
    if reading(whole).place:
        return None
    if (
        len(pieces[0]) > 2
        and _is_person(words, start, pieces[0])
        and _GOVERNOR.match(words.text, end)
    ):
        return (
            Shape.FULL
        )  # ケイト・ブラウン|州知事, not マト・グロッソ|州知事: no KANA_FULL goes there
    last_common = reading(pieces[-1]).common and not _is_person(words, start, pieces[-1])
    if not last_common and any(_is_person(words, start, piece) for piece in pieces):
        return Shape.KANA_FULL  # ファニー・ニナ, グエン・スアン・クオン
    common = [_is_common(words, start, piece) for piece in pieces]
    return Shape.UNSURE_KANA if common[-1] or 2 * sum(common) >= len(pieces) else Shape.KANA_FULL


def _is_person(words: Words, start: int, piece: str) -> bool:
    index = words.starting_at.get(words.text.index(piece, start))
    return index is not None and "人名" in words.tags[index]


def _is_common(words: Words, start: int, piece: str) -> bool:
    """Whether the piece is no name by itself: グローバル; particles such as レ do not count."""
    told = reading(piece)
    if len(piece) == 1 or not told.known or told.person:
        return False
    index = words.starting_at.get(words.text.index(piece, start))
    return index is None or "人名" not in words.tags[index]


def _single(surface: str, tag: str) -> Shape | None:
    told = reading(surface)
    if "人名" in tag or not told.known:
        return Shape.KANA
    if "固有名詞" in tag:
        return Shape.UNSURE_KANA if told.person and "地名-国" not in tag else None
    if told.person and not told.common:
        return Shape.KANA
    return Shape.UNSURE_KANA if told.person or not told.place else None


def _shape_of_parts(words: Words, start: int, end: int) -> Shape | None:
    """A run of katakana that Sudachi cut in pieces: サイバー|セキュリティ, ムフ|リッディン."""
    index = words.starting_at.get(start)
    if index is None:
        return None
    while index < len(words) and words.starts[index] < end:
        if "地名" in words.tags[index]:
            return None
        if "人名" in words.tags[index] or not reading(words.surfaces[index]).known:
            return Shape.KANA
        index += 1
    return Shape.UNSURE_KANA


def _is_known(words: Words, start: int, end: int) -> bool:
    """Whether the dictionary has a piece of it as a person's name: not エンティティ・リスト."""
    index = words.starting_at.get(start)
    if "・" in words.text[start:end] and _is_common(
        words, start, words.text[start:end].partition("・")[0]
    ):
        return False
    while index is not None and index < len(words) and words.starts[index] < end:
        if "人名" in words.tags[index]:
            return True
        index += 1
    return False
