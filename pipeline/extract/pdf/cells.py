"""Entries that stand one below the other: in a cell of a table, a list of seats, an address."""

from collections.abc import Sequence

from pipeline.extract.pdf.linebreaks import white
from pipeline.extract.pdf.lines import Line, line_of
from pipeline.extract.pdf.signs import is_entry
from pipeline.extract.pdf.spaces import text_of

# White between two lines (ems) that parts entries; and white inside a line that does, where it is
# in two lines (a form has such a blank in one).
_APART = 1.5
_BESIDE = 3.0
# So many glyphs at a line's start tell what it begins with.
_SIGN = 16


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


def begins_entry(above: Sequence[Line], line: Line) -> bool:
    """Whether the line is an entry of its own below those lines: it begins as one (`電話：`), or
    both have seats or sums far apart."""
    if min(white(above[-1]), white(line)) > _BESIDE:
        return True
    return is_entry(_beginning(line), _beginning(above[0]))


def _beginning(line: Line) -> str:
    return text_of([line_of(line.glyphs[:_SIGN])])


def _far_below(before: Line, line: Line) -> bool:
    return line.top - before.bottom > _APART * line.size


def _is_letters(*lines: Line) -> bool:
    return all(len(line.glyphs) == 1 and line.text.isalpha() for line in lines)
