"""Numbers of list items that a program drew as pictures or outlines before the item's text.

The file does not say what they are, but a reader sees `2)`: they are read by their shape, and
become characters of the line.
"""

from collections.abc import Iterator, Sequence
from functools import reduce
from itertools import pairwise

from pdfplumber.page import Page

from pipeline.extract.pdf.frame import Direction, Rect, around
from pipeline.extract.pdf.glyphs import Drawn, add_character
from pipeline.extract.pdf.lines import Line
from pipeline.extract.pdf.sheet import Sheet
from pipeline.report import Glyphs

# Dots an inch at which a page is drawn for it.
_RESOLUTION = 200
# A number's height, the least of its parts' (a bullet is lower), its width and the white after it,
# in ems of the line.
_HEIGHT = (0.6, 1.6)
_PART = 0.45
_WIDTH = (0.4, 3.0)
_GAP = (-0.2, 2.0)


def read_labels(page: Page, sheet: Sheet, drawn: Sequence[Drawn], into: Glyphs) -> list[Drawn]:
    """The characters of such numbers on a page of horizontal writing, added to `into`."""
    if sheet.frame.direction is not Direction.RIGHT:
        return []
    marked = [(line, box) for line in sheet.lines for box in _before(line, sheet)]
    if not marked:
        return []
    from pipeline.extract.pdf.shapes import read_number  # numpy is loaded where it is needed

    picture = page.to_image(resolution=_RESOLUTION, antialias=True, force_mediabox=True).original
    scale = _RESOLUTION / 72
    characters = {character.source: character for character in drawn}
    found: list[Drawn] = []
    for line, box in marked:
        beside = characters[line.glyphs[0].index]
        x0, top, x1, bottom = (edge * scale for edge in box)
        number = read_number(picture.crop((x0, top, x1, bottom)))
        edges = [*(box.x0 + start / scale for _, start in number), box.x1]
        for (char, _), place in zip(number, pairwise(edges), strict=True):
            found.append(_character(char, place, beside, into))
    return found


def _before(line: Line, sheet: Sheet) -> Iterator[Rect]:
    """What stands before the line as its number would."""
    pictures = [box for box in sheet.pictures if _is_beside(box, line)]
    parts = [box for box in sheet.shapes if _is_part(box, line)]
    outlines = [reduce(around, parts)] if parts else []
    yield from [box for box in (*pictures, *outlines) if _is_number(box, line)][:1]


def _is_beside(box: Rect, line: Line) -> bool:
    level = abs((box.top + box.bottom) - (line.top + line.bottom)) < 0.8 * line.size
    return level and _GAP[0] < (line.x0 - box.x1) / line.size < _GAP[1]


def _is_part(box: Rect, line: Line) -> bool:
    level = abs((box.top + box.bottom) - (line.top + line.bottom)) < 0.8 * line.size
    near = _GAP[0] < (line.x0 - box.x1) / line.size < _GAP[1] + _WIDTH[1]
    return level and near and _PART < box.height / line.size < _HEIGHT[1]


def _is_number(box: Rect, line: Line) -> bool:
    high = _HEIGHT[0] < box.height / line.size < _HEIGHT[1]
    wide = _WIDTH[0] < box.width / line.size < _WIDTH[1]
    return high and wide and _GAP[0] < (line.x0 - box.x1) / line.size < _GAP[1]


def _character(char: str, place: tuple[float, float], beside: Drawn, into: Glyphs) -> Drawn:
    """A character on the baseline of the one that it stands beside, and of its size."""
    x0, x1 = place
    page = into.page[beside.source]
    source = add_character(into, char, page, (x0, beside.top, x1, beside.bottom))
    return Drawn(source, char, x0, beside.top, x1, beside.bottom, x0, beside.y, False, beside.font)
