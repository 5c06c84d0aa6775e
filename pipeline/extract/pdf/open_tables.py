"""Tables with horizontal rules only: their columns are told by the white between them."""

from collections.abc import Sequence

from pipeline.extract.pdf.columns import Float
from pipeline.extract.pdf.frame import Rect
from pipeline.extract.pdf.lines import Line, chunks, join_level
from pipeline.extract.pdf.sheet import Sheet
from pipeline.report import BlockKind

# White at least this wide (ems) parts two columns.
_GAP = 0.7
# Rules of one table begin and end no further apart than this (points).
_FLUSH = 4.0


def take_open_tables(sheet: Sheet) -> list[Float]:
    """Take tables out of the sheet that have three or more rules of one length, one below the
    other, and between them rows of at least two columns."""
    found = []
    for rules in _stacks(sheet):
        box = Rect(rules[0].x0, rules[0].top, rules[0].x1, rules[-1].bottom)
        inside = [line for line in sheet.lines if _inside(line, box)]
        rows = _rows(inside, sheet.em)
        columns = _columns(rows, sheet.em)
        if len(rows) < 2 or len(columns) < 2 or not _is_tabular(rows, sheet.em):
            continue
        gone = set(map(id, inside))
        sheet.lines = [line for line in sheet.lines if id(line) not in gone]
        cells = [_cells(row, columns) for row in rows]
        found.append(Float(*box, BlockKind.TABLE, rows=cells))
    return found


def _stacks(sheet: Sheet) -> list[list[Rect]]:
    """Horizontal rules that begin and end alike, three at least."""
    stacks: list[list[Rect]] = []
    rules = [r for r in sheet.strokes if r.height < 2.5 and r.width > 8 * sheet.em]
    for rule in sorted(rules, key=lambda rule: rule.top):
        for stack in stacks:
            if abs(stack[0].x0 - rule.x0) < _FLUSH and abs(stack[0].x1 - rule.x1) < _FLUSH:
                stack.append(rule)
                break
        else:
            stacks.append([rule])
    return [stack for stack in stacks if len(stack) > 2]


def _inside(line: Line, box: Rect) -> bool:
    return box.holds((line.x0 + line.x1) / 2, (line.top + line.bottom) / 2)


def _rows(lines: Sequence[Line], em: float) -> list[list[Line]]:
    """Lines on one level, each cut where white is as wide as between columns."""
    glyphs = sorted((g for line in lines for g in line.glyphs), key=lambda g: g.index)
    parts = join_level(chunks(glyphs), _GAP) if glyphs else []
    rows: list[list[Line]] = []
    for part in parts:
        if rows and part.top - rows[-1][0].top < 0.5 * em:
            rows[-1].append(part)
        else:
            rows.append([part])
    return rows


def _columns(rows: Sequence[Sequence[Line]], em: float) -> list[tuple[float, float]]:
    """Stretches that are covered by some row; the white between them runs through all rows."""
    stretches: list[tuple[float, float]] = []
    for part in sorted((part for row in rows for part in row), key=lambda part: part.x0):
        if stretches and part.x0 < stretches[-1][1] + _GAP * em:
            start, end = stretches[-1]
            stretches[-1] = start, max(end, part.x1)
        else:
            stretches.append((part.x0, part.x1))
    return stretches


def _is_tabular(rows: Sequence[Sequence[Line]], em: float) -> bool:
    """Whether most rows have several cells, and these are short."""
    several = sum(len(row) > 1 for row in rows)
    return several >= 0.6 * len(rows) and all(p.width < 30 * em for row in rows for p in row)


def _cells(row: Sequence[Line], columns: Sequence[tuple[float, float]]) -> list[list[Line]]:
    return [
        [part for part in row if start <= (part.x0 + part.x1) / 2 <= end] for start, end in columns
    ]
