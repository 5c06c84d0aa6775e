"""Checks rows against the tables' schema: types, permitted values, keys within and between.

A database in memory, made as records.sqlite is, refuses what does not fit.
"""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing

from pipeline.record.tables import OF_A_REPORT, Row, Rows, Table
from pipeline.record.write.arrow import columns
from pipeline.record.write.sqlite import create, insert


def problems(rows: Rows) -> Iterator[str]:
    """What is wrong with the rows of one or more reports; nothing, if they fit the tables."""
    with closing(sqlite3.connect(":memory:")) as database:
        create(database, OF_A_REPORT)
        for table in OF_A_REPORT:
            try:
                columns(table, rows[table.name])
                insert(database, table, rows[table.name])
            except (ValueError, TypeError, sqlite3.Error) as error:
                yield f"{table.name}: {str(error).splitlines()[0][:300]}"
            yield from _unlike_pattern(table, rows[table.name])
        for name, _, other, _ in database.execute("PRAGMA foreign_key_check"):
            yield f"{name}: a row refers to no row of {other}"


def _unlike_pattern(table: Table, rows: list[Row]) -> Iterator[str]:
    for at, column in enumerate(table.columns):
        if column.pattern:
            fits = re.compile(column.pattern).fullmatch
            for cell in {str(row[at]) for row in rows}:
                if not fits(cell):
                    yield f"{table.name}: {column.name} is {cell!r}"
