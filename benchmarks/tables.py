"""Whether two runs wrote the same tables."""

import sqlite3
from collections.abc import Iterable
from pathlib import Path

# How long reading took, in whole seconds: the one column that tells of the run, not the report.
_TIMED = "seconds"


def same_tables(one: Path, other: Path) -> bool:
    """Whether two output folders hold the same tables: CSV byte for byte, SQLite row for row."""
    folders = one / "4-records", other / "4-records"
    names, others = ({file.name for file in folder.glob("*.csv")} for folder in folders)
    return (
        bool(names)
        and names == others
        and all(_bytes(folders[0] / name) == _bytes(folders[1] / name) for name in names)
        and _dump(folders[0] / "records.sqlite") == _dump(folders[1] / "records.sqlite")
    )


def _bytes(file: Path) -> list[bytes]:
    lines = file.read_bytes().split(b"\n")
    if not lines[0].rstrip(b'"\r').endswith(_TIMED.encode()):
        return lines
    return [line.rpartition(b",")[0] for line in lines]


def _dump(database: Path) -> list[tuple[str, list[tuple[object, ...]]]]:
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    try:
        found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        tables = sorted(name for (name,) in found if not name.startswith("sqlite_"))
        return [(table, _rows(connection, table)) for table in tables]
    finally:
        connection.close()


def _rows(connection: sqlite3.Connection, table: str) -> list[tuple[object, ...]]:
    cursor = connection.execute(f'SELECT * FROM "{table}"')
    kept = [at for at, column in enumerate(cursor.description) if column[0] != _TIMED]
    rows: Iterable[tuple[object, ...]] = cursor
    return [tuple(row[at] for at in kept) for row in rows]
