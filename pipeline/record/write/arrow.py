"""Rows as typed columns (Arrow), from which CSV and Parquet are written and which are checked."""

import pyarrow as pa

from pipeline.record.tables import Kind, Row, Table

_TYPES = {Kind.TEXT: pa.string(), Kind.INTEGER: pa.int64(), Kind.REAL: pa.float64()}


def schema(table: Table) -> pa.Schema:
    """The table's columns with their types."""
    return pa.schema(
        [pa.field(c.name, _TYPES[c.kind], nullable=not c.filled) for c in table.columns]
    )


def columns(table: Table, rows: list[Row]) -> pa.Table:
    """The rows, column by column. Raises ValueError or TypeError on a cell of another type."""
    cells = zip(*rows, strict=True) if rows else ([] for _ in table.columns)
    fields = schema(table)
    arrays = [pa.array(column, field.type) for column, field in zip(cells, fields, strict=True)]
    return pa.Table.from_arrays(arrays, schema=fields)
