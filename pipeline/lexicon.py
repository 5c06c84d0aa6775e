"""The lexicon: what the tagger knows, as CSV files that analysts edit.

Every file has a header; a cell that holds several things parts them with `;`. The columns
`example` and `not` prove a row: in an example, square brackets stand round what must be found
(`[外務省]が発表した`), in `not` round what must not (`各国の[連合]による`).
"""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import ahocorasick_rs

from pipeline.errors import UserError


class LexiconError(UserError):
    """A lexicon file that cannot be used; the message names file, line, and what is wrong."""


Row = dict[str, str]


def read_rows(file: Path, required: Iterable[str]) -> list[Row]:
    """The rows of a lexicon file, cells stripped. Raises LexiconError.

    `required` columns must be in the header, and the first of them filled in every row.
    """
    try:
        with file.open(encoding="utf-8-sig", newline="") as lines:
            reader = csv.DictReader(lines)
            rows = [_checked(row, file, reader.line_num) for row in reader]
            header = reader.fieldnames or []
    except FileNotFoundError:
        raise LexiconError(f"{file}: no such lexicon file") from None
    except UnicodeDecodeError:
        raise LexiconError(f"{file}: not UTF-8; save it as “CSV UTF-8” in Excel") from None
    missing = [column for column in required if column not in header]
    if missing:
        raise LexiconError(f"{file}: line 1: no column {', '.join(missing)}")
    key = next(iter(required))
    for number, row in enumerate(rows, 2):
        if not row[key]:
            raise LexiconError(f"{file}: row {number}: the column {key} is empty")
    return rows


def _checked(row: dict[str | None, str | None], file: Path, line: int) -> Row:
    if None in row or None in row.values():
        raise LexiconError(f"{file}: line {line}: not as many cells as the header has")
    return {str(key): (value or "").strip() for key, value in row.items()}


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

    >>> Gazetteer([("国連", {"name": "国際連合"})]).longest("国連総会")
    """

    def __init__(self, surfaces: Iterable[tuple[str, Row]]) -> None:
        known: dict[str, list[Row]] = {}
        for surface, row in surfaces:
            known.setdefault(surface, []).append(row)
        self._surfaces = list(known)
        self._rows = [tuple(rows) for rows in known.values()]
        self._longest = ahocorasick_rs.AhoCorasick(
            self._surfaces, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest
        )
        self._all = ahocorasick_rs.AhoCorasick(self._surfaces)

    def longest(self, text: str) -> Iterator[Entry]:
        """Matches from left to right, the longest at each place, none overlapping."""
        for index, start, end in self._longest.find_matches_as_indexes(text):
            yield Entry(start, end, self._rows[index])

    def all(self, text: str) -> Iterator[Entry]:
        """Every match, those inside others included."""
        for index, start, end in self._all.find_matches_as_indexes(text, overlapping=True):
            yield Entry(start, end, self._rows[index])

    def __contains__(self, surface: object) -> bool:
        return surface in self._surfaces
