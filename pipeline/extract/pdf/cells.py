"""Cells of a table: entries that stand one below the other in one cell."""

from collections.abc import Sequence

from pipeline.extract.pdf.lines import Line

# White between two lines (ems) that parts entries.
_APART = 1.5


def entries(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines of a cell that look like one paragraph, parted where much white is between.

    They are entries of rows that no rule parts: 旭川市, 士別市, 釧路市. A word set one letter a
    line (北 海 道) stays whole.
    """
    parts: list[list[Line]] = []
    for line in lines:
        before = parts[-1][-1] if parts else None
        if before is None or (_far_below(before, line) and not _is_letters(before, line)):
            parts.append([])
        parts[-1].append(line)
    return parts


def _far_below(before: Line, line: Line) -> bool:
    return line.top - before.bottom > _APART * line.size


def _is_letters(*lines: Line) -> bool:
    return all(len(line.glyphs) == 1 and line.text.isalpha() for line in lines)
