"""Writes the pages: index.html, and one for each report."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from jinja2 import Environment, PackageLoader

from pipeline.errors import UserError
from pipeline.files import write_whole
from pipeline.paths import Rooms
from pipeline.report import Report, load_report
from pipeline.view.marking import Mark, marked_blocks

# The tables of a report's page: where a row stands in the text, and the columns shown.
_TABLES = {
    "people": ("first_start", ("name", "title", "affiliation", "country", "mentions")),
    "events": ("start", ("type", "date", "people", "countries", "organisations", "text")),
    "statements": ("start", ("name", "title", "affiliation", "session", "text")),
    "organisations": ("first_start", ("name", "abbreviation", "country", "mentions")),
    "countries": ("first_start", ("code", "name", "mentions")),
    "dates": ("first_start", ("value", "earliest", "latest", "mentions")),
}
_MOST_NAMED = 20
_RANKINGS = {
    "Countries": "SELECT name, sum(mentions) AS n FROM countries GROUP BY code",
    "People": "SELECT name, sum(mentions) AS n FROM people GROUP BY name",
    "Organisations": "SELECT name, sum(mentions) AS n FROM organisations GROUP BY name",
    "Contacts": "SELECT type, count(*) AS n FROM events GROUP BY type",
}


class ViewError(UserError):
    """Tables that are not there; the message says what to run."""


def write_view(output: Path) -> Path:
    """Write output/view/index.html and a page a report; returns the index. Raises ViewError."""
    rooms = Rooms(output)
    database = rooms.records / "records.sqlite"
    if not database.exists():
        raise ViewError(f"{database}: not there; run `hokoku run` first")
    pages = Environment(
        loader=PackageLoader("pipeline.view"), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        reports = connection.execute("SELECT * FROM reports ORDER BY doc").fetchall()
        for report in reports:
            page = _report_page(report, connection, rooms, pages)
            write_whole(rooms.view / "reports" / f"{report['doc']}.html", page.encode())
        index = rooms.view / "index.html"
        write_whole(index, _index(reports, connection, pages).encode())
    return index


def _index(reports: list[sqlite3.Row], connection: sqlite3.Connection, pages: Environment) -> str:
    rankings = {
        title: connection.execute(f"{query} ORDER BY n DESC, 1 LIMIT {_MOST_NAMED}").fetchall()
        for title, query in _RANKINGS.items()
    }
    links = {report["doc"]: f"reports/{quote(report['doc'])}.html" for report in reports}
    return pages.get_template("index.html").render(
        reports=reports, links=links, rankings={t: r for t, r in rankings.items() if r}
    )


def _report_page(
    row: sqlite3.Row, connection: sqlite3.Connection, rooms: Rooms, pages: Environment
) -> str:
    doc = row["doc"]
    blocks, tables = [], {}
    if rooms.text(doc).exists():
        report = load_report(rooms.text(doc))
        blocks = list(marked_blocks(report, list(_marks(doc, connection))))
        tables = {name: _table(name, report, connection) for name in _TABLES}
    home = "../" * (doc.count("/") + 1) + "index.html"
    return pages.get_template("report.html").render(
        report=row, blocks=blocks, tables={t: v for t, v in tables.items() if v[1]}, home=home
    )


def _table(
    name: str, report: Report, connection: sqlite3.Connection
) -> tuple[Sequence[str], list[tuple[int, sqlite3.Row]]]:
    """The columns of a table, and its rows of the report, each with the block that it stands in."""
    place, columns = _TABLES[name]
    query = f"SELECT {place} AS place, {', '.join(columns)} FROM {name} WHERE doc = ?"
    rows = connection.execute(query, (report.doc,))
    return columns, [(report.block_at(row["place"]), row) for row in rows]


def _marks(doc: str, connection: sqlite3.Connection) -> Iterator[Mark]:
    """A report's mentions, flat; pieces of one name stand in order."""
    query = (
        "SELECT mention, start, end, label, value, found_by, score FROM mentions"
        " WHERE doc = ? ORDER BY start, mention"
    )
    reached = 0
    for row in connection.execute(query, (doc,)):
        mark = Mark(*row)
        if mark.start >= reached:
            reached = mark.end
            yield mark
