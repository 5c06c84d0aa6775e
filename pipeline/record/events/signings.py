"""Signings: treaties, statements and memoranda signed, exchanged, concluded."""

import re
from collections.abc import Iterator

from pipeline.mention import Label, Mention
from pipeline.record.events.actors import Role
from pipeline.record.events.event import Event
from pipeline.record.events.frames import Frame
from pipeline.record.events.passage import PARTIES, Passage, bodies_of, codes, homes, names, once
from pipeline.record.people import Person
from pipeline.record.tables import EventType

# What is signed at home: laws and decrees.
_LAW = re.compile(r"(?:法律|法案|法|大統領令|政令|命令|予算)(?:案)?に(?:それぞれ)?\Z")
_ACTIVE = re.compile(r"(?:を(?:行)?|が行)?(?:な)?(?:し|い|っ|わ|さ)|を交わ|。|\Z")
_SIGNED = re.compile(r"(?:さ)?[しれ]た")
_OF_LEADERS = re.compile(r"共同(?:声明|宣言|文書|コミュニケ)")


def signing(frame: Frame, passage: Passage) -> Iterator[Event]:
    """両首脳は、日・キルギス首脳共同声明に署名した; several documents on one occasion are one."""
    segment = passage.segment(frame)
    if _LAW.search(segment) or any(e.type is EventType.SIGNING for e in passage.told):
        return
    people = once(_signers(frame, passage))
    hosts = frame.named(Label.ORG, *PARTIES)
    if not people and not hosts:
        hosts = [m for m in passage.others if m.label is Label.ORG]
    named = frame.named(Label.COUNTRY, *Role) + passage.others + _parties_of(frame, passage)
    countries = codes([*named, *hosts]) | homes(people)
    bodies = frame.named(Label.ORG, *Role)
    countries |= {c for m in bodies for c in passage.inside(passage.reading.name(m))}
    if len(countries) < 2:
        countries |= passage.other_parties(frame.cue.start)
    date = passage.date(frame)
    if date and len(countries) > 1:
        signed = names(passage, hosts)
        signed += [body for body in bodies_of(people) if body not in signed]
        yield frame.event(date, people, countries, signed)


def _signers(frame: Frame, passage: Passage) -> list[Person]:
    """Those named, or 両首脳; those of this sentence who met and signed, or made a statement."""
    named = frame.people(*PARTIES)
    if named:
        alone = len(once(named)) == 1 and not frame.people(Role.SUBJECT)
        return [*passage.unsaid_subjects(), *named] if alone else named
    if both := passage.both(frame):
        return both
    active = frame.cue.verb or _ACTIVE.match(passage.text, frame.cue.end)
    if not active and not _OF_LEADERS.search(passage.segment(frame)):
        return []
    if passage.told:
        return passage.last_company()
    return [*passage.subjects, *passage.guests] if passage.guests else []


def _parties_of(frame: Frame, passage: Passage) -> list[Mention]:
    """Those whom the document's name tells behind the verb: 署名された日・モンゴル経済連携協定."""
    text, found = passage.text, list[Mention]()
    joint = _SIGNED.match(text, frame.cue.end)
    at = joint.end() if joint else len(text)
    while (party := passage.reading.starting.get(at)) and party.label is Label.COUNTRY:
        found.append(party)
        at = party.end + (text[party.end] in "・＝-")
    return found
