"""Reads a page's glyphs and its ink (rules, frames, pictures) from what pdfplumber parsed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from pdfminer.layout import LTChar, LTContainer, LTCurve, LTImage, LTLine, LTRect
from pdfplumber.page import Page

from pipeline.extract.pdf.mend import UNREADABLE
from pipeline.glyphs import Glyphs

_LEVEL = 1e-3
# A filled box thinner than this is a rule, a thicker one is an area (points).
_THIN = 2.5
# All places on a page of usual size.
_POINTS = [hundredths / 100 for hundredths in range(120_000)]
# Outlines of a glyph are smaller than this (points).
_GLYPH = 60


class Drawn(NamedTuple):
    """A character as the file draws it; lengths in points from the page's top left corner.

    `source` is the source character, `(x, y)` its origin (the start of its baseline), and
    `turned` whether it lies on its side.
    """

    source: int
    char: str
    x0: float
    top: float
    x1: float
    bottom: float
    x: float
    y: float
    turned: bool
    font: str


@dataclass(slots=True)
class Ink:
    """What is drawn on a page beside text: boxes `(x0, top, x1, bottom)` of rules and frames, of
    filled areas, of curved lines, of small filled shapes among these (parts of outlined glyphs,
    perhaps) with the number of points of each, and of pictures."""

    strokes: list[tuple[float, float, float, float]] = field(default_factory=list)
    fills: list[tuple[float, float, float, float]] = field(default_factory=list)
    curves: list[tuple[float, float, float, float]] = field(default_factory=list)
    shapes: list[tuple[float, float, float, float]] = field(default_factory=list)
    points: list[int] = field(default_factory=list)
    pictures: list[tuple[float, float, float, float]] = field(default_factory=list)


def read_page(page: Page, into: Glyphs, number: int) -> tuple[list[Drawn], Ink]:
    """The characters of a page in the order of its stream, and its ink.

    All characters are added to `into`, those of several letters (a ligature of the font's own)
    one by one.
    """
    height = float(page.height)
    drawn: list[Drawn] = []
    ink = Ink()
    for item in _leaves(page.layout):
        if isinstance(item, LTChar):
            drawn.extend(_characters(item, height, into, number))
        elif isinstance(item, (LTLine, LTRect)) or _is_rectangle(item):
            thick = min(item.width, item.height) > _THIN and not item.stroke
            (ink.fills if thick else ink.strokes).append(_box(item, height))
        elif isinstance(item, LTImage) and min(item.width, item.height) <= _THIN:
            ink.strokes.append(_box(item, height))  # a dashed rule can be made of pictures
        elif isinstance(item, LTCurve):
            ink.curves.append(_box(item, height))
            if item.fill and max(item.width, item.height) < _GLYPH:
                ink.shapes.append(_box(item, height))
                ink.points.append(len(item.pts))
        elif isinstance(item, LTImage):
            ink.pictures.append(_box(item, height))
    into.text += "".join(glyph.char for glyph in drawn)
    return drawn, ink


def point(place: float) -> float:
    """A place (or a size) to a hundredth of a point; equal ones are one number in memory, for a
    long report has millions."""
    hundredths = round(place * 100)
    return _POINTS[hundredths] if 0 <= hundredths < len(_POINTS) else hundredths / 100


def _leaves(items: Iterable[Any]) -> Iterator[Any]:
    for item in items:
        if isinstance(item, LTContainer):
            yield from _leaves(item)
        else:
            yield item


def _is_rectangle(item: Any) -> bool:
    """Whether a path of straight lines is a box, though it has more points than corners: some
    programs begin it in the middle of a side."""
    if not isinstance(item, LTCurve) or not 5 < len(item.pts) < 9:
        return False
    if item.original_path is None or any(step[0] not in "mlh" for step in item.original_path):
        return False
    sides = [(_is_near(x, item.x0, item.x1), _is_near(y, item.y0, item.y1)) for x, y in item.pts]
    corners = {
        (round(x), round(y)) for (x, y), side in zip(item.pts, sides, strict=True) if all(side)
    }
    return all(map(any, sides)) and len(corners) == 4


def _is_near(place: float, *sides: float) -> bool:
    return any(abs(place - side) < _LEVEL for side in sides)


def _box(item: Any, height: float) -> tuple[float, float, float, float]:
    return point(item.x0), point(height - item.y1), point(item.x1), point(height - item.y0)


def _characters(item: LTChar, height: float, into: Glyphs, number: int) -> Iterator[Drawn]:
    a, b, _, d, x, y = item.matrix
    text = item.get_text()
    if text.startswith("(cid:"):
        text = UNREADABLE
    x0, top, x1, bottom = item.x0, height - item.y1, item.x1, height - item.y0
    turned = abs(a) <= _LEVEL * abs(b) or (a == 0 and d == 0)
    step = (x1 - x0) / max(len(text), 1)
    top, bottom = point(top), point(bottom)
    for place, char in enumerate(text or UNREADABLE):
        left = point(x0 + place * step)
        right = point(x0 + (place + 1) * step)
        index = into.place(number, (left, top, right, bottom))
        yield Drawn(
            index, char, left, top, right, bottom, x + left - x0, height - y, turned, item.fontname
        )
