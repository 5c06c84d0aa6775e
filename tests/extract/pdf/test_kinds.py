"""Kinds of lines: headings that only their number and their type tell."""

import pytest

from pipeline.extract.pdf.kinds import Style, is_numbered_heading
from tests.extract.pdf.glyphs import line

STYLE = Style(10.0, frozenset({"Mincho", "Gothic"}), "Mincho")

# A line, its fonts (of most of it, of its last three characters), its size; whether it is one.
HEADINGS = [
    ("第１章　総則", ("Mincho", "Mincho"), 10, True),
    ("３－２　申請の方法", ("Gothic", "Gothic"), 10, True),
    ("1)　データの標準化", ("Gothic", "Gothic"), 9, True),
    ("３－２　申請の方法", ("Mincho", "Mincho"), 10, False),  # an item of a list
    ("（１）初めて申請する者", ("Gothic", "Mincho"), 10, False),  # stressed words in it
    ("（１）紙の申請は受け付けない。", ("Gothic", "Gothic"), 10, False),  # a sentence
    ("注意", ("Gothic", "Gothic"), 10, False),  # no number
    ("１．見積に関する一切の件", ("Gothic", "Gothic"), 7, False),  # a form in small type
    ("（１）" + "あ" * 50, ("Gothic", "Gothic"), 10, False),  # as long as a line of text
]


@pytest.mark.parametrize(("text", "fonts", "size", "expected"), HEADINGS)
def test_numbered_headings(text: str, fonts: tuple[str, str], size: int, expected: bool) -> None:
    made = line(text, size=size)
    for glyph in made.glyphs:
        glyph.font = fonts[0]
    for glyph in made.glyphs[-3:]:
        glyph.font = fonts[1]
    assert is_numbered_heading(made, text, STYLE) is expected
