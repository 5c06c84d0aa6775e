"""Outlined glyphs: text that a program drew as curves, so that the file does not say what it is."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from pipeline.extract.pdf.frame import Rect, around
from pipeline.extract.pdf.groups import groups
from pipeline.extract.pdf.lines import Line

# Shapes of one line share this much of the lower one's height, and stand no further apart than
# this (in heights of the lower one): what is drawn as a box (ー, Ｉ) is missing between.
_LEVEL = 0.5
_NEAR = 1.5
# Shapes are compared with those between the same heights of the page (points).
_SHELF = 10
# A box that is the last glyph of a line stands no further from it (heights of the line).
_BESIDE = 0.8
# A line has so many glyphs, each this high, wide, and far from the next (in heights of the line).
_GLYPHS = 4
_HIGH = 0.6
_WIDE = (0.55, 1.15)
_PITCH = (0.75, 1.45)
# A glyph has so many points; this share of a line's glyphs are such and high, and as many (or so
# many of a long line's) are unlike.
_POINTS = 12
_MOST = 0.6
_UNLIKE = 6
# No more shapes than this share of its glyphs lie across an edge of a line.
_CROSSING = 0.1
# Type is at least this high (ems of the page's).
_SMALLEST = 0.4


class Outlined(NamedTuple):
    """A line of outlined glyphs: the box round it, and about how many glyphs it has."""

    box: Rect
    glyphs: int


class _Shape(NamedTuple):
    box: Rect
    points: int


def outlined_lines(
    shapes: Iterable[Rect],
    points: Iterable[int],
    bars: Iterable[Rect],
    lines: Iterable[Line],
    em: float,
) -> list[Outlined]:
    """The lines of Japanese text that are drawn as outlines, from top to bottom.

    `shapes` are small filled curves of so many points each, `bars` rules and filled boxes (ー and
    Ｉ can be such), `lines` are those of real characters: what is drawn where they stand only
    adorns them. A row of bullets, stripes, bars, or symbols of a map is no text: its shapes are
    too simple, too much alike, or unlike in size.
    """
    drawn = [_Shape(*shape) for shape in zip(shapes, points, strict=True)]
    found = [line for run in _runs(drawn) if (line := _line(run, bars, em)) is not None]
    bare = [line for line in found if not (_is_crossed(line, drawn) or _is_written(line, lines))]
    return sorted(bare, key=lambda line: (line.box.top, line.box.x0))


def _runs(shapes: Sequence[_Shape]) -> list[list[_Shape]]:
    """Shapes that stand near each other on one level, from left to right."""
    ordered = sorted(shapes)
    runs = groups(len(ordered), _neighbours([box for box, _ in ordered]))
    return [[ordered[index] for index in run] for run in runs]


def _neighbours(boxes: Sequence[Rect]) -> Iterator[tuple[int, int]]:
    """Pairs of boxes, which come from left to right, near each other on one level."""
    shelves: defaultdict[int, list[int]] = defaultdict(list)  # what can go on, by height
    for index, box in enumerate(boxes):
        for shelf in range(int(box.top / _SHELF), int(box.bottom / _SHELF) + 1):
            near = [n for n in shelves[shelf] if _reaches(boxes[n], box)]
            yield from ((n, index) for n in near if _on_one_level(boxes[n], box))
            shelves[shelf] = [*near, index]


def _on_one_level(left: Rect, right: Rect) -> bool:
    low = min(left.height, right.height)
    shared = min(left.bottom, right.bottom) - max(left.top, right.top)
    return shared >= _LEVEL * low and right.x0 - left.x1 < _NEAR * low


def _reaches(left: Rect, right: Rect) -> bool:
    return right.x0 - left.x1 < _NEAR * left.height


def _line(run: Sequence[_Shape], bars: Iterable[Rect], em: float) -> Outlined | None:
    """The run as a line of glyphs, if it looks like one."""
    box = reduce(around, (shape.box for shape in run))
    if box.height < _SMALLEST * em or box.width < 2 * box.height:
        return None
    glyphs = list(_glyphs(run, box.height))
    pitches = [b.box.x0 + b.box.x1 - a.box.x0 - a.box.x1 for a, b in pairwise(glyphs)]
    pitch = median(pitches) / 2 if pitches else 0.0
    width = median(glyph.box.width for glyph in glyphs)
    if not (_fits(pitch, _PITCH, box) and _fits(width, _WIDE, box) and _unlike(glyphs, box)):
        return None
    whole = reduce(around, (bar for bar in bars if _ends(box, bar)), box)
    count = round(whole.width / pitch)
    return Outlined(whole, count) if count >= _GLYPHS else None


def _fits(length: float, bounds: tuple[float, float], line: Rect) -> bool:
    return bounds[0] <= length / line.height <= bounds[1]


def _unlike(glyphs: Sequence[_Shape], line: Rect) -> bool:
    """Whether most of the glyphs are as high and intricate as those of kanji and kana, and not
    all the same."""
    shapely = [g for g in glyphs if g.points >= _POINTS and g.box.height > _HIGH * line.height]
    kinds = {(g.points, round(g.box.width), round(g.box.height)) for g in shapely}
    most = _MOST * len(glyphs)
    return len(shapely) >= most and len(kinds) >= min(most, _UNLIKE)


def _ends(line: Rect, bar: Rect) -> bool:
    """Whether a bar is the last (or first) glyph of a line: the Ｉ of 生成ＡＩ."""
    near = 0.1 * line.height
    inside = line.top - near < bar.top and bar.bottom < line.bottom + near
    apart = max(bar.x0 - line.x1, line.x0 - bar.x1)
    return inside and bar.width < line.height and 0 <= apart < _BESIDE * line.height


def _glyphs(run: Iterable[_Shape], em: float) -> Iterator[_Shape]:
    """The shapes of a run put together to glyphs, none wider than the line is high."""
    glyph: _Shape | None = None
    for shape in run:
        whole = shape if glyph is None else _together(glyph, shape)
        if glyph is not None and whole.box.width > 1.08 * em:
            yield glyph
            whole = shape
        glyph = whole
    if glyph is not None:
        yield glyph


def _together(one: _Shape, other: _Shape) -> _Shape:
    return _Shape(around(one.box, other.box), one.points + other.points)


def _is_crossed(line: Outlined, shapes: Iterable[_Shape]) -> bool:
    """Whether shapes lie across the upper or the lower edge of a line, as those of a map do."""
    x0, top, x1, bottom = line.box
    near = 0.1 * line.box.height
    across = (
        box.top < edge - near and box.bottom > edge + near
        for box, _ in shapes
        if box.x0 < x1 and box.x1 > x0
        for edge in (top, bottom)
    )
    return sum(across) > _CROSSING * line.glyphs


def _is_written(outlined: Outlined, lines: Iterable[Line]) -> bool:
    """Whether real characters stand where the outlines are."""
    box = outlined.box
    inside = sum(
        box.holds((glyph.x0 + glyph.x1) / 2, (glyph.top + glyph.bottom) / 2)
        for line in lines
        if line.top < box.bottom and line.bottom > box.top
        for glyph in line.glyphs
    )
    return inside > 0.5 * outlined.glyphs


def mark_bullets(lines: Iterable[Line], shapes: Iterable[Rect], em: float) -> None:
    """Tell the lines that have an outlined bullet or number just before them, all of it on their
    level: what goes on above or below is a dashed rule."""
    small = sorted((_middle(s), s.x1) for s in shapes if max(s.width, s.height) < 1.3 * em)
    for line in lines:
        first = bisect_left(small, (line.top - 0.3 * em, 0.0))
        last = bisect_left(small, (line.bottom + 0.3 * em, 0.0))
        before = [middle for middle, x1 in small[first:last] if -3 * em < x1 - line.x0 < 0]
        line.bulleted = bool(before) and before[-1] - before[0] < 0.45 * em


def _middle(shape: Rect) -> float:
    return (shape.top + shape.bottom) / 2
