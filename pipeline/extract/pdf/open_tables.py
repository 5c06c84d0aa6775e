"""Tables with horizontal rules only: their columns are told by the white between them."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from pipeline.extract.pdf.columns import Float
from pipeline.extract.pdf.frame import Rect
from pipeline.extract.pdf.lattice import Rule, level_rules
from pipeline.extract.pdf.lines import Line, chunks, is_inside, join_level
from pipeline.extract.pdf.sheet import Sheet
from pipeline.extract.pdf.turn import Glyph
from pipeline.report import BlockKind

# White at least this wide (ems) parts two columns.
_GAP = 0.7
# Rules of one table begin and end no further apart than this (points).
_FLUSH = 4.0
# A table with so many rules has one below each row; with fewer, below its head and at its end.
_RULED_ROWS = 4
# No cell is longer than this (ems); text as long as this can be a line of a column, if so many are.
_LONGEST = 30
_LINE = 12
_ALIKE = 3
# At least this share of the rows leave a gutter white.
_SHARE = 0.6

Row = list[Line]


def take_open_tables(sheet: Sheet) -> list[Float]:
    """Take tables out of the sheet that have three or more rules of one length, one below the
    other, and between them rows of at least two columns."""
    found = []
    for rules in _stacks(sheet):
        box = Rect(rules[0].start, rules[0].at, rules[0].end, rules[-1].at)
        inside = [line for line in sheet.lines if is_inside(line, box)]
        rows = rows_of(inside, sheet.em)
        gutters = gutters_of([row for row in rows if len(row) > 1])
        if len(rows) < 2 or not gutters or not _is_tabular(rows, sheet.em):
            continue
        gone = set(map(id, inside))
        sheet.lines = [line for line in sheet.lines if id(line) not in gone]
        cells = [cells_of(row, gutters) for row in _between(rules, rows)]
        found.append(Float(*box, BlockKind.TABLE, rows=cells))
    return found


def _stacks(sheet: Sheet) -> list[list[Rule]]:
    """Horizontal rules that begin and end alike, three at least, from top to bottom."""
    stacks: list[list[Rule]] = []
    for rule in level_rules(sheet.strokes, sheet.em):
        if rule.end - rule.start < 8 * sheet.em:
            continue
        for stack in stacks:
            first = stack[0]
            if abs(first.start - rule.start) < _FLUSH and abs(first.end - rule.end) < _FLUSH:
                stack.append(rule)
                break
        else:
            stacks.append([rule])
    return [stack for stack in stacks if len(stack) > 2]


def rows_of(lines: Sequence[Line], em: float) -> list[Row]:
    """Lines on one level, each cut where white is as wide as between columns."""
    glyphs = sorted((g for line in lines for g in line.glyphs), key=lambda g: g.index)
    parts = join_level(chunks(glyphs), _GAP) if glyphs else []
    rows: list[Row] = []
    for part in parts:
        if rows and part.top - rows[-1][0].top < 0.5 * em:
            rows[-1].append(part)
        else:
            rows.append([part])
    return rows


def gutters_of(rows: Sequence[Row]) -> list[float]:
    """Where columns part: white in most of the rows that have several cells."""
    whites = [
        (before.x1, after.x0)
        for row in rows
        for before, after in pairwise(sorted(row, key=lambda part: part.x0))
        if before.x1 < after.x0
    ]
    gutters: list[tuple[float, float]] = []
    for start, end in sorted(whites, key=lambda white: white[1]):
        if gutters and start < gutters[-1][1]:
            continue
        among = [w for w in whites if w[0] < end and w[1] > start]
        narrow = max(w[0] for w in among if w[0] < end), end
        if len(among) >= _SHARE * len(rows) and narrow[0] < narrow[1]:
            gutters.append(narrow)
    return [(start + end) / 2 for start, end in gutters]


def _is_tabular(rows: Sequence[Row], em: float) -> bool:
    """Whether many rows have several cells, and these are short and no lines of running text."""
    several = sum(len(row) > 1 for row in rows)
    short = all(part.width < _LONGEST * em for row in rows for part in row)
    return several >= 0.5 * len(rows) and short and not _are_columns(rows, em)


def _are_columns(rows: Sequence[Row], em: float) -> bool:
    """Whether what stands side by side are columns of running text: most of it long lines that
    begin and end alike."""
    parts = [part for row in rows for part in row]
    alike = Counter(
        (round(part.x0 / em), round(part.x1 / em)) for part in parts if part.width > _LINE * em
    )
    lines = sum(count for count in alike.values() if count >= _ALIKE)
    return lines > 0.4 * len(parts)


def _between(rules: Sequence[Rule], rows: list[Row]) -> list[Row]:
    """The rows of the table: what stands between two rules, if there is one below each row."""
    if len(rules) < _RULED_ROWS:
        return rows
    bands = [
        [part for row in rows for part in row if above.at < (part.top + part.bottom) / 2 < below.at]
        for above, below in pairwise(rules)
    ]
    return [band for band in bands if band]


def cells_of(row: Row, gutters: Sequence[float]) -> list[list[Line]]:
    """The row's cells; what stands alone in its row is one cell, however long."""
    cells: list[list[Line]] = [[] for _ in range(len(gutters) + 1)]
    if len(row) == 1:
        cells[bisect_left(gutters, row[0].x0)] = row
        return cells
    if len(row) == len(cells):
        return [[part] for part in sorted(row, key=lambda part: part.x0)]
    glyphs: list[list[Glyph]] = [[] for _ in cells]
    shifted = [_nearest_white(gutter, row) for gutter in gutters]
    for glyph in sorted((g for part in row for g in part.glyphs), key=lambda g: g.index):
        glyphs[bisect_left(shifted, (glyph.x0 + glyph.x1) / 2)].append(glyph)
    return [join_level(chunks(part), float("inf")) if part else [] for part in glyphs]


def _nearest_white(gutter: float, row: Row) -> float:
    """Where a row parts that has text across the gutter: at the widest white near it."""
    for part in row:
        if part.x0 < gutter < part.x1:
            reach = 2 * part.size
            whites = [
                (after.x0 - before.x1, (before.x1 + after.x0) / 2)
                for before, after in pairwise(part.glyphs)
                if abs((before.x1 + after.x0) / 2 - gutter) < reach
            ]
            return max(whites)[1] if whites else gutter
    return gutter
