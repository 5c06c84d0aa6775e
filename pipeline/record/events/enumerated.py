"""Contacts that a sentence announces and a list tells: 以下のとおり電話会談を行いました。"""

import re
from dataclasses import dataclass

from pipeline.mention import Label
from pipeline.record.events.actors import Cast
from pipeline.record.events.event import Event
from pipeline.record.events.frames import Frame
from pipeline.record.people import Person
from pipeline.record.reading import Reading
from pipeline.record.tables import EventType

_ANNOUNCED = re.compile(r"(?:以下|次|下記)の")
_BULLET = re.compile(r"[\s・○●◎＊*-]*(?:[（(]?\d{1,2}[）).．])?\s*")
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Announced:
    """What the entries of the list that follows are, and who has a part in each."""

    type: EventType
    people: list[Person]


def announced(text: str, frame: Frame, people: list[Person]) -> Announced | None:
    """The list that the frame's sentence announces of contacts of `people`, if any."""
    if not people or not _ANNOUNCED.search(text, *frame.sentence):
        return None
    return Announced(frame.cue.type, people)


def entry(reading: Reading, cast: Cast, start: int, end: int, lead: Announced) -> Event | None:
    """The contact of one entry: `３月17日　ラッド豪州外務大臣`; None if it is none."""
    text = reading.text[start:end]
    at = _BULLET.match(reading.text, start, end)
    date = reading.starting.get(at.end() if at else start)
    named = [cast.named[m.start] for m in reading.within(start, end, Label.PERSON)]
    others = [person for person in named if person not in lead.people]
    if len(text) > _LONGEST or "。" in text or not others:
        return None
    if date is None or date.label is not Label.DATE or not date.value:
        return None
    people = [*lead.people, *others]
    countries = {person.country for person in people if person.country}
    return Event(lead.type, start, end, date.value, people, countries)
