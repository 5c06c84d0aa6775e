"""Mends single characters: radicals that stand for kanji, half-width kana, forms for vertical
writing, and what is no character at all.

No blanket NFKC: full-width digits and brackets stay as they are printed.
"""

import csv
import unicodedata
from functools import cache
from pathlib import Path

UNREADABLE = "\ufffd"

_RADICALS = Path(__file__).with_name("radicals.csv")
_KANGXI = range(0x2F00, 0x2FD6)
_HALF_WIDTH_KANA = range(0xFF61, 0xFF9E)
_VERTICAL_FORMS = (range(0xFE10, 0xFE1A), range(0xFE30, 0xFE49))
_LIGATURES = range(0xFB00, 0xFB07)
_SELECTORS = (range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0))
_INVISIBLE = {0x00AD, 0x034F, 0x061C, 0xFEFF, *range(0x200B, 0x2010), *range(0x202A, 0x202F)}
_INVISIBLE |= set(range(0x2060, 0x2070))

# The sound marks that stand on a glyph of their own after half-width kana: ﾊﾞ.
SOUND_MARKS = {"\uff9e": "\u3099", "\uff9f": "\u309a", "\u3099": "\u3099", "\u309a": "\u309a"}

# Vertical forms that NFKC turns into half-width signs, and ordinary ones that it would miss.
_UPRIGHT = {
    "︵": "（", "︶": "）", "︷": "｛", "︸": "｝", "︐": "、", "︑": "、", "︒": "。", "︓": "：",
    "︔": "；", "︕": "！", "︖": "？", "︙": "…", "︰": "‥", "︱": "―", "︲": "–",
}  # fmt: skip


@cache
def mend(char: str) -> str:
    """The character as a careful person would type it; empty where it is none.

    `⻑` → `長`, `⽇` → `日`, `ｱ` → `ア`, `︵` → `（`, `ﬁ` → `fi`, NUL → ``, `２` → `２`.
    """
    code = ord(char)
    if code < 0x2E80:
        return "" if _is_control(code) else char
    if 0x2E80 <= code < 0x2FE0:
        return radicals().get(char, char)
    if char in _UPRIGHT:
        return _UPRIGHT[char]
    if code in _HALF_WIDTH_KANA or code in _LIGATURES or _within(code, _VERTICAL_FORMS):
        return unicodedata.normalize("NFKC", char)
    if is_private(char) or code in _INVISIBLE or _within(code, _SELECTORS):
        return ""
    return char


def is_private(char: str) -> bool:
    """Whether only one font knows what the character is: a bullet, as a rule."""
    return "\ue000" <= char < "\uf900" or char >= "\U000f0000"


def with_sound_mark(kana: str, mark: str) -> str | None:
    """`ハ`, `ﾞ` → `バ`; None where the two make no character."""
    composed = unicodedata.normalize("NFC", kana + SOUND_MARKS[mark])
    return composed if len(composed) == 1 else None


@cache
def radicals() -> dict[str, str]:
    """Radicals of Unicode's two radical blocks and the kanji that Japanese reports mean."""
    table = {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in _KANGXI}
    with _RADICALS.open(encoding="utf-8-sig", newline="") as rows:
        table.update((row["radical"], row["kanji"]) for row in csv.DictReader(rows))
    return table


def _is_control(code: int) -> bool:
    return (
        (code < 0x20 and code not in (0x09, 0x0A, 0x0D))
        or 0x7F <= code < 0xA0
        or (code in _INVISIBLE)
    )


def _within(code: int, ranges: tuple[range, ...]) -> bool:
    return any(code in block for block in ranges)
