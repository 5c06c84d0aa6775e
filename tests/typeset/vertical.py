"""Vertical setting: lines run down the page and follow each other from right to left."""

import re
from dataclasses import replace

from tests.typeset.flow import Frame, Styles, place, spaced
from tests.typeset.fonts import font
from tests.typeset.press import Glyph, Page
from tests.typeset.setting import Cell, Line, Style, cells, is_latin
from tests.typeset.source import Block

_PAIR = re.compile(r"(?<![\dA-Za-z.,])\d\d(?![\dA-Za-z.,])")


def flow_down(blocks: list[Block], frames: list[Frame], styles: Styles) -> None:
    """Set the blocks into frames whose lines run down. Raises OverflowingError."""
    for placed in place(blocks, frames, styles, cells_down):
        frame = placed.frame
        middle = frame.x + frame.width - placed.offset - placed.style.leading / 2
        draw_line_down(frame.page, placed.line, middle, frame.top)


def cells_down(block: Block, style: Style) -> list[Cell]:
    """The block's characters; two digits alone stand side by side in one cell."""
    text = "".join(cell.char for cell in cells(block, style))
    pairs = {match.start() for match in _PAIR.finditer(text)}
    made: list[Cell] = []
    for index, cell in enumerate(cells(block, style)):
        if index - 1 in pairs:
            continue
        down = replace(cell, char=text[index : index + 2]) if index in pairs else cell
        upright = index in pairs or not is_latin(cell.char)
        made.append(replace(down, advance=cell.size) if upright else down)
    return made


def draw_line_down(page: Page, line: Line, x: float, y: float) -> None:
    """Draw the line downwards; (x, y) is the middle of its upper end."""
    for index, (cell, start) in enumerate(line.placed()):
        aside = cell.size * 0.6 if cell.mark else 0
        page.marks += _glyphs(cell, x + aside, y + start)
        if cell.ruby:
            last = index + cell.base - 1
            end = line.starts[last] + line.cells[last].advance
            for char, at in spaced(cell.ruby, start, end, cell.size / 2):
                small = replace(cell, char=char, size=cell.size / 2)
                page.marks += _glyphs(small, x + cell.size * 0.75, y + at)


def _glyphs(cell: Cell, x: float, y: float) -> list[Glyph]:
    """The glyphs of a cell whose upper edge has its middle at (x, y)."""
    size = cell.size
    if len(cell.char) == 2:
        half = size * 0.5
        return [
            Glyph(char, x - half + i * half, y + size * 0.82, cell.font, size * 0.9)
            for i, char in enumerate(cell.char)
        ]
    if is_latin(cell.char):
        return [Glyph(cell.char, x - size * 0.35, y, cell.font, size, turn=90)]
    upright = font(f"{cell.font}-vertical")
    return [Glyph(cell.char, x - size / 2, y + size * 0.88, upright, size)]


def say_down(page: Page, text: str, x: float, y: float, style: Style) -> None:
    """Set a single line from (x, y) downwards, glyphs upright: a side tab."""
    upright = font(f"{style.font}-vertical")
    for index, char in enumerate(text):
        baseline = y + (index + 0.88) * style.size
        page.marks.append(Glyph(char, x, baseline, upright, style.size))
