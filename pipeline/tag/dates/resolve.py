"""Gives a date its value: what it says itself, and what the timeline adds."""

from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from pipeline.tag.dates.expression import Expression, Slot, YearPart, YearUnit
from pipeline.tag.dates.lexicon import RelativeWord
from pipeline.tag.dates.timeline import Place, Point, Timeline
from pipeline.tag.dates.write import day_value, month_value, period_value, week_value, year_value

IMPOSSIBLE = "problem:impossible-date"
_NOWHERE = Point()
_NEVER = Point(basis=IMPOSSIBLE)


class Resolved(NamedTuple):
    """An EDTF value (empty: none), and the point that it makes on the timeline.

    The point's basis says what decided the value. None if later dates do not count from it.
    """

    value: str
    point: Point
    tells: bool = True


_NO_DAY = Resolved("", _NOWHERE, tells=False)


def resolve(told: Expression, timeline: Timeline, place: Place) -> Resolved:
    """The value of a date where it stands."""
    if told.yearly and told.month and told.month.count:
        return _yearly(told.month, told.month.count, told.day)
    if told.week:
        return _week(told, told.week, timeline)
    if told.day:
        return _day(told, told.day, timeline, place)
    if told.month:
        return _month(told, told.month, timeline, place)
    if told.year is None:
        raise ValueError("a date has a week, a day, a month or a year")
    return _year(told, told.year, timeline, place)


def _yearly(month: Slot, count: int, day: Slot | None) -> Resolved:
    """毎年9月3日: of no year, and no later date counts from it."""
    if day and day.count:
        value = day_value(None, count, day.count, day.last)
    else:
        value = month_value(None, count, month.last)
    return Resolved(value, _NOWHERE if value else _NEVER, tells=False)


def _year(told: Expression, part: YearPart, timeline: Timeline, place: Place) -> Resolved:
    point = _point_of_year(part, timeline, place)
    if point.year is None:
        return Resolved("", point)
    if told.period:
        first_month = 4 if part.unit is YearUnit.FISCAL else 1
        return Resolved(period_value(point.year, told.period, first_month), point)
    last = _last_year(part, point.year)
    value = year_value(part.unit, point.year, last)
    if not value:
        return Resolved("", _NEVER)
    if part.unit in {YearUnit.DECADE, YearUnit.CENTURY}:
        return Resolved(value, Point(basis=point.basis), tells=False)
    return Resolved(
        value, replace(point, year=last), tells=not (part.bare or _looks_back(part.word))
    )


def _looks_back(word: RelativeWord | None) -> bool:
    """前年 is what something is compared with; the text goes on with its own year."""
    return word is not None and not word.from_document and word.offset < 0


def _point_of_year(part: YearPart, timeline: Timeline, place: Place) -> Point:
    if part.count is None:
        return _relative_year(part, timeline, place)
    if part.short:
        return _short_year(part, part.count, timeline, place)
    if part.era is None:
        return Point(part.count, basis="text")
    year = part.era.year(part.count)
    return Point(year, basis="text", era=part.era) if year else _NEVER


def _last_year(part: YearPart, first: int) -> int:
    """The end of a range: 2023/24年, 平成30～令和4年; of no range, its only year."""
    if part.last is None:
        return first
    if part.last_era or part.era:
        return (part.last_era or part.era).year(part.last) or 0  # type: ignore[union-attr]
    return part.last if part.last >= 100 else first // 100 * 100 + part.last


def _relative_year(part: YearPart, timeline: Timeline, place: Place) -> Point:
    word = part.word
    if word is None:
        return _NOWHERE
    origin = timeline.document if word.from_document else None
    origin = origin or timeline.before(place, "year") or timeline.report
    if part.unit is YearUnit.CENTURY:
        year = origin.year and (origin.year - 1) // 100 + 1
    else:
        year = origin.fiscal_year if part.unit is YearUnit.FISCAL else origin.year
    if year is None:
        return _NOWHERE
    return Point(year + word.offset, basis=origin.basis)


def _short_year(part: YearPart, count: int, timeline: Timeline, place: Place) -> Point:
    """23年2月: of the era or the century, whichever brings it nearer to the year told before."""
    if part.unit is YearUnit.DECADE:
        return Point((1900 if count >= 30 else 2000) + count, basis="text")
    origin = timeline.before(place, "year")
    if origin is None:
        return Point(1900 + count, basis="text") if count >= 60 else _NOWHERE
    era = origin.era or timeline.era
    of_era = era.year(count) if era else None
    if origin.era and of_era is None:
        return _NEVER
    of_century = (1900 if count >= 60 else 2000) + count
    told = origin.year or of_century
    if of_era and abs(of_era - told) <= abs(of_century - told):
        return Point(of_era, basis=origin.basis, era=era)
    return Point(of_century, basis=origin.basis)


