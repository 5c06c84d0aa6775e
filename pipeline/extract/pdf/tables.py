"""Ruled tables: taken out of a sheet's lines, each cell with its own lines."""

from collections.abc import Iterable, Sequence

from pipeline.extract.pdf.bare_tables import take_bare_tables
from pipeline.extract.pdf.columns import Float
from pipeline.extract.pdf.frame import Rect
from pipeline.extract.pdf.lattice import Cell, Lattice, lattices
from pipeline.extract.pdf.lines import Line, Ruby, chunks, join_level
from pipeline.extract.pdf.open_tables import take_open_tables
from pipeline.extract.pdf.sheet import Sheet
from pipeline.extract.pdf.turn import Glyph
from pipeline.report import BlockKind

# At least this share of a table's cells say something; of a chart's grid, few do.
_FILLED = 0.3
# Glyphs that a rule parts are further apart than this (ems).
_CLOSE = 0.05


def take_tables(sheet: Sheet) -> list[Float]:
    """Take the tables out of the sheet; rules round other text become its frames.

    A table has two rows of two cells at least: a frame round text is none, nor is a heading's
    number beside its title.
    """
    found = []
    for lattice in lattices(sheet.strokes, sheet.em):
        table = _fill(lattice, sheet) if lattice.rows_of_several() > 1 else None
        if table is not None:
            found.append(table)
        elif lattice.closed:
            sheet.frames.append(lattice.box)
    return [*found, *take_open_tables(sheet), *take_bare_tables(sheet)]


def _fill(lattice: Lattice, sheet: Sheet) -> Float | None:
    box = lattice.box
    inside = [line for line in sheet.lines if _overlaps(line, lattice)]
    glyphs = [glyph for line in inside for glyph in line.glyphs]
    by_cell, outside = _by_cell(glyphs, lattice)
    upright = [line for line in sheet.aslant if _overlaps(line, lattice)]
    if len(by_cell) < max(3, _FILLED * len(lattice.cells)) or len(outside) > 0.2 * len(glyphs):
        return None
    rubies = [ruby for line in inside for ruby in line.rubies]
    lines = {cell: _lines(part, rubies) for cell, part in by_cell.items()}
    for line in upright:
        middle = (line.x0 + line.x1) / 2, (line.top + line.bottom) / 2
        for cell in lattice.cells:
            if cell.box.holds(*middle):
                lines.setdefault(cell, []).append(line)
                break
    sheet.strokes = [stroke for stroke in sheet.strokes if not _within(stroke, lattice)]
    gone = {id(line) for line in [*inside, *upright]}
    sheet.lines = [line for line in sheet.lines if id(line) not in gone]
    sheet.lines += _lines(outside, rubies)
    sheet.aslant = [line for line in sheet.aslant if id(line) not in gone]
    rows, boxes = _rows(lattice, lines)
    return Float(*box, BlockKind.TABLE, rows=rows, boxes=boxes)


def _by_cell(
    glyphs: Iterable[Glyph], lattice: Lattice
) -> tuple[dict[Cell, list[Glyph]], list[Glyph]]:
    """The glyphs of each cell, and those in none. Text that is laid over the table runs across
    its rules, and stays where it begins."""
    by_cell: dict[Cell, list[Glyph]] = {}
    outside: list[Glyph] = []
    cell: Cell | None = None
    before: Glyph | None = None
    for glyph in sorted(glyphs, key=lambda glyph: glyph.index):
        x, y = (glyph.x0 + glyph.x1) / 2, (glyph.top + glyph.bottom) / 2
        if cell is None or not (cell.box.holds(x, y) or _runs_across(before, glyph)):
            cell = next((c for c in lattice.cells if c.box.holds(x, y)), None)
        if cell is None:
            outside.append(glyph)
        else:
            by_cell.setdefault(cell, []).append(glyph)
        before = glyph
    return by_cell, outside


def _runs_across(before: Glyph | None, glyph: Glyph) -> bool:
    """Whether a glyph stands so close to the one before that no rule can be between them."""
    if before is None or before.index + 1 != glyph.index or before.size != glyph.size:
        return False
    gap = glyph.x0 - before.x1
    return before.top == glyph.top and abs(gap) < _CLOSE * glyph.size


def _within(stroke: Rect, lattice: Lattice) -> bool:
    box = lattice.box
    return box.holds((stroke.x0 + stroke.x1) / 2, (stroke.top + stroke.bottom) / 2)


def _overlaps(line: Line, lattice: Lattice) -> bool:
    middle = (line.top + line.bottom) / 2
    box = lattice.box
    return box.top < middle < box.bottom and line.x0 < box.x1 and line.x1 > box.x0


def _lines(glyphs: Sequence[Glyph], rubies: Iterable[Ruby]) -> list[Line]:
    lines = join_level(chunks(glyphs), float("inf")) if glyphs else []
    for line in lines:
        held = set(map(id, line.glyphs))
        line.rubies = [ruby for ruby in rubies if id(ruby.base[0]) in held]
    return lines


def _rows(
    lattice: Lattice, lines: dict[Cell, list[Line]]
) -> tuple[list[list[list[Line]]], list[list[Rect | None]]]:
    """The lines of each cell, row by row, and its box; a merged cell's text stands where the cell
    begins."""
    columns = sorted({cell.column for cell in lattice.cells})
    at = {(cell.row, cell.column): cell for cell in lattice.cells}
    rows = [[at.get((row, column)) for column in columns] for row in sorted({r for r, _ in at})]
    filled = [row for row in rows if any(cell and lines.get(cell) for cell in row)]
    texts = [[lines.get(cell, []) if cell else [] for cell in row] for row in filled]
    return texts, [[cell.box if cell else None for cell in row] for row in filled]
