"""Reading order: columns, found a zone at a time.

A gutter is a strip of white that several lines end before and others begin after. Lines, rules,
pictures and tables that lie across it cut the page into zones; each zone is read column by
column, from left to right, and all between the zones is read right across.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from pipeline.extract.pdf.frame import Rect
from pipeline.extract.pdf.lines import Line, rows
from pipeline.report import BlockKind

# In ems: how wide a gutter is at least (between frames), and how long the lines beside it.
_GUTTER = 1.2
_BETWEEN = 0.6
_LINE = 6.0
# An upright rule thinner than this (points), and as long as this share of the text's height, can
# stand between columns.
_THIN = 2.5
_TALL = 0.6
# How many pairs of lines must face each other across a gutter to prove it; one of frames will do,
# if so many ems of them do.
_PROOF = 3
_HIGH = 4.0


@dataclass(slots=True, eq=False)
class Float:
    """A table or figure as a thing that stands in a column, with its lines (those of a table by
    row and cell, and the cells' boxes where rules tell them) and the caption below it; or a frame
    with the items inside."""

    x0: float
    top: float
    x1: float
    bottom: float
    kind: BlockKind
    lines: list[Line] = field(default_factory=list)
    rows: list[list[list[Line]]] = field(default_factory=list)
    boxes: list[list[Rect | None]] = field(default_factory=list)
    caption: list[Line] = field(default_factory=list)
    inside: "list[Item]" = field(default_factory=list)


Item = Line | Float  # what a column is made of


@dataclass(slots=True)
class Column:
    """Items from top to bottom, and where the column's edges are known to be at least; `across`
    tells that it is read right across."""

    items: list[Item] = field(default_factory=list)
    x0: float = 0.0
    x1: float = 0.0
    across: bool = False


def columns(
    items: Sequence[Item], rules: Sequence[Rect], em: float, known: Sequence[float] = ()
) -> list[Column]:
    """The columns of a page in reading order.

    `rules` are strokes that can cut a zone, `em` is the size of the body's type, `known` are
    gutters that other pages of the report have proved.
    """
    found: list[Column] = []
    for part in _arranged(list(items), rules, em, known, 0):
        _add(found, part)
    return [_level(column) for column in found]


def gutter_of(items: Sequence[Item], em: float) -> float | None:
    """Where the clearest gutter lies, if there is one: the middle of its strip."""
    best = _gutter(items, (), em, ())
    return best[0] if best else None


def walls(rules: Sequence[Rect], height: float) -> list[Rect]:
    """The upright rules as long as columns of a page (of the given height) that they can part."""
    return [rule for rule in rules if rule.width < _THIN and rule.height > _TALL * height]


def _add(found: list[Column], part: Column) -> None:
    """Stretches that are read right across and follow each other are one column."""
    if found and found[-1].x0 == part.x0 and found[-1].x1 == part.x1:
        found[-1].items.extend(part.items)
    else:
        found.append(part)


def _level(column: Column) -> Column:
    """The column with its lines whole: parts on one level are one line."""
    lines = rows([item for item in column.items if isinstance(item, Line)])
    floats = [item for item in column.items if isinstance(item, Float)]
    column.items = sorted([*lines, *floats], key=lambda item: item.top)
    return column


def _arranged(
    items: list[Item], rules: Sequence[Rect], em: float, known: Sequence[float], depth: int
) -> Iterator[Column]:
    if not items:
        return
    edges = min(i.x0 for i in items), max(i.x1 for i in items)
    gutter = _gutter(items, rules, em, known) if depth < 4 else None
    if gutter is None:
        yield Column(sorted(items, key=lambda item: item.top), *edges, across=True)
        return
    x, strong = gutter
    for zone in _zones(items, rules, x, em):
        left = [item for item in zone if item.x1 <= x + 0.5 * em and item.x0 < x]
        right = [item for item in zone if item.x0 >= x - 0.5 * em and item.x1 > x]
        facing = bool(left and right) and len(left) + len(right) == len(zone)
        if facing and (strong or _faces(left, right, em)):
            yield from _edged(_arranged(left, rules, em, known, depth + 1), edges[0], x - em / 2)
            yield from _edged(_arranged(right, rules, em, known, depth + 1), x + em / 2, edges[1])
        else:
            yield Column(zone, *edges, across=True)


def _edged(parts: Iterator[Column], x0: float, x1: float) -> Iterator[Column]:
    for part in parts:
        part.x0, part.x1, part.across = max(part.x0, x0), min(part.x1, x1), False
        yield part


def _faces(left: Sequence[Item], right: Sequence[Item], em: float) -> bool:
    return sum(1 for _ in _pairs([*left, *right], em)) > 0


def _gutter(
    items: Sequence[Item], rules: Sequence[Rect], em: float, known: Sequence[float]
) -> tuple[float, bool] | None:
    """The middle of the best gutter, and whether this page proves it."""
    height = max((item.bottom for item in items), default=0.0) - min(
        (item.top for item in items), default=0.0
    )
    for wall in walls(rules, height):
        if _parts(wall, items, em):
            return wall.x0, True
    strips = list(_pairs(items, em))
    edges = sorted({x for strip in strips for x in (strip.x0, strip.x1)})
    best, middle = 0.0, 0.0
    proofs: list[Rect] = []
    for left, right in pairwise(edges):
        across = [s for s in strips if s.x0 <= left and s.x1 >= right]
        height = sum(s.height for s in across)
        if height > best and right - left > 0.5 * em:
            best, middle, proofs = height, (left + right) / 2, across
    proved = len(proofs) >= _PROOF and _follow(proofs, _zones(list(items), rules, middle, em))
    if proved or _parts_frames(middle, items, em):
        return middle, True
    for x in known:
        if any(strip.x0 < x < strip.x1 for strip in strips):
            return x, False
    return None


def _follow(strips: Sequence[Rect], zones: Sequence[Sequence[Item]]) -> bool:
    """Whether strips of a gutter follow each other in a zone: lines far apart that have white in
    them (`（１）　対象　　全ての船舶`) are no columns."""
    return any(
        sum(zone[0].top - 1 < strip.top < max(i.bottom for i in zone) for strip in strips) > 1
        for zone in zones
    )


def _parts_frames(x: float, items: Sequence[Item], em: float) -> bool:
    """Whether high frames face each other across a place, as boxes of a slide do."""
    frames = [item for item in items if _is_frame(item)]
    facing = (strip for strip in _pairs(frames, em) if strip.height > _HIGH * em)
    return any(strip.x0 < x < strip.x1 for strip in facing)


def _parts(wall: Rect, items: Sequence[Item], em: float) -> bool:
    """Whether lines end before a wall and others begin after it, and none goes through."""
    beside = [item for item in items if wall.top <= (item.top + item.bottom) / 2 <= wall.bottom]
    left = [item for item in beside if item.x1 < wall.x0 + 0.5 * em]
    right = [item for item in beside if item.x0 > wall.x0 - 0.5 * em]
    long = min(sum(item.x1 - item.x0 > _LINE * em for item in side) for side in (left, right))
    return long >= _PROOF and len(left) + len(right) == len(beside)


def _pairs(items: Sequence[Item], em: float) -> Iterator[Rect]:
    """The white between two long lines (or a line and a float) that face each other with nothing
    between."""
    lines = sorted(items, key=lambda item: item.top)
    opened: list[Item] = []
    for line in lines:
        opened = [other for other in opened if other.bottom > line.top]
        for other in opened:
            left, right = (other, line) if other.x0 < line.x0 else (line, other)
            top, bottom = max(left.top, right.top), min(left.bottom, right.bottom)
            boxed = _is_frame(left) and _is_frame(right)
            wide = right.x0 - left.x1 > (_BETWEEN if boxed else _GUTTER) * em
            long = min(left.x1 - left.x0, right.x1 - right.x0) > _LINE * em
            if wide and long and bottom - top > 0 and not _between(left, right, opened):
                yield Rect(left.x1, top, right.x0, bottom)
        opened.append(line)


def _is_frame(item: Item) -> bool:
    return isinstance(item, Float) and bool(item.inside)


def _between(left: Item, right: Item, lines: Sequence[Item]) -> bool:
    return any(left.x1 <= line.x0 and line.x1 <= right.x0 for line in lines)


def _zones(items: list[Item], rules: Sequence[Rect], x: float, em: float) -> list[list[Item]]:
    """Cut the items where something lies across the gutter, or a heading has the page's width."""
    ordered = sorted(items, key=lambda item: item.top)
    zones: list[list[Item]] = []
    across_before = False
    bottom = float("-inf")
    for item in ordered:
        across = item.x0 < x - 0.3 * em and item.x1 > x + 0.3 * em
        cut = any(
            rule.x0 < x - em
            and rule.x1 > x + em
            and bottom - em / 2 < rule.top <= item.top + em / 2
            for rule in rules
        )
        if not zones or across != across_before or cut:
            zones.append([])
            bottom = float("-inf")
        zones[-1].append(item)
        across_before = across
        bottom = max(bottom, item.bottom)
    return [part for zone in zones for part in _cut_at_headings(zone, x, em)]


def _cut_at_headings(zone: list[Item], x: float, em: float) -> Iterator[list[Item]]:
    """Cut before a heading on the left that has nothing beside it, but text beside it further
    up and further down."""
    part: list[Item] = []
    for index, item in enumerate(zone):
        if part and _spans_by_white(item, part, zone[index + 1 :], x, em):
            yield part
            part = []
        part.append(item)
    yield part


def _spans_by_white(
    item: Item, above: Sequence[Item], below: Sequence[Item], x: float, em: float
) -> bool:
    if not isinstance(item, Line) or item.x1 > x or item.size < 1.1 * em:
        return False
    if any(other.bottom > item.top - 0.3 * em for other in above):
        return False
    right = [other for other in below if other.x0 > x - 0.5 * em]
    left = [other for other in below if other.x1 < x + 0.5 * em]
    if not right or not left:
        return False
    first = min(other.top for other in right)
    return first > item.bottom and first > min(other.top for other in left) - em
