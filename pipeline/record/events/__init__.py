"""Diplomatic contacts that a report tells of as having taken place."""

from collections.abc import Iterable

from pipeline.record.events.event import Event, event_rows
from pipeline.record.events.sitting import sitting
from pipeline.record.people import Person
from pipeline.record.reading import Reading

__all__ = ["Event", "event_rows", "events"]


def events(reading: Reading, speakers: Iterable[Person]) -> list[Event]:
    """The events of the report in order of the text."""
    return list(sitting(reading, speakers))
