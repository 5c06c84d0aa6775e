"""Record: what a report's mentions say, as rows; and the tables of all reports."""

from pipeline.record.parts import dump_rows, load_rows
from pipeline.record.rows import rows, rows_of_failed
from pipeline.record.tables import Rows
from pipeline.record.write import Written, table_files, write_tables

__all__ = [
    "Rows",
    "Written",
    "dump_rows",
    "load_rows",
    "rows",
    "rows_of_failed",
    "table_files",
    "write_tables",
]
