"""CSV files for people in Japan: UTF-8 with BOM, and no cell that Excel runs as a formula."""

from pathlib import Path

import pyarrow as pa
from pyarrow import compute, csv

from pipeline.record.tables import Kind, Table
from pipeline.record.write.arrow import schema

_BOM = b"\xef\xbb\xbf"
_FORMULA = r"^[=+\-@\t\r]"


class CsvTable:
    """One table's CSV file, written a portion of rows at a time; texts are quoted."""

    def __init__(self, table: Table, file: Path, guard: str) -> None:
        self._guard = guard
        self._texts = [column.name for column in table.columns if column.kind is Kind.TEXT]
        self._file = file.open("wb")
        self._file.write(_BOM)
        self._writer = csv.CSVWriter(self._file, schema(table))

    def add(self, rows: pa.Table) -> None:
        """Write some rows."""
        self._writer.write(self._guarded(rows) if self._guard else rows)

    def _guarded(self, rows: pa.Table) -> pa.Table:
        for name in self._texts:
            cells = rows[name]
            dangerous = compute.match_substring_regex(cells, _FORMULA)
            if compute.any(dangerous).as_py():
                guarded = compute.binary_join_element_wise(self._guard, cells, "")
                cells = compute.if_else(dangerous, guarded, cells)
                rows = rows.set_column(rows.column_names.index(name), rows.field(name), cells)
        return rows

    def close(self) -> None:
        """Write what is still in hand."""
        self._writer.close()
        self._file.close()
