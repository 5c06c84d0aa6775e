"""Numbers of lines in the margin, as drafts that a council discusses have them."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from pipeline.extract.pdf.edges import full_right
from pipeline.extract.pdf.lines import Line, line_of, rows
from pipeline.extract.pdf.sheet import Sheet

# So many numbers on a page prove them, of which this share go up by one step.
_PROOF = 5
_STEADY = 0.75
_STEPS = (1, 2, 5, 10)
# In ems: the white after a number, how far apart the numbers' right (or left) edges lie at most,
# how near the next line is.
_WHITE = 0.4
_SAME = 0.3
_NEAR = 3.5
# So many full lines must go on in a line with the next number.
_PROSE = 3

_FIGURES = "0123456789０１２３４５６７８９"
_LONGEST = 4


class _Numbered(NamedTuple):
    """A line, and how many glyphs at its start are the number in the margin."""

    line: Line
    length: int

    @property
    def number(self) -> int:
        return int(self.line.text[: self.length])

    @property
    def rest(self) -> Line | None:
        """The line without its number."""
        glyphs = self.line.glyphs[self.length :]
        return line_of(glyphs, self.line.rubies) if glyphs else None


def numbers_edge(sheet: Sheet) -> list[float]:
    """Where the numbers of a page end, if there are enough to prove that they count lines.

    They stand in a column of their own, left of all text; a list whose items are numbered has none
    that goes on in the next item.
    """
    marked = _marked(sheet)
    return [_right(marked[0])] if _count_lines(marked, sheet.lines) else []


def take_line_numbers(sheet: Sheet, edges: Sequence[float]) -> list[Line]:
    """Take the numbers out of a sheet: `  5　本指針は、…` → `本指針は、…`.

    A page of few lines has them where the other pages have them: `edges` are those places.
    """
    marked = _marked(sheet)
    return _taken(marked, sheet) if _is_at(edges, marked) else []


def _marked(sheet: Sheet) -> list[_Numbered]:
    """The lines that begin with a number, if nothing else begins as far left."""
    marked = [] if sheet.vertical else _leftmost(sheet.lines)
    return marked if _stand_alone(marked, sheet.lines) else []


def _is_at(places: Sequence[float], marked: Sequence[_Numbered]) -> bool:
    return any(abs(_right(n) - place) < _SAME * n.line.size for n in marked[:1] for place in places)


def _taken(marked: Sequence[_Numbered], sheet: Sheet) -> list[Line]:
    rests = {id(numbered.line): numbered.rest for numbered in marked}
    lines = [rests.get(id(line), line) for line in sheet.lines]
    sheet.lines = [line for line in lines if line is not None]
    return [line_of(numbered.line.glyphs[: numbered.length]) for numbered in marked]


def _leftmost(lines: Sequence[Line]) -> list[_Numbered]:
    """Lines that begin with a number in the column furthest left, from top to bottom.

    `9` stands flush with the last figure of `10`, or with its first.
    """
    found = [numbered for line in lines if (numbered := _numbered(line))]
    columns = _column(found, _right), _column(found, _left)
    widest = columns[0] if len(columns[0]) >= len(columns[1]) else columns[1]
    return sorted(widest, key=lambda numbered: numbered.line.top)


def _column(found: Sequence[_Numbered], edge: Callable[[_Numbered], float]) -> list[_Numbered]:
    first = min(map(edge, found), default=0.0)
    return [n for n in found if abs(edge(n) - first) < _SAME * n.line.size]


def _right(numbered: _Numbered) -> float:
    return numbered.line.glyphs[numbered.length - 1].x1


def _left(numbered: _Numbered) -> float:
    return numbered.line.x0


def _numbered(line: Line) -> _Numbered | None:
    length = 0
    while length < len(line.glyphs) and line.glyphs[length].char in _FIGURES:
        length += 1
    if not 0 < length <= _LONGEST:
        return None
    rest = line.glyphs[length:]
    white = rest[0].x0 - line.glyphs[length - 1].x1 if rest else float("inf")
    return _Numbered(line, length) if white > _WHITE * line.size else None


def _stand_alone(marked: Sequence[_Numbered], lines: Sequence[Line]) -> bool:
    """Whether no other line begins as far left."""
    edge = max(map(_right, marked), default=0.0)
    own = {id(numbered.line) for numbered in marked}
    return all(line.x0 > edge for line in lines if id(line) not in own)


def _count_lines(marked: Sequence[_Numbered], lines: Sequence[Line]) -> bool:
    """Whether the numbers go up by one step, and a step is as many lines of the page."""
    if len(marked) < _PROOF:
        return False
    steps = [after.number - before.number for before, after in pairwise(marked)]
    step = max(_STEPS, key=steps.count)
    if steps.count(step) < _STEADY * len(steps):
        return False
    return _go_on(marked, rows(lines)) if step == 1 else _part(marked, rows(lines), step)


def _go_on(marked: Sequence[_Numbered], levels: Sequence[Line]) -> bool:
    """Whether full lines are followed by the next number: `…の提供、` / `6 物資の輸送…`."""
    numbers = {id(numbered.line.glyphs[0]) for numbered in marked}
    size = marked[0].line.size
    full = full_right(levels, size)
    follows = [
        id(after.glyphs[0]) in numbers
        for before, after in pairwise(levels)
        if full and before.x1 > full - 1.6 * size and after.top - before.top < _NEAR * size
    ]
    return follows.count(True) >= _PROSE and follows.count(True) > 2 * follows.count(False)


def _part(marked: Sequence[_Numbered], levels: Sequence[Line], step: int) -> bool:
    """Whether there are as many lines from number to number as they count."""
    counts = [
        sum(before.line.bottom < (line.top + line.bottom) / 2 < after.line.top for line in levels)
        for before, after in pairwise(marked)
    ]
    return abs(median(counts) - (step - 1)) <= 1
