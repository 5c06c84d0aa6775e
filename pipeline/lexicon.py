"""The lexicon: what the tagger knows, as CSV files that analysts edit.

Every file has a header; a cell that holds several things parts them with `;`. The columns
`example` and `not` prove a row: in an example, square brackets stand round what must be found
(`[外務省]が発表した`), in `not` round what must not (`各国の[連合]による`).
"""

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import ahocorasick_rs

from pipeline.columns import slip
from pipeline.errors import UserError


class LexiconError(UserError):
    """A lexicon file that cannot be used; the message names file, line, and what is wrong."""


Row = dict[str, str]


def read_rows(file: Path, required: Sequence[str]) -> list[Row]:
    """The rows of a lexicon file, cells stripped; rows of empty cells are none.

    `required` columns must be in the header, and the first of them filled in every row; what the
    other cells may hold, `pipeline.columns` says. Raises LexiconError.
    """
    try:
        with file.open(encoding="utf-8-sig", newline="") as lines:
            reader = csv.DictReader(lines)
            _check_header(reader.fieldnames or [], required, file)
            rows = (_row(cells, required[0], file, reader.line_num) for cells in reader)
            return [row for row in rows if row]
    except FileNotFoundError:
        raise LexiconError(f"{file}: no such lexicon file") from None
    except UnicodeDecodeError:
        raise LexiconError(f"{file}: not UTF-8; save it as “CSV UTF-8” in Excel") from None


def _check_header(header: Sequence[str], required: Sequence[str], file: Path) -> None:
    missing = [column for column in required if column not in header]
    if not missing:
        return
    parted = next((sign for sign in (";", "\t") if sign in "".join(header)), "")
    hint = f"; are its cells parted by {parted!r} instead of commas?" if parted else ""
    raise LexiconError(f"{file}: line 1: no column {', '.join(missing)}{hint}")


def _row(cells: dict[str | None, str | None], key: str, file: Path, line: int) -> Row:
    """The row, stripped; empty if all of its cells are: spreadsheets leave such at the end."""
    where = f"{file}: line {line}"
    if None in cells or None in cells.values():
        raise LexiconError(f"{where}: not as many cells as the header has")
    row = {str(column): (cell or "").strip() for column, cell in cells.items()}
    if not any(row.values()):
        return {}
    wrong = slip(file.name, row) if row[key] else f"the column {key} is empty"
    if wrong:
        raise LexiconError(f"{where}: {wrong}")
    return row


def parts(cell: str) -> list[str]:
    """`WHO;世界保健機関` → `["WHO", "世界保健機関"]`."""
    return [part.strip() for part in cell.split(";") if part.strip()]


@dataclass(frozen=True, slots=True)
class Entry:
    """A surface found in a text: `[start, end)` and the lexicon rows that know it."""

    start: int
    end: int
    rows: tuple[Row, ...]


class Gazetteer:
    """Finds the surfaces of many rows in a text, all at once (Aho-Corasick).

    >>> known = Gazetteer([("国連", {"name": "国際連合"})])
    >>> [(entry.start, entry.end) for entry in known.longest("同国連総会")]
    [(1, 3)]
    """

    def __init__(self, surfaces: Iterable[tuple[str, Row]]) -> None:
        known: dict[str, list[Row]] = {}
        for surface, row in surfaces:
            known.setdefault(surface, []).append(row)
        self._rows = [tuple(rows) for rows in known.values()]
        self._surfaces = ahocorasick_rs.AhoCorasick(
            list(known), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest
        )

    def longest(self, text: str) -> Iterator[Entry]:
        """Matches from left to right, the longest at each place, none overlapping."""
        for index, start, end in self._surfaces.find_matches_as_indexes(text):
            yield Entry(start, end, self._rows[index])
