"""Which year, month and day the text is telling of: what resolves 同年, 7月, 24日, 昨年."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from typing import NamedTuple

from pipeline.tag.dates.lexicon import Era

_REACH = 400  # characters; after more of them no sentence goes on with an earlier date


class Place(NamedTuple):
    """Where a date stands: offset, and the numbers of its sentence, paragraph and section."""

    offset: int
    sentence: int
    paragraph: int
    section: int


@dataclass(frozen=True, slots=True)
class Point:
    """A date as far as it is known, and what decided it (`basis`).

    `leads`: what follows can go on from it (2011年には、6月に…), not only look back at it
    (2011年の会合). `explicit`: its own words tell its year, `era` in which era;
    `retold`: it repeats one whose words did.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    basis: str = ""
    leads: bool = False
    explicit: bool = False
    retold: bool = False
    era: Era | None = None

    @property
    def date(self) -> date | None:
        """The day, if it is known whole."""
        if self.year and self.month and self.day:
            return date(self.year, self.month, self.day)
        return None

    @property
    def next_month(self) -> "Point":
        """The month after this one, of which no day is known."""
        if self.month is None:
            return self
        year = self.year + 1 if self.year is not None and self.month == 12 else self.year
        return replace(self, year=year, month=self.month % 12 + 1, day=None)

    @property
    def fiscal_year(self) -> int | None:
        """The fiscal year that the point lies in: March 2024 in 2023."""
        if self.year is None:
            return None
        return self.year - 1 if self.month is not None and self.month < 4 else self.year


class Timeline:
    """Remembers the dates told so far, and is asked what a later one leaves out.

    `document` and `covers` are the report's date and the period that it covers, as EDTF; `to_come`
    is what an earlier reading of the same report told, from its start.
    """

    def __init__(
        self, document: str, covers: str, to_come: Sequence[tuple[Place, Point]] = ()
    ) -> None:
        self.told: list[tuple[Place, Point]] = []
        self._document = _point(document, "document")
        # Minutes cover the day that they are of; only a longer period says which year is told of.
        self._covers = _point("" if covers == document else covers, "covers")
        self._to_come = to_come

    def tell(self, place: Place, point: Point) -> None:
        """Remember a date, in order of the text."""
        self.told.append((place, point))

    @property
    def document(self) -> Point:
        """What 今年, 先月, 本日 count from: the document's date, else the period it covers."""
        return self._document if self._document.year else self._covers

    @property
    def report(self) -> Point:
        """The year that the report tells of if it says nothing else."""
        return self._covers if self._covers.year else self._document

    @property
    def era(self) -> Era | None:
        """The era that was counted in last, anywhere in the report."""
        return next((point.era for _, point in reversed(self.told) if point.era), None)

    def before(self, place: Place, part: str) -> Point | None:
        """The last date told in this section whose `part` (year, month, day) is known."""
        for earlier, point in self._back(place):
            if getattr(point, part) is not None:
                return _seen_from(place, earlier, point)
        return None

    def near(self, place: Place, part: str) -> Point | None:
        """The same, if it is near enough to go on from."""
        for earlier, point in self._back(place):
            if place.offset - earlier.offset > _REACH:
                return None
            if getattr(point, part) is not None:
                return _seen_from(place, earlier, point)
        return None

    def year_of_month(self, place: Place, month: int, day: int | None, *, past: bool) -> Point:
        """The year of a bare month, or of its day: `7月`, `7月から12月`, `12月24日`.

        `past`: the sentence tells of something that was (12月に起きた).
        """
        leader = self._leader(place)
        if leader and leader.basis == "sentence" and not self._story_went_on(leader, month):
            return leader
        if again := self.told_again(place, month, day):
            return again
        if leader and not self._story_went_on(leader, month):
            return leader
        return self._last_year(place, month, past=past) or self.report

    def _last_year(self, place: Place, month: int, *, past: bool) -> Point | None:
        """The year before the document's, for a month that it was written before."""
        year = self._document.year
        if year is None or self._covers.year or not self.is_ahead(month):
            return None
        near = self.near(place, "year")
        if near and near.year == year - 1:
            return near
        return replace(self._document, year=year - 1) if past else None

    def next_year(self, place: Place, month: int) -> Point | None:
        """The year after the document's, for a month planned that was over: 1月 in December.

        Not where the sentence or the one before tells of another year.
        """
        year, now = self._document.year, self._document.month
        near = self.near(place, "year")
        if year is None or now is None or self._covers.year or month >= now:
            return None
        if near and near.year not in {year, year + 1}:
            return None
        return replace(self._document, year=year + 1)

    def told_again(self, place: Place, month: int | None, day: int | None) -> Point | None:
        """A date with its own year that this one repeats, told before or, failing that, later.

        `12月24日` after `昨年12月24日` is the same day; `12月` is the same month if the document
        was written before December came. A report on a period tells of that period's days.
        """
        if self._covers.year:
            return None
        ahead = self.is_ahead(month)
        later = self._to_come[len(self.told) :] if ahead else []
        for other, point in chain(reversed(self.told), later):
            same_month = point.month is not None and point.month == (month or point.month)
            last_year = ahead and point.year == (self._document.year or 0) - 1
            repeats = last_year or (day is not None and point.day == day)
            if (point.explicit or point.retold) and point.year and same_month and repeats:
                return replace(_seen_from(place, other, point), retold=True)
        return None

    def is_ahead(self, month: int | None) -> bool:
        """Whether a month of the document's year was still to come when it was written."""
        return (month or 0) > (self._document.month or 12)

    def _leader(self, place: Place) -> Point | None:
        """The date that a sentence goes on from: one in it, else the one told just before."""
        for earlier, point in self._back(place):
            same_sentence = earlier.sentence == place.sentence
            too_far = self._covers.year or place.offset - earlier.offset > _REACH
            if not same_sentence and too_far:
                return None
            if (
                point.year
                and point.leads
                and (same_sentence or self._leads_on(point, earlier, place))
            ):
                of_report = point.year == self.report.year and point.basis == self.report.basis
                return point if of_report else _seen_from(place, earlier, point)
            if not same_sentence:
                return None
        return None

    def _leads_on(self, point: Point, earlier: Place, place: Place) -> bool:
        """Whether the next sentences go on from a date: from 昨年2月 they do, from 昨年 not."""
        if point.retold:
            return False
        if point.basis != self.report.basis:
            return True
        in_paragraph = point.month is not None and earlier.paragraph == place.paragraph
        return in_paragraph and point.year != self.report.year

    def _story_went_on(self, leader: Point, month: int) -> bool:
        """昨年12月に…、3月に…: in March of the year that the report tells of."""
        if leader.month is None or leader.year is None or self.report.year is None:
            return False
        return month < leader.month and leader.year + 1 == self.report.year

    def _back(self, place: Place) -> Iterator[tuple[Place, Point]]:
        for earlier, point in reversed(self.told):
            if earlier.section != place.section:
                return
            yield earlier, point


def _seen_from(place: Place, earlier: Place, point: Point) -> Point:
    """The point, with what it is for one who counts from it as its basis."""
    if earlier.sentence == place.sentence:
        basis = "sentence"
    else:
        basis = "paragraph" if earlier.paragraph == place.paragraph else "section"
    return replace(point, basis=basis)


def _point(value: str, basis: str) -> Point:
    """`2023-07` → 2023, July; of an interval, its first."""
    numbers = (int(n) for n in value.partition("/")[0].split("-") if n.isdigit())
    year = next(numbers, None)
    return Point(year, next(numbers, None), next(numbers, None), basis if year else "")
