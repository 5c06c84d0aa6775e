"""Writes the tables of all reports: CSV, SQLite, Parquet, each whole or not at all."""

import os
import shutil
from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import mkdtemp

from pipeline.record.individuals import Individuals
from pipeline.record.tables import (
    COUNTRY_NAMES,
    INDIVIDUAL_PEOPLE,
    INDIVIDUALS,
    OF_A_REPORT,
    PUBLISHED,
    Row,
)
from pipeline.record.write.batches import checked
from pipeline.record.write.known import KnownParts
from pipeline.settings import RecordSettings

_UNFINISHED = ".unfinished-"


@dataclass(slots=True)
class Written:
    """How many rows each table got, and the reports whose rows broke the schema, with reasons."""

    counts: dict[str, int] = field(default_factory=dict)
    refused: dict[str, str] = field(default_factory=dict)


def write_tables(parts: Iterable[Path], folder: Path, settings: RecordSettings) -> Written:
    """Write all reports' rows, as `dump_rows` left them in `parts`, as tables into `folder`.

    Reports stand in order of their names; memory does not grow with their number. A report whose
    rows do not fit the schema keeps its row in reports.csv alone, as failed. One call at a time
    may write to a folder.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for left in folder.glob(f"{_UNFINISHED}*"):
        shutil.rmtree(left, ignore_errors=True)
    unfinished = Path(mkdtemp(prefix=_UNFINISHED, dir=folder))
    known = KnownParts(folder)
    try:
        written = _write(sorted(parts, key=_name), unfinished, settings, known)
        made = {file.name for file in unfinished.iterdir()}
        for name in sorted(made):
            _flush(unfinished / name)
            (unfinished / name).replace(folder / name)
        for name in table_files() - made:  # of a format that is no longer wanted
            (folder / name).unlink(missing_ok=True)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    known.save()
    return written


def _write(parts: list[Path], folder: Path, settings: RecordSettings, known: KnownParts) -> Written:
    # pyarrow takes a while to import, and who only makes rows does not need it.
    from pipeline.record.write.sinks import Sinks

    written = Written()
    individuals = Individuals()
    names: dict[str, Row] = {}
    with ExitStack() as open_files:
        sinks = Sinks(folder, settings, open_files)
        for rows in checked(parts, known, written.refused):
            individuals.add(rows)
            names |= {str(row[0]): row for row in rows[COUNTRY_NAMES.name]}
            for table in OF_A_REPORT:
                if table is not COUNTRY_NAMES:
                    sinks.add(table, rows[table.name])
        sinks.add(COUNTRY_NAMES, [names[code] for code in sorted(names)])
        found, links = individuals.rows()
        sinks.add(INDIVIDUALS, found)
        sinks.add(INDIVIDUAL_PEOPLE, links)
        sinks.finish()
        written.counts = sinks.counts
    return written


def table_files() -> set[str]:
    """The names of all files that there can be."""
    kinds = ("csv", "parquet")
    return {f"{table.name}.{kind}" for table in PUBLISHED for kind in kinds} | {"records.sqlite"}


def _name(part: Path) -> str:
    return part.with_suffix("").as_posix()


def _flush(file: Path) -> None:
    with file.open("rb") as written:
        os.fsync(written.fileno())
