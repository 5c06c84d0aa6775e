"""Edges: where the lines of a column end, whatever runs over it or falls short."""

import pytest

from pipeline.extract.pdf.columns import Column
from pipeline.extract.pdf.edges import edges_of
from pipeline.extract.pdf.frame import Rect
from tests.extract.pdf.glyphs import line

# Widths of a column's lines in ems, where its report's lines usually end, and its right edge.
RIGHT = [
    ([30, 30, 30, 30, 12], 0, 30),
    ([30, 30, 33, 30, 30, 12], 0, 30),  # an address runs over the edge
    ([30, 33, 12], 0, 33),  # too few lines to tell that
    ([30, 33, 12], 30, 33),  # and too many that are longer than the report's
    ([28, 30, 33, 8, 9, 12], 30, 30),  # one line in six is longer than those
    ([24, 26, 29, 27, 25, 28], 0, 29),  # a ragged margin
    ([8, 8, 8, 8, 8], 40, 40),  # short lines alone do not tell
    ([30, 30, 30, 30, 30], 40, 30),  # long ones do: text beside a margin
]


@pytest.mark.parametrize(("widths", "usual", "right"), RIGHT)
def test_right_edge(widths: list[int], usual: int, right: int) -> None:
    lines = [line("あ" * width, 0, 16 * row) for row, width in enumerate(widths)]
    assert edges_of(Column(list(lines)), 10, (), usual * 10).right == right * 10


# Widths of a frame's lines in ems, how far they begin from its left side, and their right edge in a
# frame 40 ems wide.
FRAMED = [
    ([18, 12], 1, 39),  # as much white on the right as on the left
    ([18, 18], 11, 29),  # set in the middle: the lines themselves tell
    ([30, 30, 30, 30, 12], 1, 31),  # long lines tell better than the frame
    ([39, 20], 1, 40),  # a line may come nearer to the frame than on the left
]


@pytest.mark.parametrize(("widths", "x", "right"), FRAMED)
def test_right_edge_in_a_frame(widths: list[int], x: int, right: int) -> None:
    lines = [line("あ" * width, x * 10, 16 * row) for row, width in enumerate(widths)]
    frame = Rect(0, 0, 400, 200)
    assert edges_of(Column(list(lines)), 10, frame=frame).right == right * 10


def test_notes_in_smaller_type_have_an_edge_of_their_own() -> None:
    body = [line("あ" * 40, 0, 16 * row) for row in range(6)]
    notes = [line("い" * 25, 0, 100 + 12 * row, size=8) for row in range(4)]
    edges = edges_of(Column([*body, *notes]), 10)
    assert (edges.right, edges.right_of(8), edges.right_of(12)) == (400, 200, 400)
