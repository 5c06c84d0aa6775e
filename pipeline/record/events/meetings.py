"""Meetings and calls: who met whom."""

import re
from collections.abc import Iterator

from pipeline.mention import Label
from pipeline.record.countries import JAPAN
from pipeline.record.events.actors import Role, in_pair
from pipeline.record.events.event import Event
from pipeline.record.events.frames import Frame
from pipeline.record.events.passage import (
    PARTIES,
    Passage,
    bodies_of,
    codes,
    homes,
    names,
    once,
)
from pipeline.record.people import Person

_EACH = re.compile(
    r"(?:それぞれ|個別に|別々に|順次|相次いで)[^、]{0,10}\Z|(?:二者|二国間|バイ|個別)\Z"
)
_EACH_AFTER = re.compile(r"(?:及び[^、。]{2,12})?[をが](?:それぞれ|個別に|順次|相次いで)")
_SUMMIT = re.compile(r"首脳(?:電話|テレビ|ビデオ)?会談\Z")
_THERE = re.compile(r"(?:において|で|の(?:中|席上|際|場))(?:は|も)?、?")
_WITH_COURT = re.compile(r"(?:天皇|両|皇后)陛下[とに]")
_HANDED = re.compile("手渡|手交")
_AT = re.compile(r"で|において")
_FOLLOWING = ("と", "との")


def meeting(frame: Frame, passage: Passage) -> Iterator[Event]:
    """クルバエフ外相、モルドガジエフ外務次官と会談し; 日・カザフスタン外相会談."""
    subjects, partners = _company(frame, passage)
    people = once([*subjects, *partners])
    parties, places = _parties(frame, passage), _places(frame, passage)
    if _SUMMIT.search(frame.cue.compound(passage.text)):
        known = parties | places | homes(people)
        at_hand = known if len(known) > 1 else known | {passage.topic(frame.cue.start)}
        people = once([*people, *passage.leaders(at_hand - homes(people) - {""})])
    if len(parties | places | homes(people)) < 2 and not frame.compound(Label.ORG):
        parties |= passage.other_parties(frame.cue.start)
    parties |= homes(people)
    if not _told(frame, people, parties, places):
        return
    date, name = passage.date(frame), frame.cue.compound(passage.text)
    if apart := list(_apart(frame, passage, subjects, partners)):
        for pair, lands in apart:
            yield frame.event(date, pair, lands | places, bodies_of(pair[-1:]), name)
        return
    bodies = names(passage, frame.named(Label.ORG, *PARTIES) + frame.compound(Label.ORG))
    bodies += [body for body in bodies_of(people) if body not in bodies]
    yield frame.event(date, people, parties | places, bodies, name)


def _company(frame: Frame, passage: Passage) -> tuple[list[Person], list[Person]]:
    """Who met, and whom; the court is left out, for nobody is named."""
    partners = frame.people(Role.PARTNER, Role.OWNER, Role.OTHER, Role.OBJECT, Role.SOURCE)
    if _HANDED.match(passage.text, frame.cue.start):
        partners = frame.people(Role.OBJECT)  # 大統領に総理の親書を手渡した
    if not (partners or frame.people(Role.SUBJECT) or frame.compound(Label.COUNTRY)):
        partners = list(passage.guests)
    if passage.imperial:
        return [], partners
    subjects = frame.people(Role.SUBJECT) or _speaking_there(frame, passage)
    return subjects or _unsaid_subjects(frame, passage, partners), partners


def _speaking_there(frame: Frame, passage: Passage) -> list[Person]:
    """ラヴロフ外相との会談において、岸田外務大臣から: who is told behind to have spoken."""
    there, then = _THERE.match(passage.text, frame.cue.end), frame.following
    if there is None or then is None or then.start != there.end() or then.person is None:
        return []
    return [then.person] if then.role in (Role.SUBJECT, Role.SOURCE) else []


def _apart(
    frame: Frame, passage: Passage, subjects: list[Person], partners: list[Person]
) -> Iterator[tuple[list[Person], set[str]]]:
    """The company and the countries of each meeting: A外相及びB外相とそれぞれ会談した."""
    if not _each(frame, passage):
        return
    lands = frame.named(Label.COUNTRY, Role.PARTNER)
    if len(partners) > 1:
        for partner in partners:
            pair = once([*subjects, partner])
            yield pair, homes(pair)
    elif len(lands) > 1 and not partners:
        for land in dict.fromkeys(m.value for m in lands):
            yield subjects, {land} | homes(subjects)


def _each(frame: Frame, passage: Passage) -> bool:
    """Whether each partner was met apart: とそれぞれ会談した, との会談をそれぞれ行った."""
    return bool(
        _EACH.search(passage.segment(frame)) or _EACH_AFTER.match(passage.text, frame.cue.end)
    )


def _parties(frame: Frame, passage: Passage) -> set[str]:
    """The countries that meet."""
    parties = frame.named(Label.COUNTRY, *PARTIES)
    if "交渉" in frame.cue.compound(passage.text):
        parties += frame.named(Label.COUNTRY, Role.OTHER)  # 日・トルクメニスタン租税条約の
    named = codes([*parties, *frame.compound(Label.COUNTRY), *frame.aside])
    court = passage.imperial or _WITH_COURT.search(passage.segment(frame))
    return named | {JAPAN} if court else named


def _places(frame: Frame, passage: Passage) -> set[str]:
    """The countries where they meet."""
    there = codes(frame.named(Label.COUNTRY, Role.PLACE)) | passage.towns(frame, _AT)
    stay = passage.stay(frame)
    return there or (stay.countries - homes(stay.people) if stay else there)


def _unsaid_subjects(frame: Frame, passage: Passage, partners: list[Person]) -> list[Person]:
    """The subject told before, where the cue has a partner but no subject: …と会談を行った."""
    both = passage.both(frame)
    comer = frame.comer(passage.text)
    if both or comer is not None:
        return both or [comer] if comer else both
    if frame.named(Label.COUNTRY, Role.SUBJECT):
        return []
    if frame.compound(Label.COUNTRY) and not partners:
        return []
    if in_pair(frame.actors, passage.text):
        return []
    follows = passage.text.endswith(_FOLLOWING, 0, frame.cue.left)
    summit = bool(_SUMMIT.search(frame.cue.compound(passage.text)))
    return passage.unsaid_subjects() if partners or follows or summit else []


def _told(frame: Frame, people: list[Person], parties: set[str], places: set[str]) -> bool:
    """Whether enough is told of a meeting; of mere talks more than of 会談."""
    if frame.cue.weak:
        lands = frame.compound(Label.COUNTRY) + frame.named(Label.COUNTRY, Role.PARTNER)
        bilateral = frame.own_date and bool(lands)
        return len(parties) > 1 and (bool(people) or bilateral)
    return len(people) > 1 or len(parties | places) > 1 or bool(frame.compound(Label.ORG))
