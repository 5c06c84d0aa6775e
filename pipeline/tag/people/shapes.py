"""Stretches of text that have the shape of a name; whether they are one, their cues decide."""

from dataclasses import dataclass
from enum import Enum


class Shape(Enum):
    """What a name is made of."""

    FULL = "full"  # 林 芳正, 習近平
    SURNAME = "surname"  # 林
    UNSURE_SURNAME = "unsure-surname"  # 東: a common word that is a surname, too
    KANA_FULL = "kana-full"  # ジョー・バイデン
    KANA = "kana"  # バイデン
    UNSURE_KANA = "unsure-kana"  # ホワイト, ゴールドファイン: common words that can be a name
    HANZI = "hanzi"  # 申源湜: a Chinese or Korean surname and one or two characters
    LATIN = "latin"  # KISHIDA Fumio


@dataclass(frozen=True, slots=True)
class Candidate:
    """`[start, end)` may be a name; `known`: the dictionary has it as one."""

    start: int
    end: int
    shape: Shape
    known: bool = True
