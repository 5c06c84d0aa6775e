"""Footnote marks: which small, raised figures are some."""

import pytest

from pipeline.extract.pdf.footnotes import find_marks, take_footnotes
from pipeline.extract.pdf.frame import Direction, Frame, Rect
from pipeline.extract.pdf.lines import Line
from pipeline.extract.pdf.sheet import Sheet
from tests.extract.pdf.glyphs import glyph, line

# A line, what of it is set small and raised, the page's labels, and its marks.
MARKS = [
    ("協定7について", "7", {"7"}, ["7"]),
    ("協定7について", "7", set(), ["7"]),  # its footnote may stand elsewhere
    ("協定⁷について", "", set(), ["⁷"]),  # a raised figure is a character of its own
    ("協定7について", "", {"7"}, []),  # on the line
    ("面積は5km2である", "2", {"1"}, []),  # a power
    ("GOsa²を使う", "", {"1"}, []),  # part of a name
    ("ASEAN²を使う", "", {"2"}, ["²"]),  # unless a footnote has that number
    ("2023年に11機7の体制", "7", {"7"}, ["7"]),
    ("体制となるi。", "i", set(), ["i"]),  # an endnote's mark
    ("体制となるi。", "", set(), []),
    ("数列xiの和", "i", set(), []),  # an exponent
]


@pytest.mark.parametrize(("text", "raised", "labels", "marks"), MARKS)
def test_marks(text: str, raised: str, labels: set[str], marks: list[str]) -> None:
    found = find_marks(with_raised(line(text), raised), labels)
    assert ["".join(glyph.char for glyph in mark) for mark in found] == marks


@pytest.mark.parametrize(
    ("text", "raised", "notes"),
    [
        ("協定7について", "7", 1),  # a mark in the text points to what stands below the rule
        ("協定8について", "8", 0),  # another does
        ("協定7について", "", 0),  # no mark
    ],
)
def test_notes_as_large_as_the_text_stand_below_a_rule(text: str, raised: str, notes: int) -> None:
    body = [line("国際連合は世界の平和のために協力している", 60, 16 * row) for row in range(30)]
    lines = [*body, with_raised(line(text, 60, 480), raised), line("7 条約による。", 60, 520)]
    sheet = Sheet(1, Frame(Direction.RIGHT, 595, 842), False, 10, lines, [])
    sheet.strokes = [Rect(60, 510, 140, 510.5)]
    assert sum(len(foot) for foot in take_footnotes(sheet)) == notes


def with_raised(plain: Line, raised: str) -> Line:
    if raised:
        place = plain.text.rindex(raised)
        old = plain.glyphs[place]
        plain.glyphs[place] = glyph(raised, old.x0, plain.top, plain.size * 0.6, 0.5)
    return plain
