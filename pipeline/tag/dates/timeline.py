"""Which year, month and day the text is telling of: what resolves 同年, 7月, 24日, 昨年."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

_REACH = 400  # characters; further back in a section, no sentence goes on with a year


class Place(NamedTuple):
    """Where a date stands: offset, and the numbers of its sentence, paragraph and section."""

    offset: int
    sentence: int
    paragraph: int
    section: int


class Decided(NamedTuple):
    """A year, month or day, and what decided it; None where nothing does."""

    value: int | None
    basis: str


@dataclass(frozen=True, slots=True)
class Point:
    """A date that the text has told of. `leads` if what follows can go on from it."""

    place: Place
    year: int | None
    month: int | None
    day: int | None
    explicit: bool
    leads: bool


class Timeline:
    """Remembers the dates told so far, and asks them what a later one leaves out."""

    def __init__(self, document: str, covers: str) -> None:
        self._document = _date_parts(document)
        self._covers = _date_parts(covers)[0]
        self._points: list[Point] = []

    def tell(self, point: Point) -> None:
        """Remember a date, in order of the text."""
        self._points.append(point)

    def year_of_bare(self, place: Place) -> Decided:
        """The year of a bare month: `7月`, `7月から12月`."""
        for point in reversed(self._points):
            if point.year is None or point.place.section != place.section:
                continue
            if point.place.sentence == place.sentence and point.leads:
                return Decided(point.year, "sentence")
            if self._covers is not None:
                if point.place.sentence != place.sentence:
                    break
                continue
            if point.explicit and point.leads and place.offset - point.place.offset < _REACH:
                same = point.place.paragraph == place.paragraph
                return Decided(point.year, "paragraph" if same else "section")
        return self._year_of_report()

    def year_told(self, place: Place) -> Decided:
        """The year that 同年, 翌年, 前年 count from: the one told last."""
        point = self._last(place, "year")
        return (
            Decided(point.year, _nearness(point.place, place)) if point else self._year_of_report()
        )

    def month_told(self, place: Place) -> tuple[int | None, Decided]:
        """The year and month that 同月 and bare days count from."""
        point = self._last(place, "month")
        if point:
            return point.year, Decided(point.month, _nearness(point.place, place))
        return None, Decided(None, "")

    def day_told(self, place: Place) -> tuple[date | None, str]:
        """The day that 同日, 翌日 count from."""
        point = self._last(place, "day")
        if point and point.year and point.month and point.day:
            return date(point.year, point.month, point.day), _nearness(point.place, place)
        return None, ""

    def document_year(self) -> Decided:
        """The year that 今年 and 昨年 count from."""
        year = self._document[0]
        return Decided(year, "document") if year else self._year_of_report()

    def document_month(self) -> tuple[int | None, int | None]:
        """The year and month that 今月, 先月 count from."""
        return self._document[0], self._document[1]

    def document_day(self) -> date | None:
        """The day that 本日, 今週 count from."""
        year, month, day = self._document
        return date(year, month, day) if year and month and day else None

    def _year_of_report(self) -> Decided:
        if self._covers is not None:
            return Decided(self._covers, "covers")
        year = self._document[0]
        return Decided(year, "document") if year else Decided(None, "")

    def _last(self, place: Place, part: str) -> Point | None:
        for point in reversed(self._points):
            if point.place.section != place.section:
                break
            if getattr(point, part) is not None:
                return point
        return None


def shifted(day: date, days: int) -> date:
    """A day some days later, or earlier."""
    return day + timedelta(days=days)


def _nearness(earlier: Place, later: Place) -> str:
    if earlier.sentence == later.sentence:
        return "sentence"
    return "paragraph" if earlier.paragraph == later.paragraph else "section"


def _date_parts(value: str) -> tuple[int | None, int | None, int | None]:
    """`2023-07` → `(2023, 7, None)`; of an interval, its first."""
    numbers = [int(n) for n in value.partition("/")[0].split("-") if n.isdigit()]
    year, month, day = [*numbers, None, None, None][:3]
    return year, month, day
