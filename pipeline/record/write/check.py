"""Checks rows against the tables' schema: types, permitted values, keys within and between."""

from collections.abc import Iterator, Mapping
from functools import cache

import pandas as pd
import pandera.pandas as pan
import pyarrow as pa

from pipeline.record.tables import OF_A_REPORT, Column, Kind, Rows, Table
from pipeline.record.write.arrow import columns

_DTYPES = {
    Kind.TEXT: pd.ArrowDtype(pa.string()),
    Kind.INTEGER: pd.ArrowDtype(pa.int64()),
    Kind.REAL: pd.ArrowDtype(pa.float64()),
}


def problems(rows: Rows) -> Iterator[str]:
    """What is wrong with the rows of one or more reports; nothing, if they fit the tables."""
    frames: dict[str, pd.DataFrame] = {}
    for table in OF_A_REPORT:
        try:
            typed = columns(table, rows[table.name])
            frames[table.name] = schema(table).validate(typed.to_pandas(types_mapper=pd.ArrowDtype))
        except (ValueError, TypeError, pan.errors.SchemaError) as error:
            yield f"{table.name}: {str(error).splitlines()[0][:300]}"
    if len(frames) == len(OF_A_REPORT):
        yield from _dangling(frames)


@cache
def schema(table: Table) -> pan.DataFrameSchema:
    """The table as a pandera schema."""
    return pan.DataFrameSchema(
        {column.name: _column(column) for column in table.columns},
        unique=list(table.key),
        strict=True,
        ordered=True,
        name=table.name,
    )


def _column(column: Column) -> pan.Column:
    checks = []
    if column.values:
        checks.append(pan.Check.isin([str(value) for value in column.values]))
    if column.pattern:
        checks.append(pan.Check.str_matches(rf"(?:{column.pattern})$"))
    if column.least is not None:
        checks.append(pan.Check.ge(column.least))
    if column.filled and column.kind is Kind.TEXT:
        checks.append(pan.Check.ne(""))
    nullable = column.kind is not Kind.TEXT and not column.filled
    return pan.Column(_DTYPES[column.kind], checks, nullable=nullable)


def _dangling(frames: Mapping[str, pd.DataFrame]) -> Iterator[str]:
    """Rows that refer to a row that is not there."""
    keys = {table.name: list(table.key) for table in OF_A_REPORT}
    for table in OF_A_REPORT:
        for names, other in table.refers:
            referring = pd.MultiIndex.from_frame(frames[table.name][list(names)])
            known = pd.MultiIndex.from_frame(frames[other][keys[other]])
            lost = referring[~referring.isin(known)]
            if len(lost):
                yield f"{table.name}: no row of {other} has {', '.join(names)} = {lost[0]}"
