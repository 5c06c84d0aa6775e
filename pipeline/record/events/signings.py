"""Signings: treaties, statements and memoranda signed, exchanged, concluded."""

import re
from collections.abc import Iterator

from pipeline.mention import Label
from pipeline.record.events.actors import Role
from pipeline.record.events.event import Event
from pipeline.record.events.frames import Frame
from pipeline.record.events.passage import PARTIES, Passage, bodies_of, codes, homes, names
from pipeline.record.tables import EventType

# What is signed at home: laws and decrees.
_LAW = re.compile(r"(?:法律|法案|法|大統領令|政令|命令|予算)(?:案)?に(?:それぞれ)?\Z")


def signing(frame: Frame, passage: Passage) -> Iterator[Event]:
    """両首脳は、日・キルギス首脳共同声明に署名した; several documents on one occasion are one."""
    segment = passage.segment(frame)
    if _LAW.search(segment) or any(e.type is EventType.SIGNING for e in passage.told):
        return
    people = frame.people(*PARTIES) or passage.both(frame)
    hosts = frame.named(Label.ORG, *PARTIES)
    countries = codes([*frame.named(Label.COUNTRY, *Role), *hosts]) | homes(people)
    if len(countries) < 2:
        countries |= passage.other_parties(frame.cue.start)
    date = passage.date(frame)
    if date and len(countries) > 1:
        bodies = names(passage, hosts)
        bodies += [body for body in bodies_of(people) if body not in bodies]
        yield frame.event(date, people, countries, bodies)
