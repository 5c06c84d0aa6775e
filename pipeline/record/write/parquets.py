"""Parquet files, typed as the tables are."""

from pathlib import Path

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

    def close(self) -> None:
        """Write the footer, without which there is no file."""
        self._writer.close()
