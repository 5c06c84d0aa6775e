"""Visits: who goes to which country."""

import re
from collections.abc import Iterator

from pipeline.mention import Label
from pipeline.record.events.actors import Role
from pipeline.record.events.event import Event
from pipeline.record.events.frames import Frame
from pipeline.record.events.passage import JAPAN, Passage, bodies_of, codes, homes, names, once
from pipeline.record.people import Person
from pipeline.report import BlockKind

_TO_JAPAN = ("来日", "来訪")
_TO = re.compile(r"[をにへ]|など[をに]|・|訪問|、[^、]{1,12}を")
_IMPERIAL = re.compile(r"天皇|皇后|両陛下|皇嗣|秋篠宮")
_TOWARDS = ("を", "に", "へ")


def visit(frame: Frame, passage: Passage) -> Iterator[Event]:
    """吉川外務大臣政務官がカザフスタンを訪問し; クチカーロフ副首相の訪日."""
    cue, text = frame.cue, passage.text
    mutual = text.endswith("相互", 0, cue.start)
    travellers = [] if mutual else once(_travellers(frame, passage))
    groups = frame.named(Label.COUNTRY, Role.SUBJECT) + frame.named(Label.ORG, Role.SUBJECT)
    home = homes(travellers) | codes(groups)
    if _IMPERIAL.search(passage.segment(frame)):
        travellers, home = [], {JAPAN}
    goals = _goals(frame, passage)
    if mutual and not goals:
        goals = {c for event in passage.before[-1:] for c in event.countries}
    if not goals and passage.reading.kind_at(cue.start) is not BlockKind.CAPTION:
        goals = {passage.topic(cue.start)} - {""} - home
    date = (frame.date if frame.own_date else "") if mutual else passage.date(frame)
    if goals - home and (travellers or home or date or mutual):
        bodies = names(passage, frame.named(Label.ORG, Role.SUBJECT, Role.OBJECT))
        bodies += [body for body in bodies_of(travellers) if body not in bodies]
        yield frame.event(date, travellers, home | goals, bodies)


def _travellers(frame: Frame, passage: Passage) -> list[Person]:
    comer = frame.comer(passage.text)
    if comer is not None:
        return [comer]
    named = frame.people(Role.SUBJECT)
    if named:
        return named
    beside = [
        actor.person
        for actor in frame.actors
        if actor.person and actor.role is Role.OWNER and actor.end >= frame.cue.left - 1
    ]
    owners = frame.people(Role.OWNER)
    if not beside and len(owners) == 1 and frame.compound(Label.COUNTRY):
        beside = list(owners)  # 岸田総理大臣の国賓待遇での米国公式訪問
    others = frame.named(Label.COUNTRY, Role.SUBJECT) or frame.named(Label.ORG, Role.SUBJECT)
    return beside or ([] if others else passage.unsaid_subjects())


def _goals(frame: Frame, passage: Passage) -> set[str]:
    cue, text = frame.cue, passage.text
    word = text[cue.start : cue.end]
    if word == "訪":
        return codes([passage.reading.starting[cue.end]])
    if word in _TO_JAPAN:
        return {JAPAN}
    goals = codes(frame.compound(Label.COUNTRY) + frame.named(Label.COUNTRY, Role.OBJECT))
    if text.endswith(_TOWARDS, 0, cue.left):
        goals |= codes(frame.named(Label.COUNTRY, Role.OWNER, Role.PLACE))
    return goals | codes(frame.aside) | passage.towns(frame, _TO)
