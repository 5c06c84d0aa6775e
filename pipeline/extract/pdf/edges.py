"""Edges: where the lines of a column begin and end, told by most of its long lines."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from pipeline.extract.pdf.columns import Column, Float
from pipeline.extract.pdf.frame import Rect
from pipeline.extract.pdf.lines import Line
from pipeline.extract.pdf.sheet import Sheet

# So many long lines, and this share of them, end at an edge, and no more than that run over it.
_PROOF = 4
_MANY = 0.4
_FEW = 0.2
# Lines longer than this (ems) tell how long a line can be.
_LONG = 20


@dataclass(frozen=True, slots=True)
class Edges:
    """Where the lines of a column begin and end (those of some sizes elsewhere), how far they
    stand apart, and what may stand beside them."""

    left: float
    right: float
    pitch: float
    beside: tuple[Rect, ...] = ()
    rights: dict[float, float] = field(default_factory=dict)

    def right_of(self, size: float) -> float:
        """Where lines of a size end."""
        return self.rights.get(_rounded(size), self.right)


def edges_of(
    column: Column,
    em: float,
    beside: Iterable[Rect] = (),
    usual: float = 0.0,
    frame: Rect | None = None,
) -> Edges:
    """The column's edges: where most of its long lines begin and end. `beside` are pictures,
    `usual` is where the lines of the report end that go right across, as this column's do, and
    `frame` is what the column stands alone in: a box or a cell."""
    lines = [item for item in column.items if isinstance(item, Line)]
    body = [line for line in lines if abs(line.size - em) < 0.1 * em] or lines
    if not body:
        return Edges(column.x0, column.x1, 1.5 * em)
    floats = [item for item in column.items if isinstance(item, Float)]
    boxes = [Rect(item.x0, item.top, item.x1, item.bottom) for item in floats]
    left = _edge([line.x0 for line in body], em)
    right = full_right(body, em) or full_right(lines, em)
    if not right:
        right = max(_outermost_right(body, em, usual), _opposite(lines, frame))
    gaps = [b.top - a.top for a, b in pairwise(body) if b.top > a.top]
    pitch = median(gaps) if gaps else 1.6 * em
    return Edges(left, right, pitch, (*boxes, *beside), _rights(lines))


def _opposite(lines: Iterable[Line], frame: Rect | None) -> float:
    """Where lines end in a frame that leaves as much white on the right as on the left."""
    return frame.x1 - (min(line.x0 for line in lines) - frame.x0) if frame else 0.0


def _rights(lines: Iterable[Line]) -> dict[float, float]:
    """Where lines of each size end, if they have such a place: notes can be set narrower."""
    sizes: dict[float, list[Line]] = {}
    for line in lines:
        sizes.setdefault(_rounded(line.size), []).append(line)
    rights = {size: full_right(some, size) for size, some in sizes.items()}
    return {size: right for size, right in rights.items() if right}


def _rounded(size: float) -> float:
    return round(size * 2) / 2


def right_edge(sheet: Sheet) -> float | None:
    """Where the long lines of a page end. A page of short lines alone (a table of contents) does
    not tell how long a line can be."""
    long = [line for line in sheet.lines if line.width > _LONG * sheet.em]
    if len(long) <= 4:
        return None
    return full_right(long, sheet.em) or _outermost_right(long, sheet.em)


def usual_right(rights: Sequence[float]) -> float:
    """Where the long lines of a report's pages usually end, 0 if few pages tell."""
    return median(rights) if len(rights) > 2 else 0.0


def full_right(lines: Iterable[Line], em: float) -> float:
    """Where many long lines end; 0 if they do not. A few that run over it (an address that cannot
    be broken) do not tell."""
    places = [line.x1 for line in lines if line.width > _LONG * em]
    full = max(places, key=lambda place: (_near(place, places, em), place), default=0.0)
    count = _near(full, places, em)
    over = sum(place > full + 0.6 * em for place in places)
    enough = count >= _PROOF and count > _MANY * len(places)
    return full if enough and over <= _FEW * len(places) else 0.0


def _outermost_right(lines: Sequence[Line], em: float, usual: float = 0.0) -> float:
    """Where the longest lines end, or those of the report, if few are longer."""
    if usual and sum(line.x1 > usual + 0.6 * em for line in lines) < _FEW * len(lines):
        return usual
    return max(-_edge([-line.x1 for line in lines], em), usual)


def _near(place: float, places: Sequence[float], em: float) -> int:
    return sum(abs(other - place) < 0.6 * em for other in places)


def _edge(places: Sequence[float], em: float) -> float:
    """The outermost place at which several lines begin, if it is near the outermost of all: a
    bracket or a full stop may hang out."""
    outermost = min(places)
    need = max(2, len(places) // 8)
    for place in sorted(places):
        if place - outermost > 1.5 * em:
            break
        if _near(place, places, em) >= need:
            return place
    return outermost
