"""All rows that one report gives to the tables."""

from collections.abc import Iterable
from pathlib import Path

from spacy.tokens import Doc

from pipeline.record.countries import CountryName, country_names
from pipeline.record.events import event_rows, events
from pipeline.record.listing import country_rows, date_rows, mention_rows, sentence_rows
from pipeline.record.organisations import organisation_rows, organisations
from pipeline.record.people import CountryOf, Person, load_posts, people, person_rows
from pipeline.record.places import Places
from pipeline.record.reading import Reading
from pipeline.record.statements import statement_rows, statements
from pipeline.record.tables import (
    COUNTRIES,
    COUNTRY_NAMES,
    EVENT_COUNTRIES,
    ORGANISATIONS,
    PEOPLE,
    Row,
    Rows,
    dicts,
    no_rows,
)
from pipeline.record.topics import Topics
from pipeline.report import Report

# Where tables tell a country's code.
_CODES = (
    (COUNTRIES, "code"),
    (EVENT_COUNTRIES, "code"),
    (PEOPLE, "country"),
    (ORGANISATIONS, "country"),
)


def rows(report: Report, doc: Doc, lexicon: Path) -> Rows:
    """The rows of a tagged report, by table; `lexicon` is the folder of the lexicon's CSV files."""
    reading, places = Reading(doc), Places(report)
    names = country_names(lexicon)
    posts = load_posts(lexicon)
    topics = Topics(reading)
    roll = people(reading, posts)
    country_of = CountryOf(reading, topics, posts, lexicon)
    for person in roll:
        person.country = country_of(person)
    spoken = statements(reading, roll, posts)
    told = events(reading, roll, posts, topics, spoken, lexicon)
    listed, numbers = mention_rows(report, places, reading)
    event_list, event_people, event_countries = event_rows(report, places, reading, roll, told)
    made = no_rows() | {
        "reports": [_report_row(report)],
        "sentences": sentence_rows(report, places, reading),
        "mentions": listed,
        "people": person_rows(report.doc, roll),
        "countries": country_rows(report.doc, reading.mentions, names),
        "organisations": organisation_rows(report.doc, organisations(reading)),
        "dates": date_rows(report.doc, reading.mentions),
        "events": event_list,
        "statements": statement_rows(report, places, spoken),
        "person_mentions": _person_mentions(report.doc, roll, reading, numbers),
        "event_people": event_people,
        "event_countries": event_countries,
    }
    return made | {COUNTRY_NAMES.name: _names_used(made, names)}


def rows_of_failed(report: Report) -> Rows:
    """The row of reports.csv, the only one of a report that could not be read."""
    return no_rows() | {"reports": [_report_row(report)]}


def _report_row(report: Report) -> Row:
    return [
        report.doc,
        report.source,
        str(report.media_type),
        report.sha256,
        report.title,
        report.date,
        report.covers,
        len(report.pages),
        len(report.text),
        str(report.status),
        ";".join(map(str, report.problems)),
        report.seconds,
    ]


def _person_mentions(
    doc: str, roll: Iterable[Person], reading: Reading, numbers: list[list[int]]
) -> list[Row]:
    numbers_of = dict(zip((m.start for m in reading.mentions), numbers, strict=True))
    return [
        [doc, number, row]
        for number, person in enumerate(roll, 1)
        for mention in person.mentions
        for row in numbers_of[mention.start]
    ]


def _names_used(made: Rows, names: dict[str, CountryName]) -> list[Row]:
    used = {str(row[column]) for table, column in _CODES for row in dicts(table, made[table.name])}
    return [[code, *names[code]] for code in sorted(used) if code in names]
