"""Writes what was read and resolved as EDTF."""

from datetime import date, timedelta

from pipeline.edtf import is_valid
from pipeline.tag.dates.expression import Period, YearUnit


def year_value(unit: YearUnit, first: int, last: int) -> str:
    """`2023`, `2003/2007`, fiscal 2023 as `2023-04/2024-03`, `199X`, 21 (世紀) as `20XX`."""
    match unit:
        case YearUnit.FISCAL:
            value = f"{first:04}-04/{last + 1:04}-03"
        case YearUnit.DECADE if first % 10 == 0 and last % 10 == 0:
            value = _span(f"{first // 10:03}X", f"{last // 10:03}X")
        case YearUnit.DECADE:
            value = _span(f"{first:04}", f"{last + 9:04}")  # 昭和50年代
        case YearUnit.CENTURY:
            value = f"{first - 1:02}XX"
        case YearUnit.YEAR:
            value = _span(f"{first:04}", f"{last:04}")
    return _checked(value)


def month_value(year: int | None, first: int, last: int | None) -> str:
    """`2023-07`, `2023-10/2023-12`, `2022-12/2023-02`, `XXXX-07`."""
    last = first if last is None else last
    next_year = year + 1 if year is not None and last < first else year
    return _checked(_span(_month(year, first), _month(next_year, last)))


def day_value(year: int | None, month: int | None, first: int, last: int | None) -> str:
    """`2023-07-01`, `XXXX-09-03`, `2019-06-08/2019-06-09`."""
    return _checked(_span(_day(year, month, first), _day(year, month, last or first)))


def period_value(year: int, period: Period, first_month: int) -> str:
    """`2023-21` for spring 2023, `2023-04/2023-06` for the first quarter of fiscal 2023.

    `first_month` is the one that the year begins with.
    """
    if period.season:
        return f"{year:04}-{period.season}"
    first, last = (
        (year * 12 + month + first_month - 2) for month in (period.first_month, period.last_month)
    )
    return _span(_month(first // 12, first % 12 + 1), _month(last // 12, last % 12 + 1))


def week_value(day: date) -> str:
    """The Monday to Sunday round a day: `2024-07-29/2024-08-04`."""
    monday = day - timedelta(days=day.weekday())
    return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"


def _span(first: str, last: str) -> str:
    return first if first == last else f"{first}/{last}"


def _month(year: int | None, month: int) -> str:
    return f"{'XXXX' if year is None else f'{year:04}'}-{month:02}"


def _day(year: int | None, month: int | None, day: int) -> str:
    return f"{_month(year, month)}-{day:02}" if month else f"XXXX-XX-{day:02}"


def _checked(value: str) -> str:
    """The value, if the calendar has it; else nothing."""
    return value if is_valid(value) else ""
