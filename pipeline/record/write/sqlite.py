"""records.sqlite: all tables with types, keys, indexes, and views for the first questions."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from pipeline.record.tables import Column, Kind, Row, Table

_VIEWS = Path(__file__).with_name("views.sql")
_FAST = """
PRAGMA page_size = 8192;
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA foreign_keys = OFF;
"""


class Database:
    """A database under construction; nobody sees it before it is finished and renamed."""

    def __init__(self, file: Path, tables: Iterable[Table]) -> None:
        self._tables = tuple(tables)
        self._connection = sqlite3.connect(file, isolation_level=None)
        self._connection.executescript(_FAST)
        create(self._connection, self._tables)
        self._connection.execute("BEGIN")

    def add(self, table: Table, rows: Iterable[Row]) -> None:
        """Insert some rows."""
        insert(self._connection, table, rows)

    def finish(self) -> None:
        """Add indexes and views. Raises sqlite3.IntegrityError where a key leads nowhere."""
        for table in self._tables:
            for statement in _indexes(table):
                self._connection.execute(statement)
        self._connection.execute("COMMIT")
        self._connection.executescript(_VIEWS.read_text("utf-8"))
        lost = self._connection.execute("PRAGMA foreign_key_check").fetchone()
        if lost:
            raise sqlite3.IntegrityError(f"{lost[0]}: row {lost[1]} refers to no row of {lost[2]}")
        self._connection.execute("ANALYZE")

    def close(self) -> None:
        """Close the file."""
        self._connection.close()


def create(database: sqlite3.Connection, tables: Sequence[Table]) -> None:
    """Make empty tables with their types, permitted values, and keys."""
    keys = {table.name: table.key for table in tables}
    for table in tables:
        database.execute(_definition(table, keys))


def insert(database: sqlite3.Connection, table: Table, rows: Iterable[Row]) -> None:
    """Insert rows. Raises sqlite3.Error at the first that does not fit."""
    marks = ", ".join("?" * len(table.columns))
    database.executemany(f'INSERT INTO "{table.name}" VALUES ({marks})', rows)


def _definition(table: Table, keys: Mapping[str, tuple[str, ...]]) -> str:
    lines = [_column(column) for column in table.columns]
    lines.append(f"PRIMARY KEY ({_quoted(table.key)})")
    lines += [
        f'FOREIGN KEY ({_quoted(columns)}) REFERENCES "{other}" ({_quoted(keys[other])})'
        for columns, other in table.refers
    ]
    return f'CREATE TABLE "{table.name}" (\n  ' + ",\n  ".join(lines) + "\n)"


def _column(column: Column) -> str:
    parts = [f'"{column.name}" {column.kind}']
    if column.filled or column.kind is Kind.TEXT:
        parts.append("NOT NULL")
    if column.filled and column.kind is Kind.TEXT:
        parts.append(f"CHECK (\"{column.name}\" <> '')")
    if column.values:
        permitted = ", ".join(f"'{value}'" for value in column.values)
        parts.append(f'CHECK ("{column.name}" IN ({permitted}))')
    if column.least is not None:
        parts.append(f'CHECK ("{column.name}" >= {column.least})')
    return " ".join(parts)


def _indexes(table: Table) -> list[str]:
    """An index for each column that analysts look things up by."""
    looked_up = ("code", "country", "name", "value", "type", "date", "person", "individual")
    names = [c.name for c in table.columns if c.name in looked_up and (c.name,) != table.key]
    return [f'CREATE INDEX "{table.name}_{name}" ON "{table.name}" ("{name}")' for name in names]


def _quoted(columns: Iterable[str]) -> str:
    return ", ".join(f'"{column}"' for column in columns)
