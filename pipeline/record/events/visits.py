"""Visits: who goes to which country."""

import re
from collections.abc import Iterator

from pipeline.mention import Label
from pipeline.record.countries import JAPAN
from pipeline.record.events.actors import Role
from pipeline.record.events.event import Event
from pipeline.record.events.frames import Frame
from pipeline.record.events.passage import (
    Passage,
    bodies_of,
    codes,
    homes,
    names,
    once,
)
from pipeline.record.people import Person
from pipeline.report import BlockKind

_TO_JAPAN = ("来日", "来訪", "来県", "来道", "来朝", "来邦")
_TO = re.compile(r"[をにへ]|など[をに]|・|訪問|、[^、]{1,12}を")
_SENDING = re.compile(r"派遣(?!され)")
_CEREMONY = re.compile("参列|式典|就任式|開会式|戴冠式|国葬|葬儀")
_RITE = re.compile("(?:就任式|戴冠式|国葬|葬儀)(?!に出席)")
_ATTENDED = re.compile(r"[^。]{0,50}(?:出席|参列)")
_SHIP = re.compile("寄港|入港")  # 海上自衛隊の護衛艦が
_RECEIVED = re.compile(r"を受け(?!入)")
_TOWARDS = ("を", "に", "へ")


def visit(frame: Frame, passage: Passage) -> Iterator[Event]:
    """吉川外務大臣政務官がカザフスタンを訪問し; クチカーロフ副首相の訪日."""
    cue, text = frame.cue, passage.text
    if _RITE.match(text, cue.start) and not _ATTENDED.match(text, cue.end):
        return
    mutual = text.endswith("相互", 0, cue.start)
    travellers = [] if mutual else once(_travellers(frame, passage))
    home = _home(frame, passage, travellers)
    goals = _goals(frame, passage) or _unsaid_goals(frame, passage, home, mutual=mutual)
    date = (frame.date if frame.own_date else "") if mutual else passage.date(frame)
    if goals - home and (travellers or home or date or mutual):
        bodies = names(passage, frame.named(Label.ORG, Role.SUBJECT, Role.OBJECT))
        bodies += [body for body in bodies_of(travellers) if body not in bodies]
        yield frame.event(date, travellers, home | goals, bodies)


def _home(frame: Frame, passage: Passage, travellers: list[Person]) -> set[str]:
    """Where the visit comes from."""
    if passage.imperial:
        return {JAPAN}
    home = homes(travellers)
    if not _received(frame, passage):
        groups = frame.named(Label.COUNTRY, Role.SUBJECT) + frame.named(Label.ORG, Role.SUBJECT)
        home |= codes(groups)
        home |= set() if home else codes(frame.named(Label.COUNTRY, Role.SOURCE))
    if _SHIP.match(passage.text, frame.cue.start):
        home |= codes(frame.named(Label.COUNTRY, Role.OWNER) + frame.named(Label.ORG, Role.OWNER))
    return home


def _unsaid_goals(frame: Frame, passage: Passage, home: set[str], *, mutual: bool) -> set[str]:
    """Where a visit goes that does not say: to whom it answers, or what the passage is about."""
    cue = frame.cue
    captioned = passage.reading.kind_at(cue.start) is BlockKind.CAPTION
    if mutual and passage.before:
        return set(passage.before[-1].countries)
    return set() if captioned or cue.weak else {passage.topic(cue.start)} - {""} - home


def _received(frame: Frame, passage: Passage) -> bool:
    """アナンド国防大臣の訪問を受けた: the subject is at home."""
    return _RECEIVED.match(passage.text, frame.cue.end) is not None


def _sent(frame: Frame, passage: Passage) -> bool:
    """山田外務副大臣をトルコに派遣した: the subject stays at home."""
    return _SENDING.match(passage.text, frame.cue.start) is not None


def _travellers(frame: Frame, passage: Passage) -> list[Person]:
    comer = frame.comer(passage.text)
    if comer is not None:
        return [comer]
    if _sent(frame, passage):
        return frame.people(Role.OBJECT)
    if _received(frame, passage):
        return frame.people(Role.OWNER, Role.OTHER, Role.PARTNER)
    if passage.imperial:
        return []
    return frame.people(Role.SUBJECT) or _attending(frame, passage) or _beside(frame, passage)


def _attending(frame: Frame, passage: Passage) -> list[Person]:
    """Who is told behind the rite to have come: 就任式には、鈴木外務大臣政務官が出席した."""
    then = frame.following
    if then is None or then.person is None or then.role is not Role.SUBJECT:
        return []
    return [then.person] if _RITE.match(passage.text, frame.cue.start) else []


def _beside(frame: Frame, passage: Passage) -> list[Person]:
    """Who stands at the word (岸田総理大臣の訪米), or goes without saying."""
    beside = [
        actor.person
        for actor in frame.actors
        if actor.person and actor.role is Role.OWNER and actor.end >= frame.cue.left - 1
    ]
    owners = frame.people(Role.OWNER)
    if not beside and len(owners) == 1 and frame.compound(Label.COUNTRY):
        beside = list(owners)  # 岸田総理大臣の国賓待遇での米国公式訪問
    if _RITE.match(passage.text, frame.cue.start):
        beside = []  # a rite is its owner's at home
    others = frame.named(Label.COUNTRY, Role.SUBJECT) or frame.named(Label.ORG, Role.SUBJECT)
    return beside or ([] if others else passage.unsaid_subjects())


def _goals(frame: Frame, passage: Passage) -> set[str]:
    cue, text = frame.cue, passage.text
    word = text[cue.start : cue.end]
    if word in _TO_JAPAN:
        return {JAPAN}
    if _received(frame, passage) and not frame.compound(Label.COUNTRY):
        return homes(frame.people(Role.SUBJECT)) | codes(frame.named(Label.COUNTRY, Role.SUBJECT))
    goals = codes(frame.compound(Label.COUNTRY) + frame.named(Label.COUNTRY, Role.OBJECT))
    if _CEREMONY.match(text, cue.start):
        goals |= homes(frame.people(Role.OWNER))
    if text.endswith(_TOWARDS, 0, cue.left):
        goals |= codes(frame.named(Label.COUNTRY, Role.OWNER, Role.PLACE))
    return goals | codes(frame.aside) | passage.towns(frame, _TO)
