"""Numbers of list items that a program drew as pictures or outlines before the item's text.

The file does not say what they are, but a reader sees `2)`: they are read by their shape, and
become characters of the line.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import reduce
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from pdfplumber.page import Page

from pipeline.extract.pdf.frame import Direction, Rect, around
from pipeline.extract.pdf.glyphs import Drawn
from pipeline.extract.pdf.lines import Line
from pipeline.extract.pdf.sheet import Sheet
from pipeline.glyphs import Glyphs

if TYPE_CHECKING:  # loaded where a page is drawn
    from PIL.Image import Image

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
    marked = list(_marked(sheet))
    picture = _picture(page) if marked else None
    if picture is None:
        return []
    from pipeline.extract.pdf.shapes import read_number  # numpy is loaded where it is needed

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


def _picture(page: Page) -> "Image | None":
    """The page as pdfium draws it, if it can."""
    try:
        drawn = page.to_image(resolution=_RESOLUTION, antialias=True, force_mediabox=True)
    except Exception:  # what pdfplumber reads, pdfium may refuse; the page's text is not lost
        return None
    original: Image = drawn.original
    return original


def _marked(sheet: Sheet) -> Iterator[tuple[Line, Rect]]:
    """Lines, and what stands before each as its number would."""
    pictures = sorted(sheet.pictures, key=_middle)
    shapes = sorted(sheet.shapes, key=_middle)
    for line in sheet.lines:
        parts = [box for box in _level(shapes, line) if _is_part(box, line)]
        outlines = [reduce(around, parts)] if parts else []
        numbers = (b for b in (*_level(pictures, line), *outlines) if _is_number(b, line))
        yield from ((line, box) for box in islice(numbers, 1))


def _middle(box: Rect) -> float:
    return (box.top + box.bottom) / 2


def _level(boxes: Sequence[Rect], line: Line) -> Sequence[Rect]:
    """Those of the boxes, ordered from top to bottom, that stand on the line's level."""
    middle = (line.top + line.bottom) / 2
    first = bisect_left(boxes, middle - 0.4 * line.size, key=_middle)
    return boxes[first : bisect_left(boxes, middle + 0.4 * line.size, key=_middle)]


def _is_part(box: Rect, line: Line) -> bool:
    near = _GAP[0] < (line.x0 - box.x1) / line.size < _GAP[1] + _WIDTH[1]
    return near and _PART < box.height / line.size < _HEIGHT[1]


def _is_number(box: Rect, line: Line) -> bool:
    high = _HEIGHT[0] < box.height / line.size < _HEIGHT[1]
    wide = _WIDTH[0] < box.width / line.size < _WIDTH[1]
    return high and wide and _GAP[0] < (line.x0 - box.x1) / line.size < _GAP[1]


def _character(char: str, place: tuple[float, float], beside: Drawn, into: Glyphs) -> Drawn:
    """A character on the baseline of the one that it stands beside, and of its size."""
    x0, x1 = place
    page = into.page[beside.source]
    source = into.add(char, page, (x0, beside.top, x1, beside.bottom))
    return Drawn(source, char, x0, beside.top, x1, beside.bottom, x0, beside.y, False, beside.font)
