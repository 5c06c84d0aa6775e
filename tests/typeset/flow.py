"""Horizontal setting: blocks flow through frames, line by line."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from tests.typeset.press import Glyph, Page
from tests.typeset.setting import Cell, Line, Style, cells, fill, lines, units
from tests.typeset.source import Block, Piece

Styles = Mapping[str, Style]

# Where a glyph is struck again to look bold.
STRIKES = [(0.0, 0.0), (0.25, 0.0), (0.0, 0.25), (0.25, 0.25)]


class OverflowingError(Exception):
    """The frames are full before the blocks are set."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A column on a page, or a band of lines that run down."""

    page: Page
    x: float
    top: float
    width: float
    height: float
    vertical: bool = False

    @property
    def measure(self) -> float:
        """How long its lines are."""
        return self.height if self.vertical else self.width

    @property
    def extent(self) -> float:
        """How far its lines can follow each other."""
        return self.width if self.vertical else self.height


@dataclass(frozen=True, slots=True)
class Placed:
    """A line, and how far it lies from where the frame's first line begins."""

    frame: Frame
    line: Line
    offset: float
    style: Style


@dataclass(slots=True)
class _Cursor:
    """Where the next line goes."""

    frames: list[Frame]
    index: int = 0
    offset: float = 0

    @property
    def frame(self) -> Frame:
        if self.index >= len(self.frames):
            raise OverflowingError
        return self.frames[self.index]

    def skip(self, space: float) -> None:
        if self.offset:
            self.offset += space

    def make_room(self, needed: float) -> Frame:
        """The frame that has room for so much: this one or the next."""
        while self.offset + needed > self.frame.extent + 0.01:
            self.index, self.offset = self.index + 1, 0
        return self.frame


def columns(page: Page, top: float, height: float, count: int = 2) -> list[Frame]:
    """Frames side by side between margins of 60 points, 24 points apart."""
    measure = (page.width - 120 - 24 * (count - 1)) / count
    return [Frame(page, 60 + i * (measure + 24), top, measure, height) for i in range(count)]


def flow(blocks: list[Block], frames: list[Frame], styles: Styles) -> float:
    """Set the blocks into the frames; answer where the last line ends. Raises OverflowingError."""
    end = 0.0
    for placed in place(blocks, frames, styles, cells):
        frame, style = placed.frame, placed.style
        end = frame.top + placed.offset + style.leading
        baseline = end - style.leading / 2 + style.size * 0.38
        draw_line(frame.page, placed.line, frame.x, baseline)
    return end


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


def place(
    blocks: list[Block],
    frames: list[Frame],
    styles: Styles,
    cells_of: Callable[[Block, Style], list[Cell]],
) -> list[Placed]:
    """Fill the frames with the blocks' lines. Raises OverflowingError."""
    cursor = _Cursor(frames)
    placed: list[Placed] = []
    for block in blocks:
        style = styles[block.style]
        if block.align:
            style = replace(style, align=block.align, first_em=0)
        keep = 0 if block is blocks[-1] else style.keep
        cursor.skip(style.before)
        rest, first = units(cells_of(block, style)), True
        while rest:
            frame = cursor.make_room(style.leading + keep)
            line, rest = fill(rest, frame.measure, style, first)
            placed.append(Placed(frame, line, cursor.offset, style))
            cursor.offset += style.leading
            first = False
        cursor.skip(style.after)
    return placed


def draw_line(page: Page, line: Line, x: float, baseline: float) -> None:
    """Draw the line's glyphs, each base before its ruby, marks raised."""
    for index, (cell, start) in enumerate(line.placed()):
        raised = cell.size * 0.73 if cell.mark else 0
        for aside, below in STRIKES[: cell.strikes]:
            place = (x + start + aside, baseline - raised + below)
            page.marks.append(Glyph(cell.char, *place, cell.font, cell.size))
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
    draw_line(page, line, x, y)
