"""Lines: what stands on one level is joined up to a gutter, in the order of its ink."""

import pytest

from pipeline.extract.pdf.lines import join_level, line_of, merge
from tests.extract.pdf.glyphs import glyph, line

LEFT = "生成ＡＩの活用に向けて"  # 11 ems


@pytest.mark.parametrize(
    ("left", "x", "joined"),
    [
        (LEFT, 120.0, True),  # an em of white is no gutter
        (LEFT, 130.0, False),  # two ems are
        (LEFT + "、", 130.0, False),  # 、 hangs over the gutter: half of its em is white too
        (LEFT + "，", 130.0, False),  # so does ，
        (LEFT + "）", 130.0, True),  # a bracket does not hang
        (LEFT + "、", 125.0, True),  # the white after 、 in justified text
        ("一、", 30.0, True),  # a number and its title
        ("１．", 30.0, True),
        ("は、", 30.0, False),  # the end of a line, after a footnote's mark
    ],
)
def test_parts_are_joined_up_to_a_gutter(left: str, x: float, joined: bool) -> None:
    parts = join_level([line(left), line("知識労働分野での活用", x)])
    assert len(parts) == (1 if joined else 2)


@pytest.mark.parametrize(
    ("glyphs", "text"),
    [
        # a full-width ’ over the s that follows it; its ink is on the left
        ([("y", 0, 0.5), ("s", 6, 0.4), ("’", 4.5, 1.0)], "y’s"),
        # a full-width “ over the letter before it; its ink is on the right
        ([("i", 7, 0.3), ("“", 3, 1.0)], "i“"),
        ([("し", 0, 1.0), ("「", 15, 1.0), ("、", 10, 1.0)], "し、「"),  # 、 and 「 pushed together
        ([("は", 0, 1.0), ("i", 8, 0.3)], "はi"),
    ],
)
def test_glyphs_stand_in_the_order_of_their_ink(
    glyphs: list[tuple[str, float, float]], text: str
) -> None:
    parts = [line_of([glyph(char, x, width=width)]) for char, x, width in glyphs]
    assert merge(parts).text == text
