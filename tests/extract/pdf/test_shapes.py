"""Numbers read off their picture: what is one, and what only looks like one."""

from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

from pipeline.extract.pdf.shapes import read_number
from tests.typeset.fonts import FILES

PICTURES = [
    ("1)", "1)"),
    ("5)", "5)"),
    ("(7)", "(7)"),
    ("10.", "10."),
    ("(15)", "(15)"),
    ("(ア)", ""),  # kana
    ("a)", ""),  # letters are left alone
    ("i)", ""),
    ("B.", ""),
    ("●", ""),  # a bullet
    ("①", ""),  # one shape: the ring
    ("12", ""),  # no number of an item without a bracket or a full stop
    ("注)", ""),
    ("", ""),
]


@pytest.mark.parametrize(("text", "expected"), PICTURES)
@pytest.mark.parametrize("name", ["mincho", "gothic"])
def test_numbers_of_items(text: str, expected: str, name: str) -> None:
    if not FILES[name].exists():
        pytest.skip("fonts missing: apt-get install -y fonts-ipaexfont")
    found = read_number(picture_of(text, FILES[name]))
    assert "".join(character.char for character in found) == expected


def picture_of(text: str, font: Path) -> Image.Image:
    picture = Image.new("L", (44 * len(text) + 20, 70), 255)
    ImageDraw.Draw(picture).text((8, 10), text, 0, font=ImageFont.truetype(font, 44))
    return picture
