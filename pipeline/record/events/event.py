"""What an event is, and its rows."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from pipeline.record.people import Person
from pipeline.record.places import Places, plain
from pipeline.record.reading import Reading
from pipeline.record.tables import EventType, Row
from pipeline.report import Report


@dataclass(slots=True)
class Event:
    """A diplomatic contact, told in `[start, end)`."""

    type: EventType
    start: int
    end: int
    date: str = ""
    people: list[Person] = field(default_factory=list)
    countries: set[str] = field(default_factory=set)
    organisations: list[str] = field(default_factory=list)
    name: str = ""  # as the text has it: 第2回ロシア・アフリカサミット


def event_rows(
    report: Report, places: Places, reading: Reading, roll: Iterable[Person], told: Iterable[Event]
) -> tuple[list[Row], list[Row], list[Row]]:
    """The rows of the events, and those that link them to people and to countries."""
    number_of = {id(person): number for number, person in enumerate(roll, 1)}
    rows: list[Row] = []
    people: list[Row] = []
    countries: list[Row] = []
    for number, event in enumerate(told, 1):
        rows.append(
            [
                report.doc,
                number,
                reading.sentence_at(event.start) + 1,
                *places.place(event.start, event.end),
                str(event.type),
                event.date,
                ";".join(person.name for person in event.people),
                ";".join(sorted(event.countries)),
                ";".join(event.organisations),
                plain(report.text[event.start : event.end]),
            ]
        )
        numbers = sorted({number_of[id(person)] for person in event.people})
        people += [[report.doc, number, person] for person in numbers]
        countries += [[report.doc, number, code] for code in sorted(event.countries)]
    return rows, people, countries
