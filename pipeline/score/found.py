"""What hokoku found, in the offsets that gold counts in."""

import difflib
import sqlite3
from dataclasses import replace
from pathlib import Path

from pipeline.label import Label
from pipeline.report import Media, Report
from pipeline.score.gold import GoldError, Span

_QUERY = (
    "SELECT start, end, source_start, source_end, label, text, value, found_by"
    " FROM mentions WHERE doc = ? ORDER BY mention"
)


class Yardstick:
    """The text that a report's gold counts in, and the way there from the reading text.

    For TXT and HTML that is the decoded source; for PDF and DOCX, `ID.txt` beside `ID.jsonl`.
    """

    def __init__(self, report: Report, gold: Path) -> None:
        self._report = report
        beside = gold / f"{report.doc}.txt"
        self._aligned = None
        if beside.exists():
            self.text = beside.read_text("utf-8")
            self._aligned = _alignment(report.text, self.text)
        elif report.media_type in (Media.TEXT, Media.HTML):
            self.text = _decoded(report)
        else:
            raise GoldError(f"{beside}: not there; gold of a {report.media_type} counts in it")

    def place(self, span: Span) -> Span:
        """The span of the reading text in gold's offsets; -1 where it has no counterpart."""
        if self._aligned is None:
            there = self._report.source_span(span.start, span.end)
        else:
            places = [o for o in self._aligned[span.start : span.end] if o >= 0]
            there = (min(places), max(places) + 1) if places else None
        start, end = there or (-1, -1)
        return replace(span, start=start, end=end)


def found_spans(database: Path, doc: str, yardstick: Yardstick) -> list[Span]:
    """A report's mentions from the tables, in gold's offsets. Raises GoldError."""
    return [_span(row, yardstick) for row in _select(database, _QUERY, doc)]


def found_records(database: Path, doc: str) -> dict[str, list[dict[str, str]]]:
    """A report's people, events, and statements from the tables. Raises GoldError."""
    return {
        table: [
            {name: str(row[name] or "") for name in row.keys()}  # noqa: SIM118  sqlite3.Row
            for row in _select(database, f"SELECT * FROM {table} WHERE doc = ?", doc)
        ]
        for table in ("people", "events", "statements")
    }


def _select(database: Path, query: str, doc: str) -> list[sqlite3.Row]:
    if not database.exists():
        raise GoldError(f"{database}: not there; run `hokoku run` on the reports first")
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    connection.row_factory = sqlite3.Row
    try:
        return connection.execute(query, (doc,)).fetchall()
    finally:
        connection.close()


def _span(row: sqlite3.Row, yardstick: Yardstick) -> Span:
    start, end, source_start, source_end, label, text, value, found_by = row
    span = Span(int(str(start)), int(str(end)), Label(str(label)), str(text), str(value or ""))
    span = replace(span, found_by=str(found_by or ""))
    if source_start in (None, ""):
        return yardstick.place(span)
    return replace(span, start=int(str(source_start)), end=int(str(source_end)))


def _alignment(text: str, gold: str) -> list[int]:
    """For each character of `text` its place in `gold`, or -1."""
    to_gold = [-1] * len(text)
    matcher = difflib.SequenceMatcher(None, text, gold, autojunk=False)
    for start, gold_start, length in matcher.get_matching_blocks():
        to_gold[start : start + length] = range(gold_start, gold_start + length)
    return to_gold


def _decoded(report: Report) -> str:
    try:
        return Path(report.source).read_bytes().decode(report.encoding or "utf-8", "replace")
    except OSError as error:
        raise GoldError(f"{report.source}: gold counts in this file; {error.strerror}") from None
