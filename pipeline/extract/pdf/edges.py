"""Edges: where the lines of a column begin and end, told by most of its long lines."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from pipeline.extract.pdf.columns import Column, Float
from pipeline.extract.pdf.frame import Rect
from pipeline.extract.pdf.lines import Line
from pipeline.extract.pdf.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Edges:
    """Where the lines of a column begin and end, how far they stand apart, and what may stand
    beside them."""

    left: float
    right: float
    pitch: float
    beside: tuple[Rect, ...] = ()


def edges_of(column: Column, em: float, beside: Iterable[Rect] = ()) -> Edges:
    """The column's edges: where most of its long lines begin and end. `beside` are pictures."""
    lines = [item for item in column.items if isinstance(item, Line)]
    body = [line for line in lines if abs(line.size - em) < 0.1 * em] or lines
    if not body:
        return Edges(column.x0, column.x1, 1.5 * em)
    floats = [item for item in column.items if isinstance(item, Float)]
    boxes = [Rect(item.x0, item.top, item.x1, item.bottom) for item in floats]
    left = _edge([line.x0 for line in body], em)
    right = -_edge([-line.x1 for line in body], em)
    gaps = [b.top - a.top for a, b in pairwise(body) if b.top > a.top]
    pitch = median(gaps) if gaps else 1.6 * em
    return Edges(left, right, pitch, (*boxes, *beside))


def usual_right(sheets: Iterable[Sheet]) -> float:
    """Where the long lines of a report's pages usually end; 0 where they have no such place.

    A page of short lines alone (a table of contents) does not tell how long a line can be.
    """
    rights = [
        -_edge([-line.x1 for line in long], sheet.em)
        for sheet in sheets
        if len(long := [line for line in sheet.lines if line.width > 20 * sheet.em]) > 4
    ]
    return median(rights) if len(rights) > 2 else 0.0


def _edge(places: Sequence[float], em: float) -> float:
    """The outermost place at which several lines begin, if it is near the outermost of all: a
    bracket or a full stop may hang out."""
    outermost = min(places)
    need = max(2, len(places) // 8)
    for place in sorted(places):
        if place - outermost > 1.5 * em:
            break
        if sum(abs(other - place) < 0.6 * em for other in places) >= need:
            return place
    return outermost
