"""Tables without any rule: rows of figures, one below the other, in columns."""

import re
from collections.abc import Iterator, Sequence

from pipeline.extract.pdf.columns import Float
from pipeline.extract.pdf.frame import Rect
from pipeline.extract.pdf.lines import is_inside
from pipeline.extract.pdf.open_tables import Row, cells_of, gutters_of, rows_of
from pipeline.extract.pdf.sheet import Sheet
from pipeline.report import BlockKind

# A table has so many rows of figures at least, and in each so many figures.
_ROWS = 3
_FIGURES = 2
# Rows of one table are no further apart than this, and a word in it is no longer (ems).
_APART = 1.6
_LONGEST = 16

_FIGURE = re.compile(
    r"[(（]?[△▲+＋±\-－−]?[0-9０-９][0-9０-９,，.．:：/／]*"
    r"(?:[%％‰]|[百千万億兆]*[円人件名台社校戸回日年月時分秒位点倍]|ポイント)?[)）]?"
)
_NONE = re.compile(r"[-－―‐–—…‥*＊〃]+")


def take_bare_tables(sheet: Sheet) -> list[Float]:
    """Take out of the sheet what is set as a table, though it has no rules: a word and two figures
    or more in each row."""
    if sum(_FIGURE.fullmatch(line.text) is not None for line in sheet.lines) < _ROWS * _FIGURES:
        return []
    found = []
    for run in list(_runs(rows_of(sheet.lines, sheet.em), sheet.em)):
        gutters = gutters_of(run)
        if len(gutters) < _FIGURES:
            continue
        box = _box(run)
        gone = {id(line) for line in sheet.lines if is_inside(line, box)}
        sheet.lines = [line for line in sheet.lines if id(line) not in gone]
        found.append(Float(*box, BlockKind.TABLE, rows=[cells_of(row, gutters) for row in run]))
    return found


def _runs(rows: Sequence[Row], em: float) -> Iterator[list[Row]]:
    """Rows of figures that follow each other, with the row of headings above them."""
    start = 0
    while start < len(rows):
        end = start
        while end < len(rows) and _is_of_figures(rows[end]) and _is_next(rows, start, end, em):
            end += 1
        if end - start >= _ROWS:
            head = start > 0 and _is_head(rows[start - 1], rows[start], em)
            yield [list(row) for row in rows[start - head : end]]
        start = max(end, start + 1)


def _is_of_figures(row: Row) -> bool:
    """A word or a number, then only figures (and what stands for none)."""
    cells = [part.text for part in sorted(row, key=lambda part: part.x0)][1:]
    figures = sum(_FIGURE.fullmatch(cell) is not None for cell in cells)
    none = sum(_NONE.fullmatch(cell) is not None for cell in cells)
    return figures >= _FIGURES and figures + none == len(cells)


def _is_next(rows: Sequence[Row], start: int, end: int, em: float) -> bool:
    return end == start or _gap(rows[end - 1], rows[end]) < _APART * em


def _is_head(head: Row, row: Row, em: float) -> bool:
    """Whether a row holds short words above the columns."""
    short = all(part.width < _LONGEST * em for part in head)
    return short and len(row) - 1 <= len(head) <= len(row) and _gap(head, row) < _APART * em


def _gap(above: Row, below: Row) -> float:
    return min(part.top for part in below) - max(part.bottom for part in above)


def _box(rows: Sequence[Row]) -> Rect:
    parts = [part for row in rows for part in row]
    return Rect(
        min(part.x0 for part in parts),
        min(part.top for part in parts),
        max(part.x1 for part in parts),
        max(part.bottom for part in parts),
    )
