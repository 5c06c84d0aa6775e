"""Where a line can break: what must stay together at its start, and the white inside it."""

from itertools import pairwise
from statistics import median

from pipeline.extract.pdf.lines import Line
from pipeline.extract.pdf.spaces import is_wide
from pipeline.extract.pdf.turn import Glyph

# A sparse line has wider white than this (ems), and so little ink.
_WIDE = 2.0
_INK = 0.7
# What no line ends with, and what none begins with.
_OPENING = "「『（〔【〈《［(["
_CLOSING = (
    "、。，．・：；」』）〕】〉》］！？)]ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ々ゝゞヽヾ"
)


def white(line: Line) -> float:
    """The widest white inside a line (ems) over what is usual in it."""
    gaps = [after.x0 - before.x1 for before, after in pairwise(line.glyphs)]
    return (max(gaps) - median(gaps)) / line.size if gaps else 0.0


def is_sparse(line: Line) -> bool:
    """Whether much of a line is white, as between boxes of a figure: it is no running text."""
    ink = sum(glyph.x1 - glyph.x0 for glyph in line.glyphs)
    return white(line) > _WIDE and ink < _INK * line.width


def first_unit(line: Line) -> float:
    """The width of what must stay together at the line's start: a word, 「と, い。."""
    glyphs = line.glyphs
    end = 1
    while end < len(glyphs) and _cling(glyphs[end - 1], glyphs[end]):
        end += 1
    return glyphs[end - 1].x1 - glyphs[0].x0


def _cling(before: Glyph, after: Glyph) -> bool:
    """Whether no line can break between the two."""
    if after.char in _CLOSING or before.char in _OPENING:
        return True
    return not (is_wide(before.char) or is_wide(after.char)) and before.space < 0
