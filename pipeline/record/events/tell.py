"""Reads a report sentence by sentence and tells the contacts of each."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from pipeline.record.countries import JAPAN, Inside, Towns
from pipeline.record.events.actors import Actor, Cast, Role, actors, partners
from pipeline.record.events.anaphora import stand_ins
from pipeline.record.events.clauses import Sentence
from pipeline.record.events.conferences import conference, join_in
from pipeline.record.events.cues import Cues, load_cues
from pipeline.record.events.dates import listed_dates
from pipeline.record.events.enumerated import announced, entry
from pipeline.record.events.event import Event
from pipeline.record.events.frames import Frame, frames
from pipeline.record.events.meetings import meeting
from pipeline.record.events.passage import Passage
from pipeline.record.events.retold import merged
from pipeline.record.events.signings import signing
from pipeline.record.events.sitting import sitting
from pipeline.record.events.strands import strands
from pipeline.record.events.visits import visit
from pipeline.record.people import Person, Posts
from pipeline.record.reading import Reading
from pipeline.record.statements import Statement
from pipeline.record.tables import EventType
from pipeline.record.topics import Topics
from pipeline.report import BlockKind

# What is told elsewhere, or is going on: 今回の訪問で, この首脳会談では, 同会合では, 本日の会議に.
_ANAPHORIC = re.compile(
    r"(?:今回の|この|その|(?<![合共])同|(?<!日)本|当該|[本今]日の)(?:一連の)?\Z"
)
# Whoever went to attend did: 会合に出席するため、パリを訪問した.
_IN_ORDER_TO = re.compile(
    r"[」』]?(?:（[^）]*）)?(?:に|への)?(?:出席|参加|列席|臨席)?(?:する|の)ため"
)
_AFTERWARDS = re.compile(r"(?:の)?(?:終了)?後|に先立|の(?:冒頭|席上|中|最後)")
_RECEIVED = re.compile(r"を受け(?!入)")
_MEETINGS = (EventType.MEETING, EventType.CALL)
_CONFERENCE = EventType.CONFERENCE
_READ = frozenset(
    [
        BlockKind.PARAGRAPH,
        BlockKind.LIST_ITEM,
        BlockKind.CAPTION,
        BlockKind.FOOTNOTE,
        BlockKind.NOTE,
    ]
)
_BRIEF = frozenset([BlockKind.CAPTION, BlockKind.FOOTNOTE, BlockKind.LIST_ITEM, BlockKind.NOTE])
_MAKERS: dict[EventType, Callable[[Frame, Passage], Iterator[Event]]] = {
    EventType.VISIT: visit,
    EventType.MEETING: meeting,
    EventType.CALL: meeting,
    EventType.CONFERENCE: conference,
    EventType.SIGNING: signing,
}


def events(
    reading: Reading,
    roll: list[Person],
    posts: Posts,
    topics: Topics,
    spoken: list[Statement],
    lexicon: Path,
) -> list[Event]:
    """The events of the report in order of the text."""
    cues = load_cues(lexicon)
    people_at = {mention.start: person for person in roll for mention in person.mentions}
    meant = stand_ins(reading, people_at, spoken)
    cast = Cast(people_at, meant, tuple(meant))
    passage = Passage(reading, roll, posts, _topic(topics, spoken), Inside(lexicon), Towns(lexicon))
    told = list(sitting(reading, [turn.speaker for turn in spoken if turn.speaker]))
    for start, end in reading.sentences:
        listed = entry(reading, cast, start, end, passage.lead) if passage.lead else None
        if listed is not None:
            told.append(listed)
        elif reading.kind_at(start) in _READ:
            _sentence(reading, cast, cues, passage, start, end)
            told += passage.told
    return merged(sorted(told, key=lambda event: event.start))


def _sentence(
    reading: Reading,
    cast: Cast,
    cues: Cues,
    passage: Passage,
    start: int,
    end: int,
) -> None:
    passage.begin(start)
    found = list(cues.find(reading, start, end))
    if not found:
        named = actors(reading, cast, start, end)
        passage.note(named)
        _join_in(passage.before, named, reading.text)
        return
    sentence = Sentence(reading.tokens(start, end), start, end, reading.text)
    told = frames(reading, cast, sentence, found)
    strong = any(f.cue.type in _MEETINGS and not f.cue.weak for f in told)
    read = done = start
    for frame, happened in zip(told, _happened(reading, sentence, told), strict=True):
        _note(passage, frame, actors(reading, cast, read, frame.segment[0]), read)
        read = frame.cue.end
        idle = _is_talk(frame) and strong and not frame.people(Role.PARTNER)
        if happened and not idle and not _told_before(passage, start, frame):
            for strand in strands(reading, frame):
                _tell(reading, passage, strand)
            done = read if passage.told else done
            passage.lead = announced(reading.text, frame, list(passage.subjects))
    _join_in(passage.told, actors(reading, cast, done, end), reading.text)


def _note(passage: Passage, frame: Frame, between: list[Actor], read: int) -> None:
    """Who the subject is, and who was received, up to the frame's cue; `read` from there on."""
    passage.note_court(read, frame.cue.start)
    passage.note(between)
    passage.note(frame.actors)
    passage.guests += partners(between)
    if _is_talk(frame):
        passage.guests += frame.people(Role.PARTNER)
    elif _RECEIVED.match(passage.text, frame.cue.end):
        passage.guests += frame.people(Role.OWNER)


