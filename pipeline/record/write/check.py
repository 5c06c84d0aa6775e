"""Checks rows against the tables' schema: types, permitted values, keys within and between."""

from collections.abc import Iterator, Mapping
from functools import cache

import pandas as pd
import pandera.pandas as pa

from pipeline.record.tables import OF_A_REPORT, Column, Kind, Row, Rows, Table

_DTYPES = {Kind.TEXT: "str", Kind.INTEGER: "Int64", Kind.REAL: "Float64"}


def problems(rows: Rows) -> Iterator[str]:
    """What is wrong with the rows of one or more reports; nothing, if they fit the tables."""
    frames = {table.name: _frame(table, rows[table.name]) for table in OF_A_REPORT}
    for table in OF_A_REPORT:
        try:
            schema(table).validate(frames[table.name])
        except pa.errors.SchemaError as error:
            yield f"{table.name}: {_first_line(error)}"
    yield from _dangling(frames)


@cache
def schema(table: Table) -> pa.DataFrameSchema:
    """The table as a pandera schema."""
    return pa.DataFrameSchema(
        {column.name: _column(column) for column in table.columns},
        unique=list(table.key),
        strict=True,
        ordered=True,
        name=table.name,
    )


def _column(column: Column) -> pa.Column:
    checks = []
    if column.values:
        checks.append(pa.Check.isin([*map(str, column.values), *([] if column.filled else [""])]))
    if column.pattern:
        checks.append(pa.Check.str_matches(rf"{column.pattern}\Z"))
    if column.least is not None:
        checks.append(pa.Check.ge(column.least))
    if column.filled and column.kind is Kind.TEXT:
        checks.append(pa.Check.ne(""))
    nullable = column.kind is not Kind.TEXT and not column.filled
    return pa.Column(_DTYPES[column.kind], checks, nullable=nullable)


def _frame(table: Table, rows: list[Row]) -> pd.DataFrame:
    """The rows as they are: what is no number in a column of numbers is left for the schema."""
    columns = zip(*rows, strict=True) if rows else ((),) * len(table.columns)
    return pd.DataFrame(
        {
            column.name: _series(column, cells)
            for column, cells in zip(table.columns, columns, strict=True)
        }
    )


def _series(column: Column, cells: tuple[object, ...]) -> pd.Series:
    try:
        if column.kind is Kind.TEXT and not all(isinstance(cell, str) for cell in cells):
            return pd.Series(cells, dtype="object")
        return pd.Series(cells, dtype=_DTYPES[column.kind])
    except (TypeError, ValueError):
        return pd.Series(cells, dtype="object")


def _dangling(frames: Mapping[str, pd.DataFrame]) -> Iterator[str]:
    """Rows that refer to a row that is not there."""
    keys = {table.name: list(table.key) for table in OF_A_REPORT}
    for table in OF_A_REPORT:
        for columns, other in table.refers:
            referring = pd.MultiIndex.from_frame(frames[table.name][list(columns)])
            known = pd.MultiIndex.from_frame(frames[other][keys[other]])
            lost = referring[~referring.isin(known)]
            if len(lost):
                yield f"{table.name}: no row of {other} has {', '.join(columns)} = {lost[0]}"


def _first_line(error: pa.errors.SchemaError) -> str:
    return str(error).splitlines()[0][:300]
