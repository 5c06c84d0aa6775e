"""Parquet files, typed as the tables are."""

from pathlib import Path
from types import TracebackType
from typing import Self

import pyarrow as pa
from pyarrow import parquet

from pipeline.record.tables import Table
from pipeline.record.write.arrow import schema


class ParquetTable:
    """One table's Parquet file, written a portion of rows at a time."""

    def __init__(self, table: Table, file: Path) -> None:
        self._writer = parquet.ParquetWriter(file, schema(table), compression="zstd")

    def add(self, rows: pa.Table) -> None:
        """Write some rows, as a row group of their own."""
        if rows.num_rows:
            self._writer.write_table(rows)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._writer.close()