def _is_talk(frame: Frame) -> bool:
    return frame.cue.type is EventType.MEETING and frame.cue.weak


def _told_before(passage: Passage, start: int, frame: Frame) -> bool:
    """この首脳会談では; and where a meeting has been told, 会談後 and 会談に先立ち."""
    text, cue = passage.text, frame.cue
    if cue.type in _MEETINGS and passage.has_met and cue.left == cue.start:
        again = _AFTERWARDS.match(text, cue.end) is not None
        if again and not frame.people(Role.PARTNER, Role.OWNER, Role.OTHER):
            return True
    return any(_ANAPHORIC.search(text, start, edge) for edge in (cue.left, cue.start))


def _tell(reading: Reading, passage: Passage, frame: Frame) -> None:
    """Tell the frame's events; of a list of dates one for each."""
    dates = listed_dates(reading, frame.segment[0], frame.cue, frame.date)
    for event in list(_MAKERS[frame.cue.type](frame, passage)):
        _meet_abroad(event, passage.told)
        for date in dates if event.date == frame.date else [event.date]:
            passage.tell(replace(event, date=date))


def _meet_abroad(visit: Event, told: list[Event]) -> None:
    """フォーラム出席のため訪中: the conference took place in the country visited."""
    last = told[-1] if told else None
    if visit.type is EventType.VISIT and last and last.type is _CONFERENCE and last.people:
        last.countries |= visit.countries


def _join_in(told: list[Event], named: list[Actor], text: str) -> None:
    if told and told[-1].type is EventType.CONFERENCE:
        join_in(told[-1], named, text)


def _topic(topics: Topics, spoken: list[Statement]) -> Callable[[int], str]:
    """What a passage is about; a foreign speaker speaks of the own country."""

    def told(offset: int) -> str:
        for turn in spoken:
            if turn.start <= offset < turn.end and turn.speaker:
                return turn.speaker.country if turn.speaker.country != JAPAN else ""
        return topics.at(offset)

    return told


def _happened(reading: Reading, sentence: Sentence, told: list[Frame]) -> list[bool]:
    """Of each cue whether it took place; members of a series share what is said at its end."""
    brief = reading.kind_at(sentence.start) in _BRIEF
    found: list[bool] = []
    for frame, then in zip(reversed(told), [None, *reversed(told)], strict=False):
        on_way = frame.cue.type is _CONFERENCE and _IN_ORDER_TO.match(reading.text, frame.cue.end)
        listed = then is not None and sentence.in_series(frame.cue.end, then.cue.start)
        if found and (on_way or listed):
            found.append(found[-1])
        else:
            start, end = frame.cue.start, frame.cue.end
            found.append(sentence.happened(start, end, caption=brief, dated=frame.attached))
    return found[::-1]
