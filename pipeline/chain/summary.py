"""What a run says at its end."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from itertools import islice
from pathlib import Path

from pipeline.chain.run import Outcome
from pipeline.files import is_local
from pipeline.paths import Rooms

_COUNTS = {
    "page": "SELECT sum(pages) FROM reports",
    "person": "SELECT count(*) FROM people",
    "event": "SELECT count(*) FROM events",
    "statement": "SELECT count(*) FROM statements",
}
_LABELS = "SELECT label, count(*) FROM mentions GROUP BY label ORDER BY label"
_FILES = {"csv": "*.csv", "sqlite": "records.sqlite", "parquet": "*.parquet"}
_MOST_NAMED = 3
_MOST_TOLD = 20


def summary(outcome: Outcome, output: Path, formats: Sequence[str]) -> Iterator[str]:
    """Lines for the screen: reports, pages, mentions a label, people, events, where they are.

    What could not be read stands last.
    """
    total, done, failed = len(outcome.reports), len(outcome.done), len(outcome.failed)
    if total:
        anew = f"{done} done now" if done else "nothing new to do"
        yield f"{_many(total, 'report')}: {anew}, {total - done} up to date, {failed} failed"
    else:
        yield "no reports found (PDF, HTML, DOCX, TXT); put some into raw/ or name their folder"
    if total and outcome.tables:
        records = Rooms(output).records
        if is_local(records) and (records / "records.sqlite").exists():
            yield from _counted(records / "records.sqlite")
        yield f"tables: {records}/{', '.join(_FILES[form] for form in formats)}"
    if outcome.passed_over:
        yield _passed_over(outcome.passed_over)
    yield from _told("note", outcome.notes)
    yield from _told("partial", outcome.partial)
    for doc, why in outcome.failed.items():
        yield f"failed: {doc}: {why}"


def _counted(database: Path) -> Iterator[str]:
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        counts = {n: connection.execute(q).fetchone()[0] or 0 for n, q in _COUNTS.items()}
        labels = connection.execute(_LABELS).fetchall()
    yield ", ".join(_many(count, thing) for thing, count in counts.items())
    if labels:
        yield "mentions: " + ", ".join(f"{label} {count:,}" for label, count in labels)


def _told(kind: str, reports: Mapping[str, str]) -> Iterator[str]:
    """A line for each of these reports; of many only the first, since reports.csv has all."""
    for doc, why in islice(reports.items(), _MOST_TOLD):
        yield f"{kind}: {doc}: {why}"
    if len(reports) > _MOST_TOLD:
        yield f"{kind}: {_many(len(reports) - _MOST_TOLD, 'report')} more; see reports.csv"


def _passed_over(files: Sequence[Path]) -> str:
    named = ", ".join(map(str, files[:_MOST_NAMED]))
    more = f" and {len(files) - _MOST_NAMED:,} more" if len(files) > _MOST_NAMED else ""
    return f"passed over, no PDF, HTML, DOCX, TXT: {named}{more}"


def _many(count: int, thing: str) -> str:
    """`1 person`, `2 people`."""
    several = {"person": "people"}.get(thing, f"{thing}s")
    return f"{count:,} {thing if count == 1 else several}"
