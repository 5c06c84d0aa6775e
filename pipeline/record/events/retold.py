"""An event told twice is one: where it is told first, with the most exact date."""

import re
from collections.abc import Iterable

from pipeline.record.events.event import Event
from pipeline.record.tables import EventType

_LABELS = re.compile(r"[「」『』・第\d０-９回（）()＋+]")
# Names of conferences that share so many characters are of one.
_ALIKE = 4


def merged(events: Iterable[Event]) -> list[Event]:
    """The events, in order of the text, without those that tell of one told before."""
    kept: list[Event] = []
    for event in events:
        first = next((other for other in kept if _same(other, event)), None)
        if first is None:
            kept.append(event)
        else:
            _take(first, event)
    return kept


def _same(first: Event, again: Event) -> bool:
    return (
        first.type is again.type
        and _one_date(first, again)
        and _one_company(first, again)
        and _one_circle(first, again)
        and _one_body(first, again)
    )


def _one_date(a: Event, b: Event) -> bool:
    """2023-09 and 2023-09-20 can be one; 2023 and 2023-05 need not."""
    if a.date == b.date:
        return True
    short, long = sorted((a.date, b.date), key=len)
    return len(short) > 4 and long.startswith(short)


def _one_company(a: Event, b: Event) -> bool:
    ours, theirs = ({id(person) for person in event.people} for event in (a, b))
    if a.type is EventType.SIGNING:
        return ours == theirs and (bool(ours) or a.start == b.start)
    return not ours or not theirs or ours <= theirs or theirs <= ours


def _one_circle(a: Event, b: Event) -> bool:
    return a.countries <= b.countries or b.countries <= a.countries


def _one_body(a: Event, b: Event) -> bool:
    ours, theirs = set(a.organisations), set(b.organisations)
    if a.type is EventType.VISIT:
        return ours == theirs
    if ("交渉" in a.name) != ("交渉" in b.name):
        return False
    if a.type is EventType.CONFERENCE:
        return bool(ours & theirs) or _alike(a.name, b.name)
    return not ours or not theirs or bool(ours & theirs)


def _alike(a: str, b: str) -> bool:
    """Whether two names of conferences share a stretch: ロシア・アフリカサミット, …首脳会合."""
    ours, theirs = (_LABELS.sub("", name) for name in (a, b))
    return any(ours[at : at + _ALIKE] in theirs for at in range(len(ours) - _ALIKE + 1))


def _take(first: Event, again: Event) -> None:
    if len(again.date) > len(first.date):
        first.date = again.date
    first.people += [person for person in again.people if person not in first.people]
    first.countries |= again.countries
    first.organisations += [o for o in again.organisations if o not in first.organisations]
