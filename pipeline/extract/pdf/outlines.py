"""Outlined glyphs: text that a program drew as curves, so that the file does not say what it is."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from pipeline.extract.pdf.frame import Rect
from pipeline.extract.pdf.lines import Line

# A run of outlines longer than this (ems) is a word; parts of a glyph are no further apart.
_WORD = 2.4
_NEAR = 0.3
# So many shapes make a word at least: kanji are several shapes each.
_SHAPES = 4
# This share of a word's shapes are higher than this (ems); dashes of a rule are not.
_SHARE = 0.35
_HIGH = 0.45


def outlined_ems(shapes: Iterable[Rect], em: float) -> float:
    """How many ems of text are drawn as outlines; `shapes` are small filled curves."""
    small = [s for s in shapes if max(s.width, s.height) < 1.3 * em]
    rows: list[list[Rect]] = []
    for shape in sorted(small, key=_middle):
        if rows and _middle(shape) - _middle(rows[-1][0]) < 0.9 * em:
            rows[-1].append(shape)
        else:
            rows.append([shape])
    return sum(length for row in rows for length in _words(row, em))


def _words(row: Sequence[Rect], em: float) -> list[float]:
    lengths = []
    run: list[Rect] = []
    for shape in [*sorted(row, key=lambda shape: shape.x0), None]:
        if shape is not None and (not run or shape.x0 - max(s.x1 for s in run) < _NEAR * em):
            run.append(shape)
            continue
        length = max(s.x1 for s in run) - run[0].x0
        high = sum(s.height > _HIGH * em for s in run)
        if len(run) >= _SHAPES and length > _WORD * em and high > _SHARE * len(run):
            lengths.append(length / em)
        run = [] if shape is None else [shape]
    return lengths


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
