"""Lattices: the cells that ruled lines form, open sides and merged cells included."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from pipeline.extract.pdf.frame import Rect
from pipeline.extract.pdf.groups import groups

# Strokes thinner than this are lines; edges nearer than this are one edge (points).
_THIN = 2.5
_SNAP = 3.0
# Dashes of one line are no further apart than this.
_DASH = 6.0
# A page with more edges than this is a drawing, not a table.
_MOST = 3000


class Rule(NamedTuple):
    """A horizontal or vertical edge: where it lies, and from where to where it goes."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell with its place in the lattice."""

    row: int
    column: int
    box: Rect


@dataclass(slots=True)
class Lattice:
    """Cells of rules that touch each other."""

    box: Rect
    cells: list[Cell]
    closed: bool  # whether rules run along all four sides

    def rows_of_several(self) -> int:
        """How many rows hold more than one cell."""
        firsts = [cell.row for cell in self.cells]
        return sum(firsts.count(row) > 1 for row in set(firsts))


def lattices(strokes: Iterable[Rect], em: float) -> list[Lattice]:
    """The lattices that the strokes of a page form, from top to bottom."""
    level, upright = _edges(strokes, em)
    level, upright = _joined(level), _joined(upright)
    if len(level) + len(upright) > _MOST:
        return []
    found = []
    for rows, columns in _touching(level, upright):
        lattice = _lattice(rows, columns)
        if lattice is not None:
            found.append(lattice)
    return sorted(found, key=lambda lattice: lattice.box.top)


def level_rules(strokes: Iterable[Rect], em: float) -> list[Rule]:
    """The horizontal rules of a page from top to bottom, dashes joined."""
    level, _ = _edges(strokes, em)
    return _joined(level)


def _edges(strokes: Iterable[Rect], em: float) -> tuple[list[Rule], list[Rule]]:
    level: list[Rule] = []
    upright: list[Rule] = []
    for x0, top, x1, bottom in strokes:
        thin = bottom - top <= _THIN, x1 - x0 <= _THIN
        if thin[0]:
            level.append(Rule((top + bottom) / 2, x0, x1))
        if thin[1]:
            upright.append(Rule((x0 + x1) / 2, top, bottom))
        if thin[0] or thin[1]:
            continue
        if bottom - top > 0.8 * em and x1 - x0 > 0.8 * em:
            level += [Rule(top, x0, x1), Rule(bottom, x0, x1)]
            upright += [Rule(x0, top, bottom), Rule(x1, top, bottom)]
    return level, upright


def _joined(rules: list[Rule]) -> list[Rule]:
    """Edges on one line (nearly) joined where they touch; short ones dropped."""
    snapped = _snapped(rules)
    joined: list[Rule] = []
    for rule in sorted(snapped):
        last = joined[-1] if joined else None
        if last and last.at == rule.at and rule.start <= last.end + _DASH:
            joined[-1] = Rule(last.at, last.start, max(last.end, rule.end))
        else:
            joined.append(rule)
    return [rule for rule in joined if rule.end - rule.start > 2 * _SNAP]


def _snapped(rules: list[Rule]) -> list[Rule]:
    found: list[Rule] = []
    group: list[Rule] = []
    for rule in sorted(rules):
        if group and rule.at - group[0].at > _SNAP:
            found += _at_one_place(group)
            group = []
        group.append(rule)
    return found + _at_one_place(group)


def _at_one_place(group: list[Rule]) -> list[Rule]:
    if not group:
        return []
    place = sum(rule.at for rule in group) / len(group)
    return [Rule(place, rule.start, rule.end) for rule in group]


def _touching(
    level: Sequence[Rule], upright: Sequence[Rule]
) -> list[tuple[list[Rule], list[Rule]]]:
    """Groups of rules that touch each other."""
    count = len(level)
    found = []
    for group in groups(count + len(upright), _touches(level, upright)):
        rows = [level[index] for index in group if index < count]
        columns = [upright[index - count] for index in group if index >= count]
        if rows and columns:
            found.append((rows, columns))
    return found


def _touches(level: Sequence[Rule], upright: Sequence[Rule]) -> Iterator[tuple[int, int]]:
    """Pairs of a level rule and an upright one, which are counted on from the level ones."""
    places = [rule.at for rule in upright]
    for row, rule in enumerate(level):
        first = bisect_left(places, rule.start - _SNAP)
        for column in range(first, len(upright)):
            other = upright[column]
            if other.at > rule.end + _SNAP:
                break
            if other.start - _SNAP <= rule.at <= other.end + _SNAP:
                yield row, len(level) + column


def _lattice(rows: Sequence[Rule], columns: Sequence[Rule]) -> Lattice | None:
    """The cells; where a table's sides are open, its rules' ends are its sides."""
    xs = _distinct([c.at for c in columns] + [min(r.start for r in rows), max(r.end for r in rows)])
    ys = _distinct(
        [r.at for r in rows] + [min(c.start for c in columns), max(c.end for c in columns)]
    )
    if len(xs) < 2 or len(ys) < 2 or len(xs) * len(ys) > _MOST:
        return None
    cells = _cells(xs, ys, rows, columns)
    closed = (
        _runs_along(rows, ys[0], xs)
        and _runs_along(rows, ys[-1], xs)
        and _runs_along(columns, xs[0], ys)
        and _runs_along(columns, xs[-1], ys)
    )
    return Lattice(Rect(xs[0], ys[0], xs[-1], ys[-1]), cells, closed)


def _runs_along(rules: Sequence[Rule], at: float, places: Sequence[float]) -> bool:
    """Whether rules cover a side from the first to the last of the places."""
    length = sum(rule.end - rule.start for rule in rules if abs(rule.at - at) <= _SNAP)
    return length > 0.9 * (places[-1] - places[0])


def _distinct(places: list[float]) -> list[float]:
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > _SNAP:
            found.append(place)
    return found


def _cells(
    xs: Sequence[float], ys: Sequence[float], rows: Sequence[Rule], columns: Sequence[Rule]
) -> list[Cell]:
    """Squares of the grid, joined where no rule parts them."""
    squares = groups((len(xs) - 1) * (len(ys) - 1), _unparted(xs, ys, rows, columns))
    return [_cell(group, xs, ys) for group in squares]


def _unparted(
    xs: Sequence[float], ys: Sequence[float], rows: Sequence[Rule], columns: Sequence[Rule]
) -> Iterator[tuple[int, int]]:
    """Pairs of neighbouring squares, counted row by row, without a rule between them."""
    across, down = len(xs) - 1, len(ys) - 1
    for y in range(down):
        for x in range(across):
            middle = (xs[x] + xs[x + 1]) / 2, (ys[y] + ys[y + 1]) / 2
            here = y * across + x
            if x + 1 < across and not _parted(columns, xs[x + 1], middle[1]):
                yield here, here + 1
            if y + 1 < down and not _parted(rows, ys[y + 1], middle[0]):
                yield here, here + across


def _parted(rules: Sequence[Rule], at: float, middle: float) -> bool:
    return any(abs(r.at - at) <= _SNAP and r.start <= middle <= r.end for r in rules)


def _cell(squares: Sequence[int], xs: Sequence[float], ys: Sequence[float]) -> Cell:
    across = len(xs) - 1
    columns = [square % across for square in squares]
    rows = [square // across for square in squares]
    box = Rect(xs[min(columns)], ys[min(rows)], xs[max(columns) + 1], ys[max(rows) + 1])
    return Cell(min(rows), min(columns), box)
