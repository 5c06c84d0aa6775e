"""Parquet files, typed as the tables are."""

from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Self

import pyarrow as pa
from pyarrow import parquet

from pipeline.record.tables import Kind, Row, Table

_TYPES = {Kind.TEXT: pa.string(), Kind.INTEGER: pa.int64(), Kind.REAL: pa.float64()}


class ParquetTable:
    """One table's Parquet file, written a portion of rows at a time."""

    def __init__(self, table: Table, file: Path) -> None:
        self._schema = pa.schema(
            [pa.field(c.name, _TYPES[c.kind], nullable=not c.filled) for c in table.columns]
        )
        self._writer = parquet.ParquetWriter(file, self._schema, compression="zstd")

    def add(self, rows: Iterable[Row]) -> None:
        """Write some rows, as a row group of their own."""
        columns = list(zip(*rows, strict=True))
        if columns:
            arrays = [
                pa.array(cells, field.type)
                for cells, field in zip(columns, self._schema, strict=True)
            ]
            self._writer.write_table(pa.Table.from_arrays(arrays, schema=self._schema))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._writer.close()
