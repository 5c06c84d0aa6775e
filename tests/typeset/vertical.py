"""Vertical setting: lines run down the page and follow each other from right to left."""

from dataclasses import replace

from tests.typeset.fonts import font
from tests.typeset.press import Glyph, Page
from tests.typeset.setting import Style


def say_down(page: Page, text: str, x: float, y: float, style: Style) -> None:
    """Set a single line from (x, y) downwards, glyphs upright: a side tab."""
    upright = replace(style, font=font(f"{style.font}-vertical"))
    for index, char in enumerate(text):
        baseline = y + index * style.size + style.size * 0.88
        page.marks.append(Glyph(char, x, baseline, upright.font, style.size))
