"""CSV files for people in Japan: UTF-8 with BOM, and no cell that Excel runs as a formula."""

import csv
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Self

from pipeline.record.tables import Row, Table

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


class CsvTable:
    """One table's CSV file, written a portion of rows at a time."""

    def __init__(self, table: Table, file: Path, guard: str) -> None:
        self._guard = guard
        self._file = file.open("w", encoding="utf-8-sig", newline="")
        self._writer = csv.writer(self._file, lineterminator="\n")
        self._writer.writerow(table.header)

    def add(self, rows: Iterable[Row]) -> None:
        """Write some rows."""
        self._writer.writerows(map(self._guarded, rows) if self._guard else rows)

    def _guarded(self, row: Row) -> Row:
        return [
            self._guard + cell
            if isinstance(cell, str) and cell.startswith(_FORMULA_STARTS)
            else cell
            for cell in row
        ]

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._file.close()
