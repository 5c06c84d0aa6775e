"""Contacts that share one verb: 6月にAがXを、8月にBがYを訪問した is two."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from pipeline.mention import Label
from pipeline.record.events.actors import Actor, Role, particle
from pipeline.record.events.dates import date_within
from pipeline.record.events.frames import Frame
from pipeline.record.reading import Reading

_BRACKET = re.compile(r"[（(][^（）()]*[）)]")
_CASES = ("が", "を", "に", "へ", "と")
_PARTIES = (Role.SUBJECT, Role.PARTNER, Role.OBJECT)


def strands(reading: Reading, frame: Frame) -> list[Frame]:
    """A frame for each contact that a frame's verb is said of; most often the frame itself.

    Each has what it shares with its neighbours: AはXを、8月にYを訪問した has one subject.
    """
    dated = list(_dated(reading, frame))
    if len(dated) > 1:
        own = {id(actor) for actor, _ in dated}
        shared = [actor for actor in frame.actors if id(actor) not in own]
        return [
            replace(frame, actors=[actor, *shared], date=date, own_date=True)
            for actor, date in dated
        ]
    edges = [frame.segment[0], *_cuts(reading.text, frame), frame.segment[1]]
    return [frame] if len(edges) == 2 else list(_pieces(reading, frame, edges))


def _dated(reading: Reading, frame: Frame) -> Iterator[tuple[Actor, str]]:
    """Those of a list who have a date of their own: A外相（2月）及びB外相（4月）が."""
    for actor in frame.actors:
        bracket = _BRACKET.match(reading.text, actor.end)
        if bracket and actor.role in _PARTIES:
            dates = reading.within(bracket.start(), bracket.end(), Label.DATE)
            yield from ((actor, date.value) for date in list(dates)[:1] if date.value)


def _cuts(text: str, frame: Frame) -> list[int]:
    """Where a strand begins: behind a case particle and a comma, if that particle comes again."""
    before = [actor for actor in frame.actors if actor.end <= frame.cue.left]
    marks = [particle(text, actor) for actor in before]
    cuts = []
    for index, mark in enumerate(marks):
        again = mark in marks[index + 1 :]
        if mark in _CASES and again and text.startswith("、", _after(text, before[index], mark)):
            cuts.append(_after(text, before[index], mark) + 1)
    return cuts or list(_places(text, before, marks))


def _after(text: str, actor: Actor, mark: str) -> int:
    return text.index(mark, actor.end) + len(mark)


def _places(text: str, named: list[Actor], marks: list[str]) -> Iterator[int]:
    """XではA外相、YではB外相と会談: where the second place is named."""
    for (_, first), (index, then) in pairwise(enumerate(zip(named, marks, strict=True))):
        place = then[1].startswith("で") and then[0].role is Role.PLACE
        told = any(mark.startswith("で") for mark in marks[:index])
        if place and told and first[0].person and text.startswith("、", then[0].start - 1):
            yield then[0].start


def _pieces(reading: Reading, frame: Frame, edges: list[int]) -> Iterator[Frame]:
    spans = list(pairwise(edges))
    own = [[a for a in frame.actors if start <= a.start < end] for start, end in spans]
    tail = [a for a in frame.actors if a.start >= frame.cue.left]
    date = ""
    for index, (start, end) in enumerate(spans):
        told = date_within(reading, start, min(end, frame.cue.start))
        date = told or date
        shared = [*_lent(own[index], own[:index][::-1], Role.SUBJECT)]
        for role in (Role.OBJECT, Role.PARTNER):
            shared += _lent(own[index], own[index + 1 :], role)
        actors = [*shared, *own[index], *(a for a in tail if a not in own[index])]
        last = index == len(spans) - 1
        yield replace(
            frame,
            segment=(start, end),
            actors=actors,
            date=date or (frame.date if last or not frame.own_date else ""),
            own_date=bool(date) or frame.own_date,
            attached=frame.attached and last,
        )


def _lent(own: list[Actor], others: list[list[Actor]], role: Role) -> list[Actor]:
    """The actors of a role that a strand takes from the nearest one that has some."""
    if any(actor.role is role for actor in own):
        return []
    found = ([a for a in actors if a.role is role] for actors in others)
    return next((actors for actors in found if actors), [])
