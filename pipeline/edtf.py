"""Dates as EDTF (ISO 8601-2): which values are well formed, and the days that they cover.

The part of EDTF that the tables use: a day `2022-02-24`, a month `2023-07`, a year `2023`, a season
`2023-21` (21 spring, 22 summer, 23 autumn, 24 winter), a decade `199X`, a century `20XX`, a year
that nothing tells `XXXX-07` or `XXXX-09-03`, and an interval of two of these, `2023-04/2024-03`,
whose end may be open (`2023/..`).
"""

import re
from calendar import monthrange
from datetime import date

_SINGLE = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d{2}XX|XXXX)(?:-(?P<month>\d{2}|XX)(?:-(?P<day>\d{2}))?)?"
)
_SEASON_STARTS = {21: 3, 22: 6, 23: 9, 24: 12}
_OPEN = ".."
_NO_YEARS = {"0000", "9999"}  # the second's winter would end beyond what a `date` can hold


def bounds(value: str) -> tuple[str, str]:
    """The earliest and the latest day of an EDTF value, as ISO dates.

    `2023-02` → `("2023-02-01", "2023-02-28")`. What puts no day on the calendar (an empty value,
    `XXXX-07`, an open end) gives empty strings; so does what is no EDTF at all.
    """
    if not is_valid(value):
        return "", ""
    first, _, last = value.partition("/")
    earliest = _days(first)
    latest = _days(last) if last else earliest
    return _iso(earliest and earliest[0]), _iso(latest and latest[1])


def is_valid(value: str) -> bool:
    """Whether this is EDTF that the calendar allows: `2024-02-29` is, `2023-02-29` is not."""
    first, slash, last = value.partition("/")
    if not slash:
        return _is_single(first)
    if _OPEN in {first, last}:
        return first != last and all(end == _OPEN or _is_single(end) for end in (first, last))
    return _is_single(first) and _is_single(last) and _in_order(first, last)


def _is_single(value: str) -> bool:
    match = _SINGLE.fullmatch(value)
    if match is None or match["year"] in _NO_YEARS:
        return False
    year, month, day = match["year"], match["month"], match["day"]
    if year == "XXXX":
        return month is not None and _is_month_and_day(2000, month, day)
    if "X" in year:
        return month is None
    return month is None or (month != "XX" and _is_month_and_day(int(year), month, day))


def _is_month_and_day(year: int, month: str, day: str | None) -> bool:
    if month == "XX":
        return day is not None and 1 <= int(day) <= 31
    if int(month) in _SEASON_STARTS:
        return day is None
    if not 1 <= int(month) <= 12:
        return False
    return day is None or 1 <= int(day) <= monthrange(year, int(month))[1]


def _in_order(first: str, last: str) -> bool:
    earlier, later = _days(first), _days(last)
    return earlier is None or later is None or earlier[0] <= later[1]


def _days(value: str) -> tuple[date, date] | None:
    """The first and last day of a well-formed value that is no interval."""
    match = _SINGLE.fullmatch(value)
    if match is None or match["year"] == "XXXX" or match["month"] == "XX":
        return None
    first_year = int(match["year"].replace("X", "0")) or 1
    last_year = int(match["year"].replace("X", "9"))
    if match["day"]:
        day = date(first_year, int(match["month"]), int(match["day"]))
        return day, day
    first_month, last_month = _months(match["month"])
    if last_month > 12:
        last_year, last_month = last_year + 1, last_month - 12
    last_day = monthrange(last_year, last_month)[1]
    return date(first_year, first_month, 1), date(last_year, last_month, last_day)


def _months(month: str | None) -> tuple[int, int]:
    """The first and last month; winter's last is the 14th: it ends in February."""
    if month is None:
        return 1, 12
    season = _SEASON_STARTS.get(int(month))
    return (season, season + 2) if season else (int(month), int(month))


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
