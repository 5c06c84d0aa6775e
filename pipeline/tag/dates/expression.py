"""A date as it was read: what its words say, before the text around it is asked."""

from dataclasses import dataclass
from enum import StrEnum

from pipeline.tag.dates.lexicon import Era, RelativeWord


class YearUnit(StrEnum):
    """What a year number counts."""

    YEAR = "年"
    FISCAL = "年度"
    DECADE = "年代"
    CENTURY = "世紀"


@dataclass(frozen=True, slots=True)
class YearPart:
    """The year of a date: a number of an era or of the Gregorian calendar, or a relative word.

    `last` is the end of a range with one unit (2003～2007年), of `last_era` if it names one.
    A `short` year has lost its era or century (23年2月, ’08年). A `bare` one has no 年: it stands
    apart from what is told, in brackets after an author or in a table.
    """

    unit: YearUnit = YearUnit.YEAR
    count: int | None = None
    era: Era | None = None
    last: int | None = None
    last_era: Era | None = None
    short: bool = False
    bare: bool = False
    word: RelativeWord | None = None


@dataclass(frozen=True, slots=True)
class Slot:
    """The month or the day of a date: a number, the end of a range, or a relative word."""

    count: int | None = None
    last: int | None = None
    word: RelativeWord | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """A named part of a year: months counted from its first (a quarter), or an EDTF season."""

    first_month: int = 1
    last_month: int = 12
    season: int = 0


@dataclass(frozen=True, slots=True)
class Expression:
    """A date in the text, `[start, end)`; at least one of its parts is there.

    `yearly`: the text says that the day comes every year (毎年9月3日). `closes_range`: it is the
    end of a range that the date before it begins (12月から2月). `past`: its clause tells of
    something that was, `to_come`: of something planned. `sure`: nothing but a date is
    written like this; a bare 14日 is not.
    """

    start: int
    end: int
    year: YearPart | None = None
    month: Slot | None = None
    day: Slot | None = None
    period: Period | None = None
    week: RelativeWord | None = None
    weekday: int | None = None
    yearly: bool = False
    closes_range: bool = False
    past: bool = False
    to_come: bool = False
    sure: bool = True
