"""The tables: their columns, types, permitted values, and the keys between them.

This is the one place that says so; checking, CSV, Parquet and SQLite all follow it, and
docs/tables.md tells in words what the columns mean.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from pipeline.mention import Label
from pipeline.report import BlockKind, Status


class Kind(StrEnum):
    """What a column's cells are, by SQLite's names of types."""

    TEXT = "TEXT"
    INTEGER = "INTEGER"
    REAL = "REAL"


class EventType(StrEnum):
    """The five kinds of diplomatic contact (ANNOTATION.md, Records)."""

    VISIT = "visit"
    MEETING = "meeting"
    CALL = "call"
    CONFERENCE = "conference"
    SIGNING = "signing"


@dataclass(frozen=True, slots=True)
class Column:
    """A column; `filled` ones are never empty, `values` are the only ones allowed if given."""

    name: str
    kind: Kind = Kind.TEXT
    filled: bool = False
    values: tuple[str, ...] = ()
    pattern: str = ""
    least: int | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `refers` says which columns point to the key of which other table.

    `linking` tables stand in SQLite only: they hold, a row a pair, what the CSV files join by `;`.
    """

    name: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    refers: tuple[tuple[tuple[str, ...], str], ...] = ()
    linking: bool = False

    @property
    def header(self) -> list[str]:
        """The names of the columns, in order."""
        return [column.name for column in self.columns]


Cell = str | int | float | None
Row = list[Cell]
Rows = dict[str, list[Row]]

_COUNTRY = r"(?:[A-Z]{3,4})?"
_COUNTRIES = r"(?:[A-Z]{3,4}(?:;[A-Z]{3,4})*)?"


def _text(*names: str) -> tuple[Column, ...]:
    return tuple(Column(name) for name in names)


def _filled(*names: str) -> tuple[Column, ...]:
    return tuple(Column(name, filled=True) for name in names)


def _numbers(*names: str) -> tuple[Column, ...]:
    """Numbers from 1."""
    return tuple(Column(name, Kind.INTEGER, filled=True, least=1) for name in names)


def _counts(*names: str) -> tuple[Column, ...]:
    return tuple(Column(name, Kind.INTEGER, filled=True, least=0) for name in names)


_DOC = _filled("doc")
_PLACE = (
    *_numbers("page"),
    *_counts("start", "end"),
    Column("source_start", Kind.INTEGER, least=0),
    Column("source_end", Kind.INTEGER, least=0),
)
_BOX = tuple(Column(name, Kind.REAL) for name in ("x0", "top", "x1", "bottom"))
_IN_REPORT = ((("doc",), "reports"),)
_IN_SENTENCE = (*_IN_REPORT, (("doc", "sentence"), "sentences"))

