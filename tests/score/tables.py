"""Reports with their tables, as a run leaves them, made for tests of scoring."""

import sqlite3
from contextlib import closing
from pathlib import Path

from pipeline.paths import Rooms
from pipeline.report import Report, dump_report

Found = tuple[str, str]  # a surface, its label
_SCHEMA = """
CREATE TABLE IF NOT EXISTS reports (doc, status);
CREATE TABLE IF NOT EXISTS mentions (doc, mention, start, end, label, text, value, found_by);
CREATE TABLE IF NOT EXISTS people (doc);
CREATE TABLE IF NOT EXISTS events (doc);
CREATE TABLE IF NOT EXISTS statements (doc, start, end, source_start, source_end);
"""


def put(report: Report, found: list[Found], output: Path) -> Path:
    """Write the report, its mentions, and one statement that is all of it; returns the database."""
    rooms = Rooms(output)
    dump_report(report, rooms.text(report.doc))
    database = rooms.records / "records.sqlite"
    database.parent.mkdir(exist_ok=True)
    starts = [report.text.index(surface) for surface, _ in found]
    mentions = [
        (report.doc, number, start, start + len(surface), label, surface)
        for number, (start, (surface, label)) in enumerate(zip(starts, found, strict=True), 1)
    ]
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.executescript(_SCHEMA)
        connection.execute("INSERT INTO reports VALUES (?, ?)", (report.doc, report.status))
        connection.executemany("INSERT INTO mentions VALUES (?, ?, ?, ?, ?, ?, '', '')", mentions)
        turn = (report.doc, 0, len(report.text))
        connection.execute("INSERT INTO statements VALUES (?, ?, ?, NULL, NULL)", turn)
    return database
