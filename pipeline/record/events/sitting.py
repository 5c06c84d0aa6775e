"""The meeting that minutes record is itself an event, told in the line of its date."""

import re
from collections.abc import Iterable, Iterator

from pipeline.mention import Label
from pipeline.record.events.event import Event
from pipeline.record.people import Person
from pipeline.record.reading import Reading
from pipeline.record.tables import EventType
from pipeline.report import Block, BlockKind

_DATE_LINE = re.compile(r"\s*(?:開催)?(?:日\s*時|期\s*日|月\s*日|日\s*程|日)\s*[：:]?")
_HOST_LINE = re.compile(r"\s*(?:主\s*催|共\s*催|後\s*援)\s*(?:者|団体)?\s*[：:]?")


def sitting(reading: Reading, speakers: Iterable[Person]) -> Iterator[Event]:
    """The sitting (one or none): its people are the speakers, its organisations the hosts."""
    line = next(_fields(reading, _DATE_LINE), None)
    if line is None:
        return
    date = next((m.value for m in reading.within(line.start, line.end, Label.DATE)), "")
    people = list({person.name: person for person in speakers}.values())
    if not date or not people:
        return
    hosts = [
        reading.name(mention)
        for field in _fields(reading, _HOST_LINE)
        for mention in reading.within(field.start, field.end, Label.ORG)
        if reading.text[mention.start - 1] not in "（("  # the abbreviation of the one before
    ]
    countries = {person.country for person in people if person.country}
    yield Event(EventType.CONFERENCE, line.start, line.end, date, people, countries, hosts)


def _fields(reading: Reading, head: re.Pattern[str]) -> Iterator[Block]:
    for block in reading.told.blocks:
        if block.kind is BlockKind.FIELD and head.match(reading.text, block.start):
            yield block