REPORTS = Table(
    "reports",
    (
        *_filled("doc", "source", "media_type"),
        *_text("sha256", "title", "date", "covers"),
        *_counts("pages", "characters"),
        Column("status", filled=True, values=tuple(Status)),
        Column("problems"),
        Column("seconds", Kind.REAL, filled=True, least=0),
    ),
    ("doc",),
)
SENTENCES = Table(
    "sentences",
    (
        *_DOC,
        *_numbers("sentence"),
        *_PLACE,
        Column("block", filled=True, values=tuple(BlockKind)),
        *_filled("text"),
    ),
    ("doc", "sentence"),
    _IN_REPORT,
)
MENTIONS = Table(
    "mentions",
    (
        *_DOC,
        *_numbers("mention", "sentence"),
        *_PLACE,
        *_BOX,
        Column("label", filled=True, values=tuple(Label)),
        *_filled("text"),
        *_text("value", "found_by"),
        Column("score", Kind.REAL, filled=True, least=0),
        *_text("basis"),
    ),
    ("doc", "mention"),
    _IN_SENTENCE,
)
PEOPLE = Table(
    "people",
    (
        *_DOC,
        *_numbers("person"),
        *_filled("name"),
        *_text("title", "affiliation"),
        Column("country", pattern=_COUNTRY),
        *_numbers("mentions"),
        *_counts("first_start"),
    ),
    ("doc", "person"),
    _IN_REPORT,
)
COUNTRIES = Table(
    "countries",
    (
        *_DOC,
        Column("code", filled=True, pattern=_COUNTRY),
        *_filled("name"),
        *_numbers("mentions"),
        *_counts("first_start"),
        *_text("english"),
    ),
    ("doc", "code"),
    _IN_REPORT,
)
ORGANISATIONS = Table(
    "organisations",
    (
        *_DOC,
        *_numbers("organisation"),
        *_filled("name"),
        *_text("abbreviation"),
        Column("country", pattern=_COUNTRY),
        *_numbers("mentions"),
        *_counts("first_start"),
    ),
    ("doc", "organisation"),
    _IN_REPORT,
)
DATES = Table(
    "dates",
    (
        *_DOC,
        *_filled("value"),
        *_text("earliest", "latest"),
        *_numbers("mentions"),
        *_counts("first_start"),
    ),
    ("doc", "value"),
    _IN_REPORT,
)
EVENTS = Table(
    "events",
    (
        *_DOC,
        *_numbers("event", "sentence"),
        *_PLACE,
        Column("type", filled=True, values=tuple(EventType)),
        *_text("date", "people"),
        Column("countries", pattern=_COUNTRIES),
        *_text("organisations"),
        *_filled("text"),
    ),
    ("doc", "event"),
    _IN_SENTENCE,
)
STATEMENTS = Table(
    "statements",
    (
        *_DOC,
        *_numbers("statement"),
        *_filled("name"),
        *_text("title", "affiliation", "session"),
        *_PLACE,
        *_filled("text"),
    ),
    ("doc", "statement"),
    _IN_REPORT,
)
COUNTRY_NAMES = Table(
    "country_names",
    (Column("code", filled=True, pattern=_COUNTRY), *_filled("name", "english")),
    ("code",),
    linking=True,
)
INDIVIDUALS = Table(
    "individuals",
    (
        *_filled("individual", "name"),
        *_text("variants"),
        Column("country", pattern=_COUNTRY),
        *_text("posts"),
        *_filled("docs"),
        *_numbers("mentions"),
    ),
    ("individual",),
)
INDIVIDUAL_PEOPLE = Table(
    "individual_people",
    (*_filled("individual"), *_DOC, *_numbers("person")),
    ("doc", "person"),
    ((("individual",), "individuals"), (("doc", "person"), "people")),
    linking=True,
)
PERSON_MENTIONS = Table(
    "person_mentions",
    (*_DOC, *_numbers("person", "mention")),
    ("doc", "person", "mention"),
    ((("doc", "person"), "people"), (("doc", "mention"), "mentions")),
    linking=True,
)
EVENT_PEOPLE = Table(
    "event_people",
    (*_DOC, *_numbers("event", "person")),
    ("doc", "event", "person"),
    ((("doc", "event"), "events"), (("doc", "person"), "people")),
    linking=True,
)
EVENT_COUNTRIES = Table(
    "event_countries",
    (*_DOC, *_numbers("event"), Column("code", filled=True, pattern=_COUNTRY)),
    ("doc", "event", "code"),
    ((("doc", "event"), "events"),),
    linking=True,
)

# Those that each report gives rows to, the ones referred to first.
OF_A_REPORT = (
    REPORTS,
    SENTENCES,
    MENTIONS,
    PEOPLE,
    COUNTRIES,
    ORGANISATIONS,
    DATES,
    EVENTS,
    STATEMENTS,
    PERSON_MENTIONS,
    EVENT_PEOPLE,
    EVENT_COUNTRIES,
    COUNTRY_NAMES,
)
# Those that stand as files of their own, CSV and Parquet.
PUBLISHED = (*(table for table in OF_A_REPORT if not table.linking), INDIVIDUALS)
IN_DATABASE = (*OF_A_REPORT, INDIVIDUALS, INDIVIDUAL_PEOPLE)


def no_rows() -> Rows:
    """An empty list of rows for each table."""
    return {table.name: [] for table in OF_A_REPORT}


def dicts(table: Table, rows: list[Row]) -> Iterator[dict[str, Cell]]:
    """The rows as dicts by column name."""
    return (dict(zip(table.header, row, strict=True)) for row in rows)
