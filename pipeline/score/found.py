"""What hokoku found, in the offsets that gold counts in."""

import difflib
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from pipeline.label import Label
from pipeline.report import Media, Report
from pipeline.score.gold import GoldError, Span, read_text

_MENTIONS = (
    "SELECT start, end, label, text, value, found_by FROM mentions WHERE doc = ? ORDER BY mention"
)
_READABLE = "SELECT doc FROM reports WHERE status <> 'failed' ORDER BY doc"


class Yardstick:
    """The text that a report's gold counts in, and the way there from the reading text.

    That is `ID.txt` beside `ID.jsonl`, where there is one; else, for TXT and HTML, their decoded
    source; else, for a report that is still `unlabelled`, its reading text. Raises GoldError where
    there is none of these.
    """

    def __init__(self, report: Report, gold: Path, *, unlabelled: bool = False) -> None:
        self._report = report
        beside = gold / f"{report.doc}.txt"
        source = _decoded(report)
        if beside.exists():
            self.text = read_text(beside)
        elif source is not None:
            self.text = source
        elif unlabelled:
            self.text = report.text
        elif report.media_type in (Media.TEXT, Media.HTML):
            raise GoldError(f"{report.source}: not there; gold counts in this file")
        else:
            raise GoldError(f"{beside}: not there; gold of a PDF or a Word file counts in it")
        self._aligned = None if self.text == source else _alignment(report.text, self.text)

    def place(self, span: Span) -> Span:
        """The span of the reading text in gold's offsets; -1 where it has no counterpart."""
        start, end = self.offsets(span.start, span.end)
        return replace(span, start=start, end=end)

    def offsets(self, start: int, end: int) -> tuple[int, int]:
        """The reading text's `[start, end)` in gold's offsets; -1 where there is no counterpart."""
        if self._aligned is None:
            return self._report.source_span(start, end) or (-1, -1)
        places = [offset for offset in self._aligned[start:end] if offset >= 0]
        return (min(places), max(places) + 1) if places else (-1, -1)


def readable_docs(database: Path) -> list[str]:
    """The reports of the tables that could be read, by name. Raises GoldError."""
    return [doc for (doc,) in _select(database, _READABLE)]


def found_spans(database: Path, doc: str, yardstick: Yardstick) -> list[Span]:
    """A report's mentions from the tables, in gold's offsets. Raises GoldError."""
    return [
        yardstick.place(
            Span(start, end, Label(label), text, value=value or "", found_by=found_by or "")
        )
        for start, end, label, text, value, found_by in _select(database, _MENTIONS, doc)
    ]


def found_records(
    database: Path, doc: str, yardstick: Yardstick
) -> dict[str, list[dict[str, str]]]:
    """A report's people, events, and statements from the tables, the places in gold's offsets.

    Raises GoldError.
    """
    return {
        table: [
            _record(row, yardstick)
            for row in _select(database, f"SELECT * FROM {table} WHERE doc = ?", doc)
        ]
        for table in ("people", "events", "statements")
    }


def _record(row: sqlite3.Row, yardstick: Yardstick) -> dict[str, str]:
    cells = dict(zip(row.keys(), row, strict=True))
    if "source_start" in cells:
        place = yardstick.offsets(cells["start"], cells["end"])
        cells |= dict(zip(("source_start", "source_end"), place, strict=True))
    return {column: "" if cell is None else str(cell) for column, cell in cells.items()}


def _select(database: Path, query: str, *values: str) -> list[sqlite3.Row]:
    if not database.exists():
        raise GoldError(f"{database}: not there; run `hokoku run` on the reports first")
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        return connection.execute(query, values).fetchall()


def _alignment(text: str, gold: str) -> list[int]:
    """For each character of `text` its place in `gold`, or -1."""
    if text == gold:
        return list(range(len(text)))
    to_gold = [-1] * len(text)
    matcher = difflib.SequenceMatcher(None, text, gold, autojunk=False)
    for start, gold_start, length in matcher.get_matching_blocks():
        to_gold[start : start + length] = range(gold_start, gold_start + length)
    return to_gold


def _decoded(report: Report) -> str | None:
    """The source of a TXT or HTML report as extracting decoded it; None where it is no more."""
    source = Path(report.source)
    if report.media_type not in (Media.TEXT, Media.HTML) or not source.is_file():
        return None
    return source.read_bytes().decode(report.encoding or "utf-8", "replace")
