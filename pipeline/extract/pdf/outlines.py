"""Outlined glyphs: text that a program drew as curves, so that the file does not say what it is."""

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
    for shape in sorted(small, key=lambda shape: shape.top + shape.bottom):
        middle = (shape.top + shape.bottom) / 2
        if rows and middle - (rows[-1][0].top + rows[-1][0].bottom) / 2 < 0.9 * em:
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
    small = [s for s in shapes if max(s.width, s.height) < 1.3 * em]
    for line in lines:
        before = [
            (s.top + s.bottom) / 2
            for s in small
            if -3 * em < s.x1 - line.x0 < 0
            and line.top - 0.3 * em < (s.top + s.bottom) / 2 < line.bottom + 0.3 * em
        ]
        line.bulleted = bool(before) and max(before) - min(before) < 0.45 * em
