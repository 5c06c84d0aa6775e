"""Tables: cells between rules."""

from tests.typeset.flow import draw_line
from tests.typeset.press import Page
from tests.typeset.setting import Style, lines
from tests.typeset.source import Block, pieces


def draw_table(
    page: Page, table: Block, corner: tuple[float, float], widths: list[float], style: Style
) -> float:
    """Set the table with rules round each cell, text wrapped in it; answer where it ends."""
    x, y = corner
    for row in table.rows:
        set_cells = [
            lines(Block("table", pieces(text)), style, width - 6)
            for text, width in zip(row, widths, strict=True)
        ]
        height = max(1, *(len(cell) for cell in set_cells)) * style.leading + 4
        left = x
        for cell, width in zip(set_cells, widths, strict=True):
            page.box(left, y, left + width, y + height)
            for index, line in enumerate(cell):
                baseline = y + 2 + (index + 0.5) * style.leading + style.size * 0.38
                draw_line(page, line, left + 3, baseline)
            left += width
        y += height
    return y
