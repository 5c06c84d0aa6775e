"""Conferences: meetings of several parties, or in a series."""

import re
from collections.abc import Iterator

from pipeline.mention import Label, Mention
from pipeline.record.events.actors import LIST, Actor, Role
from pipeline.record.events.event import Event
from pipeline.record.events.frames import Frame
from pipeline.record.events.passage import PARTIES, Passage, codes, homes, names, once
from pipeline.record.tables import EventType

_HOLDING = (
    r"(?:開催|実施|行わ|行い|行っ|行う|開か|主催|出席|参加|招集|招か|共催|開い|開き|持た|持っ"
    r"|ホスト|設け|開幕|開会|列席|臨ん|臨み|派遣|議長を務め)"
)
_HELD = re.compile(_HOLDING)
_HELD_NEXT = re.compile(
    rf"[」』]?(?:「[^」]*」|（[^）]*）)*[をがにも]?[^、。やの]{{0,12}}{_HOLDING}"
)
_THERE = re.compile(
    r"[」』]?(?:（[^）]*）)?(?:など)?(?:の(?:場|際|機会)|で(?:は|、)|において|における|に際し"
    r"|に(?:は|も)?、?[^。]{0,40}(?:出席|参加))"
)
_TO_ATTEND = re.compile(r"[」』]?(?:（[^）]*）)?(?:に|への)?(?:出席|参加|列席|臨席)(?:する|の)ため")
_MANY = re.compile(r"(?:\d+回の|累次の|多くの|様々な|各種|毎年|これまで|過去)[^、]{0,20}\Z")
_ATTENDED = re.compile(r"[^、。]{0,12}(?:出席|参加)")
_BILATERAL = re.compile(r"二国間|両国|合同|政府間|閣僚委員会")
_OPENED = re.compile(r"[」』]?(?:（[^）]*）)?が[^、。]{0,16}(?:開か|開催さ|行わ)れた(?=[^。、])")
_GUEST = re.compile(
    r"[」』]?[にへ](?:[^、。]{0,4}(?:出席|参加)(?:し|のため)|招かれ|招待され)[^、。]{0,8}(?:た|ている)"
)
_TOOK_PART = re.compile(
    r"(?:[がは]、)?(?:[^、。]|(?<=ほか)、){0,32}(?:出席|参加|議長(?!国)|司会|加わ|登壇|主催|務め|講演|演説|着い|列席)"
)
_JOINED = re.compile(rf"(?:とともに|と共に|と|{LIST.pattern})+")
_AT = re.compile(r"で|において|における")
# The verb of holding may stand so far behind.
_REACH = 40


def conference(frame: Frame, passage: Passage) -> Iterator[Event]:
    """8月に南アフリカで開催されたBRICS首脳会合; a date must be told."""
    if not frame.date or not _told(frame, passage):
        return
    attended = _ATTENDED.match(passage.text, frame.cue.end)
    guest = _GUEST.match(passage.text, frame.cue.end)
    partners = frame.people(Role.PARTNER)
    people = frame.people(Role.SUBJECT)
    if not people and (attended or partners):
        people = passage.unsaid_subjects()
    if _OPENED.match(passage.text, frame.cue.end):
        people = []  # Aは、会合が開かれた西安で
    people = once([*people, *partners])
    if guest and frame.following and frame.following.start == guest.end():
        people = [p for p in [frame.following.person] if p]
    bodies = _bodies(frame, passage)
    countries = _countries(frame, passage) | homes(people)
    countries |= {code for body in bodies for code in passage.inside(body)}
    bare = not frame.compound(Label.COUNTRY) and not frame.compound(Label.ORG)
    nameless = frame.cue.weak and frame.cue.left == frame.cue.start
    if nameless and not (people or bodies or countries):
        return  # 会議は: of whom, nothing tells
    last = passage.told[-1] if passage.told else None
    if bare and last is not None and last.type is EventType.CONFERENCE:
        countries |= last.countries  # ロシア・アフリカサミット … 第1回サミット
        bodies = bodies or list(last.organisations)
    if len(countries) < 2 and _BILATERAL.search(frame.cue.compound(passage.text)):
        countries |= passage.other_parties(frame.cue.start)
    if people and last is not None and last.type is EventType.VISIT:
        countries |= last.countries  # attended on that visit
    yield frame.event(frame.date, people, countries, bodies, frame.cue.compound(passage.text))


def join_in(event: Event, present: list[Actor], text: str) -> None:
    """Add those of whom is told afterwards that they took part: 議長は木原防衛大臣が務め."""
    took_part: list[Actor] = []
    for actor in reversed(present):
        listed = bool(took_part) and took_part[-1] is _next(present, actor)
        together = listed and _JOINED.fullmatch(text, actor.end, took_part[-1].start)
        if actor.role is Role.SUBJECT and (together or _TOOK_PART.match(text, actor.end)):
            took_part.append(actor)
    for actor in reversed(took_part):
        if actor.person is not None and actor.person not in event.people:
            event.people.append(actor.person)
            event.countries |= homes([actor.person])
        elif actor.mention.label is Label.COUNTRY and actor.mention.value:
            event.countries.add(actor.mention.value)


def _next(present: list[Actor], actor: Actor) -> Actor | None:
    return next((other for other in present if other.start >= actor.end), None)


def _bodies(frame: Frame, passage: Passage) -> list[str]:
    hosts = frame.named(Label.ORG, *PARTIES)
    return names(passage, [*frame.compound(Label.ORG), *hosts, *frame.named(Label.ORG, Role.OTHER)])


def _countries(frame: Frame, passage: Passage) -> set[str]:
    hosts: list[Mention] = frame.named(Label.ORG, *PARTIES)
    places = frame.named(Label.COUNTRY, Role.PLACE, *PARTIES)
    places += [m for m in frame.named(Label.COUNTRY, Role.OWNER) if _of_host(m, hosts)]
    named = codes([*frame.compound(Label.COUNTRY), *frame.aside, *hosts, *places])
    return named | passage.towns(frame, _AT)


def _of_host(land: Mention, hosts: list[Mention]) -> bool:
    """日米豪印のクアッドが: whether the country stands at the host's name."""
    return any(0 < host.start - land.end < 5 for host in hosts)


def _told(frame: Frame, passage: Passage) -> bool:
    """Whether it is told as held: a date at its name, or a verb of holding."""
    if _MANY.search(passage.text[frame.segment[0] : frame.cue.left]):
        return False
    if frame.attached or _THERE.match(passage.text, frame.cue.end):
        return True
    if _TO_ATTEND.match(passage.text, frame.cue.end):
        return True
    start, end = frame.segment
    if not frame.own_date:
        return not frame.cue.weak and _HELD_NEXT.match(passage.text, end) is not None
    return _HELD.search(passage.text, start, end + _REACH) is not None