def _month(told: Expression, slot: Slot, timeline: Timeline, place: Place) -> Resolved:
    point = _point_of_month(told, slot, timeline, place)
    if point.month is None:
        return Resolved("", point)
    value = month_value(point.year, point.month, slot.last)
    if not value:
        return Resolved("", _NEVER)
    tells = not _looks_back(slot.word) and not _looks_back(told.year.word if told.year else None)
    return Resolved(value, replace(point, month=slot.last or point.month), tells)


def _point_of_month(told: Expression, slot: Slot, timeline: Timeline, place: Place) -> Point:
    part = told.year
    if slot.word and slot.count is None:
        return _relative_month(part, slot.word, timeline, place)
    if slot.count is None:
        return _NOWHERE
    if slot.word:
        return _month_after(slot.count, slot.word, timeline, place)
    if part is None:
        return _bare_month(told, slot.count, timeline, place)
    point = _point_of_year(part, timeline, place)
    if part.unit is YearUnit.FISCAL and point.year and slot.count < 4:
        point = replace(point, year=point.year + 1)
    return replace(point, month=None if point.basis == IMPOSSIBLE else slot.count)


def _bare_month(told: Expression, month: int, timeline: Timeline, place: Place) -> Point:
    begun = timeline.before(place, "month") if told.closes_range else None
    if begun is None or begun.year is None or begun.month is None:
        day = told.day.count if told.day else None
        if told.to_come and (next_year := timeline.next_year(place, month)):
            return replace(next_year, month=month, day=None)
        year = timeline.year_of_month(place, month, day, past=told.past)
        return replace(year, month=month, day=None)
    return Point(begun.year + (month < begun.month), month, basis=begun.basis)


def _month_after(count: int, word: RelativeWord, timeline: Timeline, place: Place) -> Point:
    """翌三月: the next March after the date told last."""
    origin = timeline.before(place, "year") or timeline.report
    passed = origin.month is not None and count > origin.month
    step = 0 if passed or origin.year is None else word.offset
    return Point(origin.year and origin.year + step, count, basis=origin.basis)


def _relative_month(
    part: YearPart | None, word: RelativeWord, timeline: Timeline, place: Place
) -> Point:
    origin = timeline.document if word.from_document else timeline.before(place, "month")
    if origin is None or origin.month is None:
        return _NOWHERE
    year = _point_of_year(part, timeline, place).year if part else origin.year
    months = (year or 0) * 12 + origin.month - 1 + word.offset
    return Point(months // 12 if year else None, months % 12 + 1, basis=origin.basis)


def _day(told: Expression, slot: Slot, timeline: Timeline, place: Place) -> Resolved:
    if slot.count is None:
        return _relative_day(slot.word, timeline, place)
    if told.month is None:
        point = _month_of_day(told, slot.count, timeline, place)
    else:
        point = _point_of_month(told, told.month, timeline, place)
    if point.basis == IMPOSSIBLE:
        return Resolved("", point)
    value = day_value(point.year, point.month, slot.count, slot.last)
    if not value:
        return Resolved("", _NEVER)
    return Resolved(value, replace(point, day=slot.last or slot.count))


def _month_of_day(told: Expression, day: int, timeline: Timeline, place: Place) -> Point:
    """The year and month of a bare day: of the date told before, else of the document."""
    near = timeline.near(place, "month")
    if near is None or near.basis == "section":
        near = timeline.told_again(place, None, day) or near
    if near:
        ends_later = told.closes_range and near.day is not None and day < near.day
        return near.next_month if ends_later else near
    document = timeline.document
    return document if document.month else timeline.before(place, "month") or _NOWHERE


def _relative_day(word: RelativeWord | None, timeline: Timeline, place: Place) -> Resolved:
    if word is None:
        return Resolved("", _NOWHERE)
    origin = timeline.document if word.from_document else timeline.before(place, "day")
    if origin is None or origin.date is None:
        return _NO_DAY
    day = origin.date + timedelta(days=word.offset)
    return Resolved(day.isoformat(), _point_of(day, origin.basis))


def _week(told: Expression, word: RelativeWord, timeline: Timeline) -> Resolved:
    day = timeline.document.date
    if day is None:
        return _NO_DAY
    day += timedelta(weeks=word.offset)
    if told.day:
        monday = day - timedelta(days=day.weekday())
        week = (monday + timedelta(days=days) for days in range(7))
        named = next((one for one in week if one.day == told.day.count), None)
        return Resolved(named.isoformat(), _point_of(named, "document")) if named else _NO_DAY
    if told.weekday is None:
        return Resolved(week_value(day), _point_of(day, "document"), tells=False)
    day += timedelta(days=told.weekday - day.weekday())
    return Resolved(day.isoformat(), _point_of(day, "document"))


def _point_of(day: date, basis: str) -> Point:
    return Point(day.year, day.month, day.day, basis)
