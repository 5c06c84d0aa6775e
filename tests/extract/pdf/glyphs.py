"""Sets lines of glyphs for the tests, an em apart unless told otherwise."""

from pipeline.extract.pdf.lines import Line, line_of
from pipeline.extract.pdf.turn import Glyph


def glyph(char: str, x: float, top: float = 0.0, size: float = 10.0, width: float = 1.0) -> Glyph:
    """A glyph whose box is `width` ems wide."""
    return Glyph(0, char, x, top, x + width * size, top + size, size, "Mincho")


def line(text: str, x: float = 0.0, top: float = 0.0, size: float = 10.0) -> Line:
    """A line of glyphs side by side; ASCII is half an em wide, and a space is drawn as one."""
    glyphs: list[Glyph] = []
    for char in text:
        width = 0.5 if char.isascii() else 1.0
        if char.isspace():
            if glyphs:
                glyphs[-1].space = len(glyphs)
                glyphs[-1].wide = char == "\u3000"
        else:
            glyphs.append(glyph(char, x, top, size, width))
        x += width * size
    for index, made in enumerate(glyphs):
        made.index = index
    return line_of(glyphs)
