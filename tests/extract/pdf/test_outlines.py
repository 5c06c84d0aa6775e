"""Outlined glyphs: which small filled curves are lines of text, and which are none."""

import pytest

from pipeline.extract.pdf.frame import Rect
from pipeline.extract.pdf.lines import Line
from pipeline.extract.pdf.outlines import Outlined, outlined_lines
from tests.extract.pdf.glyphs import line

# A shape: where it begins, how wide and high it is, and its number of points.
Shape = tuple[float, float, float, int]

TITLE: list[Shape] = [
    (0, 9, 10, 21),
    (11, 9.4, 9.6, 33),
    (22, 4, 10, 18),  # the two halves of one glyph
    (26.6, 4.8, 10, 25),
    (33, 9, 9, 17),
    (44, 8.6, 9.8, 40),
]

# Shapes, bars beside them, and about how many characters they are.
RUNS: list[tuple[list[Shape], list[Rect], int]] = [
    (TITLE, [], 5),
    (TITLE, [Rect(59, 0, 61, 10)], 6),  # Ｉ is a box
    (TITLE, [Rect(70, 0, 72, 10)], 5),  # what stands apart is none
    (TITLE, [Rect(-5, -5, 80, 15)], 5),  # nor is the frame round it
    ([*TITLE[:2], *TITLE[4:]], [], 5),  # ー is a box, and missing
    (TITLE[:3], [], 0),  # too short
    ([(12 * n, 10, 10, 5) for n in range(8)], [], 0),  # a striped rule
    ([(12 * n, 10, 10, 13) for n in range(8)], [], 0),  # a row of dots
    ([(12 * n, 10, 2 + 3 * n, 20 + n) for n in range(8)], [], 0),  # unlike in height
    ([(30 * n, 10, 10, 20 + n) for n in range(8)], [], 0),  # far apart: icons
    ([(25 * n, 24, 10, 20 + n) for n in range(8)], [], 0),  # wide: arrows
    ([(2.4 * n, 2, 2, 20 + n) for n in range(9)], [], 0),  # too small to be read
]


@pytest.mark.parametrize(("shapes", "bars", "count"), RUNS)
def test_lines(shapes: list[Shape], bars: list[Rect], count: int) -> None:
    assert sum(found.glyphs for found in _outlined(shapes, bars)) == count


@pytest.mark.parametrize(("text", "count"), [("図書館の夜", 0), ("図", 5)])
def test_what_is_written_there_is_read(text: str, count: int) -> None:
    written = [line(text, 0, 0, 11)]
    assert sum(found.glyphs for found in _outlined(TITLE, [], written)) == count


def test_a_long_line_repeats_its_characters() -> None:
    (found,) = _outlined([(11 * n, 9 + n % 7 / 10, 10, 20 + n % 7) for n in range(30)], [])
    assert found.box == Rect(0, 0, 328.1, 10)
    assert found.glyphs == 30


def _outlined(
    shapes: list[Shape], bars: list[Rect], lines: list[Line] | None = None
) -> list[Outlined]:
    boxes = [Rect(x, 10 - high, x + wide, 10) for x, wide, high, _ in shapes]
    return outlined_lines(boxes, [points for *_, points in shapes], bars, lines or [], 10)
