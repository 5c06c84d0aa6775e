"""Conferences: meetings of several parties, or in a series."""

import re
from collections.abc import Iterator

from pipeline.mention import Label
from pipeline.record.events.actors import Role
from pipeline.record.events.event import Event
from pipeline.record.events.frames import Frame, attached_date
from pipeline.record.events.passage import PARTIES, Passage, codes, homes, names
from pipeline.record.tables import EventType

_HELD = re.compile(r"開催|実施|行わ|行い|行っ|行う|開か|主催|出席|参加|招集|共催|開い|持た|持っ")
_MANY = re.compile(r"(?:\d+回の|累次の|多くの|様々な|各種|毎年|これまで|過去)[^、]{0,20}\Z")
_ATTENDED = re.compile(r"[^、。]{0,12}(?:出席|参加)")
_BILATERAL = re.compile(r"二国間|両国|合同|政府間")
# The verb of holding may stand so far behind.
_REACH = 40


def conference(frame: Frame, passage: Passage) -> Iterator[Event]:
    """8月に南アフリカで開催されたBRICS首脳会合; a date must be told."""
    if not frame.date or not _told(frame, passage):
        return
    attended = _ATTENDED.match(passage.text, frame.cue.end)
    people = frame.people(Role.SUBJECT) or (list(passage.subjects) if attended else [])
    hosts = frame.named(Label.ORG, *PARTIES)
    bodies = names(
        passage, [*frame.compound(Label.ORG), *hosts, *frame.named(Label.ORG, Role.OTHER)]
    )
    countries = codes([*frame.compound(Label.COUNTRY), *frame.aside, *hosts])
    countries |= codes(frame.named(Label.COUNTRY, Role.PLACE, Role.SUBJECT)) | homes(people)
    countries |= {code for body in bodies for code in passage.inside(body)}
    if len(countries) < 2 and _BILATERAL.search(frame.cue.compound(passage.text)):
        countries |= passage.other_parties(frame.cue.start)
    if people and passage.told and passage.told[-1].type is EventType.VISIT:
        countries |= passage.told[-1].countries  # attended on that visit
    yield frame.event(frame.date, people, countries, bodies)


def _told(frame: Frame, passage: Passage) -> bool:
    """Whether it is told as held: a date at its name, or a verb of holding."""
    if _MANY.search(passage.text[frame.segment[0] : frame.cue.left]):
        return False
    if frame.aside or attached_date(passage.reading, frame.cue):
        return True
    start, end = frame.segment
    held = _HELD.search(passage.text, start, end + _REACH)
    return held is not None and (frame.own_date or not frame.cue.weak)


def attended_or_dated(frame: Frame, passage: Passage) -> bool:
    """2018年の中央アジア首脳会議."""
    return attached_date(passage.reading, frame.cue)
