"""Sheets: pages as lines in their frame, read one by one so that a page can be let go."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from pdfplumber.page import Page

from pipeline.extract.pdf.columns import walls
from pipeline.extract.pdf.frame import Direction, Frame, Rect
from pipeline.extract.pdf.glyphs import Drawn, Ink
from pipeline.extract.pdf.lines import Line, chunks, line_of
from pipeline.extract.pdf.outlines import Outlined, mark_bullets, outlined_lines
from pipeline.extract.pdf.ruby import lines_with_ruby
from pipeline.extract.pdf.strikes import once
from pipeline.extract.pdf.turn import Glyph, Turned, turn


@dataclass(slots=True)
class Sheet:
    """A page: its lines, what runs another way (side tabs, labels of axes), and its ink.

    Lengths are in the frame. `em` is the size of most of its type.
    """

    number: int
    frame: Frame
    vertical: bool
    em: float
    lines: list[Line]
    aslant: list[Line]
    strokes: list[Rect] = field(default_factory=list)
    fills: list[Rect] = field(default_factory=list)
    curves: list[Rect] = field(default_factory=list)
    shapes: list[Rect] = field(default_factory=list)
    pictures: list[Rect] = field(default_factory=list)
    frames: list[Rect] = field(default_factory=list)
    rotation: int = 0
    ocr_confidence: float = -1.0
    unreadable: int = 0
    characters: int = 0
    pictured: int = 0
    outlined: list[Outlined] = field(default_factory=list)
    seconds: float = 0.0  # that the work on it took so far
    given_up: bool = False  # because that was too long, or failed


def visible(drawn: Sequence[Drawn], page: Page) -> list[Drawn]:
    """The characters in the part of the page that is shown; a printer's remarks stand outside.

    A crop box that leaves out half of them is wrong itself, and is not heeded.
    """
    left, top = float(page.mediabox[0]), float(page.mediabox[1])
    x0, y0, x1, y1 = (float(place) for place in page.cropbox)
    shown = Rect(x0 - left, y0 - top, x1 - left, y1 - top)
    inside = [g for g in drawn if shown.holds((g.x0 + g.x1) / 2, (g.top + g.bottom) / 2)]
    return inside if len(inside) > 0.5 * len(drawn) else list(drawn)


def lay_out(drawn: Sequence[Drawn], ink: Ink, page: Page, number: int) -> Sheet:
    """The page's characters and ink as a sheet."""
    groups = turn(drawn, float(page.width), float(page.height))
    main = groups[0]
    glyphs = once(main.glyphs)
    sheet = Sheet(
        number,
        main.frame,
        main.vertical,
        body_size(glyphs),
        [],
        [aslant for group in groups[1:] for aslant in _aslant(group, main.frame)],
        rotation=page.rotation,
        unreadable=sum(glyph.char == "\ufffd" for glyph in drawn),
        characters=sum(not glyph.char.isspace() for glyph in drawn),
    )
    _turn_ink(ink, sheet)
    sheet.lines = lines_with_ruby(chunks(glyphs), walls(sheet.strokes, sheet.frame.height))
    mark_bullets(sheet.lines, sheet.shapes, sheet.em)
    bars = (*sheet.strokes, *sheet.fills)
    sheet.outlined = outlined_lines(sheet.shapes, ink.points, bars, sheet.lines, sheet.em)
    return sheet


def empty(sheet: Sheet) -> None:
    """Take everything off the sheet."""
    for things in (sheet.lines, sheet.aslant, sheet.strokes, sheet.fills, sheet.curves):
        things.clear()
    for boxes in (sheet.shapes, sheet.pictures, sheet.frames):
        boxes.clear()


def number_from(sheet: Sheet, start: int) -> None:
    """Let the characters be numbered on from the report's `start` that were from 0."""
    for line in (*sheet.lines, *sheet.aslant):
        for glyph in (*line.glyphs, *(g for ruby in line.rubies for g in ruby.reading)):
            glyph.index += start
            if glyph.space >= 0:
                glyph.space += start


def blank_sheet(page: Page, number: int) -> Sheet:
    """A sheet for a page that could not be read."""
    frame = Frame(Direction.RIGHT, float(page.width), float(page.height))
    return Sheet(number, frame, False, 10.0, [], [])


def body_size(glyphs: Sequence[Glyph]) -> float:
    """The size of most of the prose, which is told by its hiragana; 10 where there is no type."""
    sizes: Counter[float] = Counter()
    for glyph in glyphs:
        sizes[round(glyph.size * 4) / 4] += 100 if "ぁ" <= glyph.char <= "ん" else 1
    return sizes.most_common(1)[0][0] if sizes else 10.0


def _turn_ink(ink: Ink, sheet: Sheet) -> None:
    for boxes, into in (
        (ink.strokes, sheet.strokes),
        (ink.fills, sheet.fills),
        (ink.curves, sheet.curves),
        (ink.shapes, sheet.shapes),
        (ink.pictures, sheet.pictures),
    ):
        into.extend(sheet.frame.rect(*box) for box in boxes)


def _aslant(group: Turned, frame: Frame) -> list[Line]:
    """Each line that runs another way by itself, with the box that it has in the page's frame."""
    found = []
    for line in lines_with_ruby(chunks(once(group.glyphs))):
        box = _seen_from(Rect(line.x0, line.top, line.x1, line.bottom), group.frame, frame)
        placed = line_of(line.glyphs, line.rubies)
        placed.x0, placed.top, placed.x1, placed.bottom = box
        found.append(placed)
    return found


def _seen_from(box: Rect, own: Frame, frame: Frame) -> Rect:
    """A rectangle of one frame, in another frame of the same page."""
    return frame.rect(*own.page_rect(*box))
