"""Ruled tables: which cell the text stands in, whatever lies across the rules."""

import pytest

from pipeline.extract.pdf.frame import Direction, Frame, Rect
from pipeline.extract.pdf.lines import Line
from pipeline.extract.pdf.sheet import Sheet
from pipeline.extract.pdf.tables import take_tables
from tests.extract.pdf.glyphs import line

# Where the second line of a cell's text is set, and the row that it makes. Columns are 4 ems wide.
ACROSS = [
    (["居住地等は、調査中です"], [60.0], ["居住地等は、調査中です", "", ""]),  # over the table
    (["居住地", "渡航歴"], [60.0, 100.0], ["居住地", "渡航歴", ""]),  # an em of white between
    (["居住地等", "渡航歴"], [60.0, 100.8], ["居住地等", "渡航歴", ""]),  # right up to the rule
]


@pytest.mark.parametrize(("texts", "places", "row"), ACROSS)
def test_text_across_rules(texts: list[str], places: list[float], row: list[str]) -> None:
    head = [line(text, 60 + 40 * column, 102) for column, text in enumerate(("年代", "性別", "歴"))]
    body = [line(text, x, 122) for text, x in zip(texts, places, strict=True)]
    sheet = _sheet([*head, *body])
    (table,) = take_tables(sheet)
    cells = [["".join(part.text for part in cell) for cell in made] for made in table.rows]
    assert cells == [["年代", "性別", "歴"], row]


def _sheet(lines: list[Line]) -> Sheet:
    for index, glyph in enumerate(glyph for part in lines for glyph in part.glyphs):
        glyph.index = index
    sheet = Sheet(1, Frame(Direction.RIGHT, 595, 842), False, 10, lines, [])
    sheet.strokes = [Rect(60, y, 180, y + 0.5) for y in (100, 120, 140)]
    sheet.strokes += [Rect(x, 100, x + 0.5, 140) for x in (60, 100, 140, 180)]
    return sheet
