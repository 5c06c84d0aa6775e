"""How a whole file is laid out: at which column its lines are wrapped, how paragraphs begin."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.extract.reflow.lines import Line, columns
from pipeline.extract.reflow.shapes import is_ended, is_roster, is_rule

_BAND = 4  # columns by which half-width characters and squeezed punctuation move the margin
_SLACK = 8  # columns that a line can lack which breaks off inside a sentence
_NARROWEST, _WIDEST = 20, 240


@dataclass(frozen=True, slots=True)
class Layout:
    """`wrap` is the column of the right margin, 0 where a paragraph is one line.

    `indented` says whether paragraphs begin with an indent, `gap` how many blank lines most lines
    have above them: a text copy can have one above each.
    """

    wrap: int
    indented: bool
    gap: int

    def is_full(self, line: Line, following: Line, is_apart: bool = False) -> bool:
        """Whether a line ends because what follows would not have fitted on it.

        Where it ends with a sentence, or in a note apart from the text, it must be closer to the
        margin: it may be the last line.
        """
        slack = _BAND / 2 if is_apart or is_ended(line.text) else _SLACK
        reach = line.indent + line.width + _first_unit(following.text)
        return self.wrap > 0 and reach > self.wrap - slack

    def is_short(self, line: Line) -> bool:
        """Whether a line ends well before the margin, whatever follows it."""
        return line.indent + line.width < self.wrap - _BAND

    def is_centred(self, line: Line) -> bool:
        """Whether a line has as much space to its left as to its right, as titles have."""
        right = self.wrap - line.indent - line.width
        return self.wrap > 0 and line.indent >= _BAND and 6 * abs(line.indent - right) <= self.wrap


def layout_of(lines: Sequence[Line]) -> Layout:
    """The layout that the lengths of all lines tell.

    Lines that break off inside a sentence end at one column if the file is hard-wrapped, and
    anywhere if it is not.
    """
    prose = [x for x in lines if x.kind is None and not is_rule(x.text) and not is_roster(x.text)]
    gaps = sorted(line.gap for line in prose)
    return Layout(_wrap(prose), _is_indented(prose), gaps[len(gaps) // 2] if gaps else 0)


def _wrap(lines: Sequence[Line]) -> int:
    broken = sorted(x.indent + x.width for x in lines if not is_ended(x.text))
    broken = [total for total in broken if total >= _NARROWEST]
    if not broken:
        return 0
    ends = [bisect_left(broken, total + _BAND) for total in broken]
    most, wrap = max((end - start, broken[start]) for start, end in enumerate(ends))
    longer = sum(x.indent + x.width > wrap + 2 * _BAND for x in lines)
    is_wrapped = most >= 3 and most >= 0.4 * len(broken) and longer <= 0.12 * len(lines)
    return wrap if is_wrapped and wrap <= _WIDEST else 0


def _is_indented(lines: Sequence[Line]) -> bool:
    """Whether most lines that follow a finished one begin further right than the margin."""
    if not lines:
        return False
    begins = [b for a, b in pairwise(lines) if is_ended(a.text)]
    indented = sum(x.indent >= 1 for x in begins)
    return 2 * indented > len(begins)


def _first_unit(text: str) -> int:
    """The columns that a line's beginning takes which cannot be parted: `NATO`, `」、`."""
    length = 1
    if text[0].isascii() and not text[0].isspace():
        while length < len(text) and text[length].isascii() and not text[length].isspace():
            length += 1
    while length < len(text) and text[length] in "、。，．」』）)】ーっゃゅょッャュョ":
        length += 1
    return columns(text[:length])
