"""Tables without rules: rows of figures are some, and what only looks like them stays text."""

import pytest

from pipeline.extract.pdf.bare_tables import take_bare_tables
from pipeline.extract.pdf.frame import Direction, Frame
from pipeline.extract.pdf.sheet import Sheet
from tests.extract.pdf.glyphs import line

# Rows of words, each column 10 ems from the next, and the cells of the table found.
ROWS = [
    (
        ["区分 2021年 2022年", "旅券 65.8 133.1", "査証 38,200 △7", "公用 － 2.1 0.9"],
        [["区分", "2021年", "2022年"]],
    ),
    (["旅券 65.8 133.1", "査証 38,200 △7", "公用 12 2.1"], [["旅券", "65.8", "133.1"]]),
    (["旅券 65.8 133.1", "査証 38,200 △7"], []),  # two rows are too few
    (["旅券 65.8", "査証 38,200", "公用 12"], []),  # and so is one figure a row: contents
    (["東京都 港区 １番", "大阪府 北区 ２番", "京都府 左京区 ３番"], []),  # words
    (["旅券 65.8 133.1", "査証は在外公館 で 発給する", "公用 12 2.1"], []),
]


@pytest.mark.parametrize(("rows", "first"), ROWS)
def test_rows_of_figures(rows: list[str], first: list[list[str]]) -> None:
    lines = [
        line(word, 60 + 100 * column, 100 + 16 * row)
        for row, words in enumerate(rows)
        for column, word in enumerate(words.split())
    ]
    for index, glyph in enumerate(glyph for part in lines for glyph in part.glyphs):
        glyph.index = index
    sheet = Sheet(1, Frame(Direction.RIGHT, 595, 842), False, 10, lines, [])
    tables = take_bare_tables(sheet)
    found = [["".join(part.text for part in cell) for cell in table.rows[0]] for table in tables]
    assert found == first
    assert len(sheet.lines) == (0 if first else len(lines))
