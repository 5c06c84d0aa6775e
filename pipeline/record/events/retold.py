"""An event told twice is one: where it is told first, with the most exact date."""

from collections.abc import Iterable

from pipeline.record.events.event import Event
from pipeline.record.tables import EventType


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
        and _one_date(first.date, again.date)
        and _one_company(first, again)
        and _one_circle(first, again)
        and _one_body(first, again)
    )


def _one_date(a: str, b: str) -> bool:
    """2023-09 and 2023-09-20 can be one; 2023 and 2023-05 need not."""
    return a == b or (min(len(a), len(b)) > 4 and (a.startswith(b) or b.startswith(a)))


def _one_company(a: Event, b: Event) -> bool:
    ours, theirs = ({id(person) for person in event.people} for event in (a, b))
    return not ours or not theirs or ours <= theirs or theirs <= ours


def _one_circle(a: Event, b: Event) -> bool:
    return bool(a.countries or b.countries) and (
        a.countries <= b.countries or b.countries <= a.countries
    )


def _one_body(a: Event, b: Event) -> bool:
    ours, theirs = set(a.organisations), set(b.organisations)
    if a.type is EventType.VISIT:
        return ours == theirs
    return not ours or not theirs or bool(ours & theirs)


def _take(first: Event, again: Event) -> None:
    if len(again.date) > len(first.date):
        first.date = again.date
    first.people += [person for person in again.people if person not in first.people]
    first.countries |= again.countries
    first.organisations += [o for o in again.organisations if o not in first.organisations]
