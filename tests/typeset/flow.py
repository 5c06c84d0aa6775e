"""Horizontal setting: blocks flow through frames, line by line."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from tests.typeset.press import Glyph, Page
from tests.typeset.setting import Line, Style, cells, fill, lines, units
from tests.typeset.source import Block, Piece

Styles = Mapping[str, Style]


class OverflowingError(Exception):
    """The frames are full before the blocks are set."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A column on a page."""

    page: Page
    x: float
    top: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return self.top + self.height


@dataclass(slots=True)
class _Cursor:
    """Where the next line goes."""

    frames: list[Frame]
    index: int = 0
    y: float = 0

    @property
    def frame(self) -> Frame:
        if self.index >= len(self.frames):
            raise OverflowingError
        return self.frames[self.index]

    def skip(self, space: float) -> None:
        if self.y:
            self.y += space

    def make_room(self, height: float) -> Frame:
        """The frame that has room for so much: this one or the next."""
        while self.y + height > self.frame.height + 0.01:
            self.index, self.y = self.index + 1, 0
        return self.frame


def columns(page: Page, top: float, height: float, count: int = 2) -> list[Frame]:
    """Frames side by side between margins of 60 points, 24 points apart."""
    measure = (page.width - 120 - 24 * (count - 1)) / count
    return [Frame(page, 60 + i * (measure + 24), top, measure, height) for i in range(count)]


def flow(blocks: list[Block], frames: list[Frame], styles: Styles) -> float:
    """Set the blocks into the frames; answer where the last line ends. Raises OverflowingError."""
    placed, bottom = _place(blocks, frames, styles)
    for page, line, x, baseline, style in placed:
        draw_line(page, line, x, baseline, style)
    return bottom


def zone(blocks: list[Block], page: Page, top: float, styles: Styles, count: int = 2) -> float:
    """Set the blocks in columns of equal height from `top` on; answer where the zone ends."""
    height = 0.0
    while True:
        frames = columns(page, top, height, count)
        try:
            flow(blocks, frames, styles)
        except OverflowingError:
            height += 1
        else:
            return top + height


_Placed = tuple[Page, Line, float, float, Style]


def _place(blocks: list[Block], frames: list[Frame], styles: Styles) -> tuple[list[_Placed], float]:
    cursor = _Cursor(frames)
    placed: list[_Placed] = []
    for block in blocks:
        style = styles[block.style]
        cursor.skip(style.before)
        rest, first = units(cells(block, style)), True
        while rest:
            keep = 0 if block is blocks[-1] else style.keep
            frame = cursor.make_room(style.leading + keep)
            line, rest = fill(rest, frame.width, style, first)
            baseline = frame.top + cursor.y + style.leading / 2 + style.size * 0.38
            placed.append((frame.page, line, frame.x, baseline, style))
            cursor.y += style.leading
            first = False
        cursor.skip(style.after)
    return placed, cursor.frame.top + cursor.y


def draw_line(page: Page, line: Line, x: float, baseline: float, style: Style) -> None:
    """Draw the line's glyphs, each base before its ruby, marks raised."""
    for index, (cell, start) in enumerate(line.placed()):
        raised = style.size * 0.4 if cell.mark else 0
        for strike in range(style.strikes):
            place = x + start + 0.15 * strike
            page.marks.append(Glyph(cell.char, place, baseline - raised, cell.font, cell.size))
        if cell.ruby:
            _draw_ruby(page, line, index, x, baseline)


def _draw_ruby(page: Page, line: Line, index: int, x: float, baseline: float) -> None:
    cell = line.cells[index]
    last = index + cell.base - 1
    start, end = line.starts[index], line.starts[last] + line.cells[last].advance
    for char, at in spaced(cell.ruby, start, end, cell.size / 2):
        page.marks.append(Glyph(char, x + at, baseline - cell.size, cell.font, cell.size / 2))


def spaced(ruby: str, start: float, end: float, size: float) -> list[tuple[str, float]]:
    """Where each character of a ruby begins: spread over its base, or jutting out on both sides."""
    slack = (end - start) - len(ruby) * size
    step = max(slack, 0.0) / len(ruby)
    origin = start + min(slack, 0.0) / 2 + step / 2
    return [(char, origin + i * (size + step)) for i, char in enumerate(ruby)]


def say(page: Page, text: str, x: float, y: float, style: Style) -> None:
    """Set a single line from (x, y) on, `y` being its baseline: a running head, a number."""
    (line,) = lines(Block("paragraph", [Piece(text)]), style, math.inf)
    draw_line(page, line, x, y, style)
