"""Gives an expression its value: what it says itself, and what the timeline adds."""

from datetime import date
from typing import NamedTuple

from pipeline.tag.dates.expression import Expression, Slot, YearPart, YearUnit
from pipeline.tag.dates.lexicon import RelativeWord
from pipeline.tag.dates.timeline import Place, Point, Timeline, shifted
from pipeline.tag.dates.write import day_value, month_value, period_value, week_value, year_value

IMPOSSIBLE = "problem:impossible-date"


class Resolved(NamedTuple):
    """An EDTF value (empty: none), what decided it, and the point it makes on the timeline."""

    value: str
    basis: str
    year: int | None = None
    month: int | None = None
    day: int | None = None


def resolve(expression: Expression, timeline: Timeline, place: Place) -> Resolved:
    """The value of a date where it stands."""
    if expression.week:
        return _week(expression.week, timeline, place)
    if expression.day:
        return _day(expression, expression.day, timeline, place)
    if expression.month:
        return _month(expression, expression.month, timeline, place)
    assert expression.year
    return _year(expression, expression.year, timeline, place)


def _year(expression: Expression, part: YearPart, timeline: Timeline, place: Place) -> Resolved:
    first, last, basis = _years(part, timeline, place)
    if first is None:
        return Resolved("", basis)
    if expression.period:
        return Resolved(period_value(first, expression.period), basis, first)
    value = year_value(part.unit, first, last)
    told = last or first if part.unit in {YearUnit.YEAR, YearUnit.FISCAL} else None
    return Resolved(value, basis, told) if value else Resolved("", IMPOSSIBLE)


def _years(part: YearPart, timeline: Timeline, place: Place) -> tuple[int | None, int | None, str]:
    """First and last year, and what decided them."""
    if part.count is not None:
        return _numbered_years(part, timeline, place)
    assert part.word
    if part.unit is YearUnit.CENTURY:
        year = timeline.document_year().value
        return (year // 100 + 1 + part.word.offset if year else None), None, "document"
    told = timeline.document_year() if part.word.from_document else timeline.year_told(place)
    year = None if told.value is None else told.value + part.word.offset
    return year, None, told.basis


def _numbered_years(
    part: YearPart, timeline: Timeline, place: Place
) -> tuple[int | None, int | None, str]:
    assert part.count is not None
    if part.short:
        return _short_year(part.count, timeline, place)
    if part.era is None:
        last = part.last
        if last is not None and last < 100:
            last += part.count // 100 * 100
        return part.count, last, "text"
    first = part.era.year(part.count)
    last = part.era.year(part.last) if part.last else None
    if first is None or (part.last and last is None):
        return None, None, IMPOSSIBLE
    return first, last, "text"


def _short_year(count: int, timeline: Timeline, place: Place) -> tuple[int | None, int | None, str]:
    """23年2月: of the era or century that the text last told of."""
    told = timeline.year_told(place)
    if told.value is None:
        return None, None, ""
    heisei, reiwa = 1988 + count, 2018 + count
    nearest = min((heisei, reiwa, 2000 + count), key=lambda year: abs(year - (told.value or 0)))
    return nearest, None, told.basis


def _month(expression: Expression, slot: Slot, timeline: Timeline, place: Place) -> Resolved:
    year, month, basis = _year_and_month(expression.year, slot, timeline, place)
    if basis == IMPOSSIBLE or month is None:
        return Resolved("", basis)
    value = month_value(year, month, slot.last)
    return Resolved(value, basis, year, slot.last or month)


def _year_and_month(
    part: YearPart | None, slot: Slot | None, timeline: Timeline, place: Place
) -> tuple[int | None, int | None, str]:
    if slot is None:
        year, told = timeline.month_told(place)
        return year, told.value, told.basis
    if slot.word:
        return _relative_month(slot.word, timeline, place)
    if part:
        year, _, basis = _years(part, timeline, place)
        return year, slot.count, basis
    bare = timeline.year_of_bare(place)
    return bare.value, slot.count, bare.basis


def _relative_month(
    word: RelativeWord, timeline: Timeline, place: Place
) -> tuple[int | None, int | None, str]:
    if word.from_document:
        year, month = timeline.document_month()
        basis = "document"
    else:
        year, told = timeline.month_told(place)
        month, basis = told.value, told.basis
    if month is None:
        return None, None, ""
    months = (year or 0) * 12 + month - 1 + word.offset
    return (months // 12 if year else None), months % 12 + 1, basis


def _day(expression: Expression, slot: Slot, timeline: Timeline, place: Place) -> Resolved:
    if slot.word:
        day, basis = _relative_day(slot.word, timeline, place)
        return _of_day(day, basis)
    assert slot.count is not None
    year, month, basis = _year_and_month(expression.year, expression.month, timeline, place)
    if basis == IMPOSSIBLE:
        return Resolved("", basis)
    value = day_value(year, month, slot.count, slot.last)
    if not value:
        return Resolved("", IMPOSSIBLE)
    return Resolved(value, basis, year, month, slot.last or slot.count)


def _relative_day(word: RelativeWord, timeline: Timeline, place: Place) -> tuple[date | None, str]:
    if word.from_document:
        day, basis = timeline.document_day(), "document"
    else:
        day, basis = timeline.day_told(place)
    return (shifted(day, word.offset), basis) if day else (None, "")


def _of_day(day: date | None, basis: str) -> Resolved:
    if day is None:
        return Resolved("", "")
    return Resolved(day.isoformat(), basis, day.year, day.month, day.day)


def _week(word: RelativeWord, timeline: Timeline, place: Place) -> Resolved:
    day = timeline.document_day()
    if day is None:
        return Resolved("", "")
    return Resolved(week_value(shifted(day, 7 * word.offset)), "document")


def point_of(expression: Expression, resolved: Resolved, place: Place, *, leads: bool) -> Point:
    """What later dates can count from."""
    explicit = expression.year is not None and expression.year.count is not None
    return Point(place, resolved.year, resolved.month, resolved.day, explicit, leads)
