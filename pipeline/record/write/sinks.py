"""All files of the tables while they are being written."""

from contextlib import ExitStack, closing
from pathlib import Path

from pipeline.record.tables import IN_DATABASE, PUBLISHED, Row, Table
from pipeline.record.write.arrow import columns
from pipeline.record.write.csvs import CsvTable
from pipeline.record.write.parquets import ParquetTable
from pipeline.record.write.sqlite import Database
from pipeline.settings import RecordSettings


class Sinks:
    """The files that a table's rows go to, open until the stack is closed."""

    def __init__(self, folder: Path, settings: RecordSettings, open_files: ExitStack) -> None:
        self.counts = {table.name: 0 for table in IN_DATABASE}
        self._files: dict[str, list[CsvTable | ParquetTable]] = {}
        self._database: Database | None = None
        for table in PUBLISHED:
            files = self._files.setdefault(table.name, [])
            if "csv" in settings.formats:
                csv = CsvTable(table, folder / f"{table.name}.csv", settings.formula_guard)
                files.append(open_files.enter_context(closing(csv)))
            if "parquet" in settings.formats:
                parquet = ParquetTable(table, folder / f"{table.name}.parquet")
                files.append(open_files.enter_context(closing(parquet)))
        if "sqlite" in settings.formats:
            database = Database(folder / "records.sqlite", IN_DATABASE)
            self._database = open_files.enter_context(closing(database))

    def add(self, table: Table, rows: list[Row]) -> None:
        """Write some rows of a table."""
        self.counts[table.name] += len(rows)
        files = self._files.get(table.name)
        if files and rows:
            typed = columns(table, rows)
            for file in files:
                file.add(typed)
        if self._database and rows:
            self._database.add(table, rows)

    def finish(self) -> None:
        """All rows are there: add to the database what can only then be made."""
        if self._database:
            self._database.finish()
