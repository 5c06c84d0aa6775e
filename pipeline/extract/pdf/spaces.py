"""What stands between two glyphs: nothing, or a space that a careful person would type.

Letter-spacing, justified lines, and the gaps round Latin letters and digits are layout, and so is
a space drawn inside a word (令和 5 年, 用 いた). The space between Latin words is text, and so is a
gap of an em after a heading's number or between names.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby, pairwise
from statistics import median
from typing import NamedTuple

from pipeline.extract.pdf.lines import Line
from pipeline.extract.pdf.turn import Glyph

WIDE = "\u3000"

# Dots (or dashes) that lead from an entry of a table of contents to its page, if there are so many.
LEADERS = ".．…‥・·-－―─_＿"
_ROW_OF_DOTS = 4
_ROW_OF_DASHES = 8
_FIGURES = "0123456789０１２３４５６７８９"
_COUNTED = "年月日時分秒歳名人件個回か所第番号条項款節章．.、，"
_QUOTES = "‘’“”"
# How an address begins, and what can stand right before it.
_ADDRESS = re.compile(r"https?://|www\.")
_LONGEST = 8
_LEADING = "（(＜<［[「『【：:＝=／/、，"


class Token(NamedTuple):
    """Text of a block and where it comes from: a glyph, a drawn space, or joining (None, -1)."""

    text: str
    source: int
    glyph: Glyph | None


def tokens(lines: Sequence[Line]) -> Iterator[Token]:
    """The characters of a block's lines with the spaces between them, footnote marks left out."""
    last: Glyph | None = None
    for line in lines:
        shown = [glyph for glyph in line.glyphs if not glyph.silent]
        if not shown:
            continue
        if last is not None:
            yield from _between_lines(last, shown)
        yield from _line_tokens(line.glyphs)
        last = shown[-1]


def text_of(lines: Sequence[Line]) -> str:
    """The text that `tokens` makes."""
    return "".join(token.text for token in tokens(lines))


def _line_tokens(glyphs: Sequence[Glyph]) -> Iterator[Token]:
    number = _number(glyphs)
    spread, latin = _spread(glyphs[number:]), _latin_spread(glyphs)
    last = glyphs[number - 1] if number else None
    before: Glyph | None = None
    for glyph in _without_leaders(glyphs):
        if glyph is None:
            yield Token("\t", -1, None)
            before = None
            continue
        if before is not None and not (before.silent or glyph.silent):
            space = _space(before, glyph, 0.0 if before is last else spread, latin)
            if space:
                yield Token(space, before.space, None)
        if not glyph.silent:
            yield from _letters(glyph)
        before = glyph


def _without_leaders(glyphs: Sequence[Glyph]) -> Iterator[Glyph | None]:
    """The glyphs; a row of dots, as in a table of contents, is one None."""
    for leader, run in groupby(glyphs, key=lambda g: g.char if g.char in LEADERS else ""):
        listed = list(run)
        enough = _ROW_OF_DOTS if leader and leader in ".．…‥・·" else _ROW_OF_DASHES
        if leader and len(listed) >= enough:
            yield None
        else:
            yield from listed


def _letters(glyph: Glyph) -> Iterator[Token]:
    """A ligature is several letters out of one glyph."""
    if len(glyph.char) == 1:
        yield Token(glyph.char, glyph.index, glyph)
    else:
        yield Token(glyph.char[0], glyph.index, glyph)
        yield Token(glyph.char[1:], -1, None)


def _number(glyphs: Sequence[Glyph]) -> int:
    """How many glyphs are a number before a title in spaced letters: `１　目　的`, not `３　月`."""
    count = 0
    while count < len(glyphs) and glyphs[count].char in _FIGURES:
        count += 1
    if not 0 < count <= 2 or len(glyphs) < count + 2:
        return 0
    return 0 if glyphs[count].char in _COUNTED or not is_wide(glyphs[count].char) else count


def _spread(glyphs: Sequence[Glyph]) -> float:
    """The line's letter-spacing: how far apart its Japanese characters usually stand."""
    gaps = _gaps(glyphs, wide=True)
    enough = len(gaps) > 1 or len(glyphs) == 2  # 要 旨
    return max(median(gaps), 0.0) if gaps and enough else 0.0


def _latin_spread(glyphs: Sequence[Glyph]) -> float:
    """What white the line's Latin words need between them: more than between their letters, and
    more again where spaces are drawn, but not here."""
    gaps = _gaps(glyphs, wide=False)
    usual = max(median(gaps), 0.0) if len(gaps) > 3 else 0.0
    drawn = any(glyph.space >= 0 for glyph in glyphs)
    return usual + (0.3 if drawn else 0.13) * glyphs[0].size


def _gaps(glyphs: Sequence[Glyph], wide: bool) -> list[float]:
    return [
        after.x0 - before.x1
        for before, after in pairwise(glyphs)
        if is_wide(before.char) is wide and is_wide(after.char) is wide
    ]


def _space(before: Glyph, after: Glyph, spread: float, latin: float) -> str:
    em = max(before.size, after.size)
    gap = after.x0 - before.x1
    wide = _wide_beside(before, after), _wide_beside(after, before)
    if wide == (False, False):
        digits = before.char.isdigit() and after.char.isdigit()
        if before.space >= 0:
            latin = min(latin, 0.15 * em)
        return " " if gap > (0.45 * em if digits else latin) else ""
    rest = gap - spread
    if rest >= (0.4 if before.wide else 0.7) * em:
        return WIDE
    if wide != (True, True) or before.space < 0 or rest <= 0.33 * em:
        return ""
    return "" if is_hiragana(before.char) or is_hiragana(after.char) else " "


def _between_lines(before: Glyph, shown: Sequence[Glyph]) -> Iterator[Token]:
    """Japanese lines join without a space, Latin words with one; so does an address with what it
    follows, if that does not lead to it: 「…」 https://…, but （https://…."""
    latin = before.char.isascii() and shown[0].char.isascii()
    address = _ADDRESS.match("".join(glyph.char for glyph in shown[:_LONGEST]))
    joins = "-/" if latin else _LEADING
    if (latin or address) and before.char not in joins:
        yield Token(" ", before.space, None)


def _wide_beside(glyph: Glyph, other: Glyph) -> bool:
    """Quotation marks are as wide as what they stand beside."""
    return is_wide(other.char if glyph.char in _QUOTES else glyph.char)


def is_hiragana(char: str) -> bool:
    """`の`, not `ノ`."""
    return "ぁ" <= char <= "ゖ"


@cache
def is_wide(char: str) -> bool:
    """Characters as wide as an em that need no spaces: 日, ア, ２, 。; not A, 5, or (."""
    return unicodedata.east_asian_width(char[0]) in "WFA"
