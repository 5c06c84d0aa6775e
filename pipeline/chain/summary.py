"""What a run says at its end."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from pipeline.chain.run import Outcome
from pipeline.files import is_local
from pipeline.paths import Rooms

_COUNTS = {
    "pages": "SELECT sum(pages) FROM reports",
    "people": "SELECT count(*) FROM people",
    "events": "SELECT count(*) FROM events",
    "statements": "SELECT count(*) FROM statements",
}
_LABELS = "SELECT label, count(*) FROM mentions GROUP BY label ORDER BY label"


def summary(outcome: Outcome, output: Path) -> Iterator[str]:
    """Lines for the screen: reports, pages, mentions a label, people, events, where they are."""
    total, done, failed = len(outcome.reports), len(outcome.done), len(outcome.failed)
    if not total:
        yield "no reports found (PDF, HTML, DOCX, TXT); put some into raw/ or name their folder"
        return
    anew = f"{done} done now" if done else "nothing new to do"
    yield f"{total} reports: {anew}, {total - done} up to date, {failed} failed"
    database = Rooms(output).records / "records.sqlite"
    if is_local(database) and database.exists():
        yield from _counted(database)
    elif outcome.tables_written:
        yield _places(database)
    for doc, why in outcome.failed.items():
        yield f"failed: {doc}: {why}"


def _counted(database: Path) -> Iterator[str]:
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    try:
        counts = {n: connection.execute(q).fetchone()[0] or 0 for n, q in _COUNTS.items()}
        labels = connection.execute(_LABELS).fetchall()
    finally:
        connection.close()
    yield ", ".join(f"{count:,} {name}" for name, count in counts.items())
    yield "mentions: " + ", ".join(f"{label} {count:,}" for label, count in labels)
    yield _places(database)


def _places(database: Path) -> str:
    return f"tables: {database.parent}/*.csv, {database.name}, *.parquet"
