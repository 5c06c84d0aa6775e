"""Writes the tables of all reports: CSV, SQLite, Parquet, each whole or not at all."""

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import mkdtemp

from pipeline.record.individuals import Individuals
from pipeline.record.parts import load_rows
from pipeline.record.tables import (
    COUNTRY_NAMES,
    IN_DATABASE,
    INDIVIDUAL_PEOPLE,
    INDIVIDUALS,
    OF_A_REPORT,
    PUBLISHED,
    Row,
    Rows,
    Table,
    no_rows,
)
from pipeline.record.write.check import problems
from pipeline.record.write.csvs import CsvTable
from pipeline.record.write.parquets import ParquetTable
from pipeline.record.write.sqlite import Database
from pipeline.report import Problem, Status
from pipeline.settings import RecordSettings

# Rows held in memory at a time, all tables together.
_BATCH = 20_000
_UNFINISHED = ".unfinished-"


@dataclass(slots=True)
class Written:
    """How many rows each table got, and the reports whose rows broke the schema, with reasons."""

    counts: dict[str, int] = field(default_factory=dict)
    refused: dict[str, str] = field(default_factory=dict)


def write_tables(parts: Iterable[Path], folder: Path, settings: RecordSettings) -> Written:
    """Write all reports' rows, as `dump_rows` left them in `parts`, as tables into `folder`.

    Reports stand in order of their names; memory does not grow with their number. A report whose
    rows do not fit the schema keeps its row in reports.csv alone, as failed.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for left in folder.glob(f"{_UNFINISHED}*"):
        shutil.rmtree(left, ignore_errors=True)
    unfinished = Path(mkdtemp(prefix=_UNFINISHED, dir=folder))
    try:
        written = _write(sorted(parts, key=_name), unfinished, settings)
        for file in sorted(unfinished.iterdir()):
            _flush(file)
            file.replace(folder / file.name)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    return written


def _write(parts: list[Path], folder: Path, settings: RecordSettings) -> Written:
    written = Written()
    individuals = Individuals()
    names: dict[str, Row] = {}
    with ExitStack() as open_files:
        sinks = _Sinks(folder, settings, open_files)
        for batch in _batches(parts):
            rows = _fitting(batch, written)
            individuals.add(rows)
            names |= {str(row[0]): row for row in rows[COUNTRY_NAMES.name]}
            for table in OF_A_REPORT:
                if table is not COUNTRY_NAMES:
                    sinks.add(table, rows[table.name])
        sinks.add(COUNTRY_NAMES, [names[code] for code in sorted(names)])
        found, links = individuals.rows()
        sinks.add(INDIVIDUALS, found)
        sinks.add(INDIVIDUAL_PEOPLE, links)
        written.counts = sinks.finish()
    return written


class _Sinks:
    """The files under construction that a table's rows go to."""

    def __init__(self, folder: Path, settings: RecordSettings, open_files: ExitStack) -> None:
        formats = settings.formats
        self._counts = {table.name: 0 for table in IN_DATABASE}
        self._files: dict[str, list[CsvTable | ParquetTable]] = {}
        for table in PUBLISHED:
            files = self._files.setdefault(table.name, [])
            if "csv" in formats:
                csv = CsvTable(table, folder / f"{table.name}.csv", settings.formula_guard)
                files.append(open_files.enter_context(csv))
            if "parquet" in formats:
                parquet = ParquetTable(table, folder / f"{table.name}.parquet")
                files.append(open_files.enter_context(parquet))
        self._database = (
            open_files.enter_context(Database(folder / "records.sqlite", IN_DATABASE))
            if "sqlite" in formats
            else None
        )

    def add(self, table: Table, rows: list[Row]) -> None:
        self._counts[table.name] += len(rows)
        for file in self._files.get(table.name, []):
            file.add(rows)
        if self._database:
            self._database.add(table, rows)

    def finish(self) -> dict[str, int]:
        if self._database:
            self._database.finish()
        return self._counts


def _batches(parts: Iterable[Path]) -> Iterator[list[Rows]]:
    batch: list[Rows] = []
    size = 0
    for part in parts:
        rows = load_rows(part)
        batch.append(rows)
        size += sum(map(len, rows.values()))
        if size >= _BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _fitting(batch: list[Rows], written: Written) -> Rows:
    """The batch as one set of rows, without those of reports that break the schema."""
    together = _joined(batch)
    if next(problems(together), None) is None:
        return together
    return _joined([_fitting_or_refused(rows, written) for rows in batch])


def _fitting_or_refused(rows: Rows, written: Written) -> Rows:
    reason = next(problems(rows), None)
    if reason is None:
        return rows
    report = dict(zip(OF_A_REPORT[0].header, rows["reports"][0], strict=True))
    written.refused[str(report["doc"])] = reason
    report["status"] = str(Status.FAILED)
    report["problems"] = ";".join(filter(None, [str(report["problems"]), str(Problem("bad-rows"))]))
    return no_rows() | {"reports": [list(report.values())]}


def _joined(batch: list[Rows]) -> Rows:
    together = {t.name: [row for rows in batch for row in rows[t.name]] for t in OF_A_REPORT}
    names = {row[0]: row for row in together[COUNTRY_NAMES.name]}  # the same in many reports
    return together | {COUNTRY_NAMES.name: list(names.values())}


def _name(part: Path) -> str:
    return part.with_suffix("").as_posix()


def _flush(file: Path) -> None:
    with file.open("rb") as written:
        os.fsync(written.fileno())
