"""A report's rows as a file, from which the tables of all reports are put together."""

from pathlib import Path

from pydantic_core import from_json, to_json

from pipeline.files import write_whole
from pipeline.record.tables import Rows


def dump_rows(rows: Rows, path: Path) -> None:
    """Write the rows as JSON, whole or not at all."""
    write_whole(path, to_json(rows))


def load_rows(path: Path) -> Rows:
    """Read what `dump_rows` wrote."""
    rows: Rows = from_json(path.read_bytes())
    return rows
