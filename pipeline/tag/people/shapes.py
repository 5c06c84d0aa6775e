"""Stretches of text that have the shape of a name; whether they are one, their cues decide."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from pipeline.tag.people.cues import KANJI, KATAKANA
from pipeline.tag.words import Words, reading


class Shape(Enum):
    """What a name is made of."""

    FULL = "full"  # 林 芳正, 習近平
    SURNAME = "surname"  # 林
    KANA_FULL = "kana-full"  # ジョー・バイデン
    KANA = "kana"  # バイデン
    DOUBTFUL = "doubtful"  # デジタル, フォン: a common word that can be a name


@dataclass(frozen=True, slots=True)
class Candidate:
    """`[start, end)` may be a name; `known`: the dictionary has it as one."""

    start: int
    end: int
    shape: Shape
    known: bool = True


_KANA_NAME = re.compile(
    rf"(?:[A-ZＡ-Ｚ][.．]?[・ ])*[{KATAKANA}]{{2,}}"
    rf"(?:[・＝=‐-](?:[A-ZＡ-Ｚ][.．]?・)*[{KATAKANA}]+)*"
)
_JOINT = re.compile("[・＝=‐-]")
_PADDING = re.compile("[ 　]{1,4}")
_KANJI_ONLY = re.compile(rf"[{KANJI}]+")
_NAME_WORD = re.compile(rf"[{KANJI}{KATAKANA}ぁ-んヶ]+")


def candidates(words: Words) -> Iterator[Candidate]:
    """Everything in the Doc that could be a name."""
    yield from _japanese(words)
    yield from _katakana(words)


def _japanese(words: Words) -> Iterator[Candidate]:
    index = 0
    while index < len(words):
        if _is_surname(words, index):
            last = _given_name(words, index)
            shape = Shape.FULL if last > index else Shape.SURNAME
            yield Candidate(words.starts[index], words.ends[last], shape)
            index = last
        elif words.tags[index].endswith("人名-一般") and _KANJI_ONLY.fullmatch(
            words.surfaces[index]
        ):
            yield Candidate(words.starts[index], words.ends[index], Shape.FULL)
        index += 1


def _is_surname(words: Words, index: int) -> bool:
    surface, tag = words.surfaces[index], words.tags[index]
    if not _KANJI_ONLY.match(surface):
        return False
    if tag.endswith("人名-姓"):
        return True
    if not tag.startswith("名詞-") or "普通名詞-副詞可能" in tag or len(surface) > 3:
        return False
    glued = index > 0 and words.tags[index - 1].startswith(("名詞", "接頭辞", "接尾辞"))
    return not glued and reading(surface).surname


def _given_name(words: Words, index: int) -> int:
    """The index of the last word of the given name after the surname at `index`."""
    last = index
    following = index + 1
    if following < len(words) and _PADDING.fullmatch(words.surfaces[following]):
        following += 1
    while following < len(words) and "人名" in words.tags[following]:
        if not _NAME_WORD.fullmatch(words.surfaces[following]):
            break
        last, following = following, following + 1
    return last


def _katakana(words: Words) -> Iterator[Candidate]:
    for match in _KANA_NAME.finditer(words.text):
        start, end = _without_places(words, match.start(), match.end())
        if end - start < 2:
            continue
        shape = _kana_shape(words, start, end)
        if shape:
            known = "人名" in _tag_at(words, start)
            yield Candidate(start, end, shape, known)


def _without_places(words: Words, start: int, end: int) -> tuple[int, int]:
    """Leave out countries at the front: ロシア・プーチン大統領."""
    while True:
        index = words.starting_at.get(start)
        if index is None or "地名-国" not in words.tags[index] or words.ends[index] >= end:
            return start, end
        start = words.ends[index]
        if _JOINT.match(words.text, start):
            start += 1


def _kana_shape(words: Words, start: int, end: int) -> Shape | None:
    whole = words.text[start:end]
    pieces = [piece for piece in _JOINT.split(whole) if piece]
    index = words.starting_at.get(start)
    if index is not None and words.ends[index] == end and len(pieces) == 1:
        return _single(whole, words.tags[index])
    readings = [reading(piece) for piece in pieces]
    if reading(whole).place or any(r.known and not r.person for r in readings):
        return None
    if len(pieces) > 1:
        return Shape.KANA_FULL
    return _shape_of_parts(words, start, end)


def _single(surface: str, tag: str) -> Shape | None:
    told = reading(surface)
    if "人名" in tag:
        return Shape.KANA
    if not told.known:
        return Shape.KANA
    if "固有名詞" in tag:
        return Shape.DOUBTFUL if told.person and not told.place else None
    if told.person and not told.common:
        return Shape.KANA
    return Shape.DOUBTFUL if told.person else None


def _shape_of_parts(words: Words, start: int, end: int) -> Shape | None:
    """A run of katakana that Sudachi cut in several words: サイバー|セキュリティ is no name."""
    index = words.starting_at.get(start)
    if index is None:
        return None
    while index < len(words) and words.starts[index] < end:
        told = reading(words.surfaces[index])
        if "人名" in words.tags[index] or not told.known:
            return Shape.KANA
        index += 1
    return None


def _tag_at(words: Words, start: int) -> str:
    index = words.starting_at.get(start)
    return "" if index is None else words.tags[index]
