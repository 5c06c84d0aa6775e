"""EDTF values: which are well formed, and the days that they cover."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.edtf import bounds, is_valid

COVERED = [
    ("2022-02-24", "2022-02-24", "2022-02-24"),
    ("2023-02", "2023-02-01", "2023-02-28"),
    ("2024-02", "2024-02-01", "2024-02-29"),  # a leap year
    ("2023", "2023-01-01", "2023-12-31"),
    ("199X", "1990-01-01", "1999-12-31"),
    ("20XX", "2000-01-01", "2099-12-31"),
    ("2023-21", "2023-03-01", "2023-05-31"),  # spring
    ("2023-22", "2023-06-01", "2023-08-31"),
    ("2023-23", "2023-09-01", "2023-11-30"),
    ("2023-24", "2023-12-01", "2024-02-29"),  # winter ends in the next year
    ("2023-04/2024-03", "2023-04-01", "2024-03-31"),  # a fiscal year
    ("2003/2007", "2003-01-01", "2007-12-31"),
    ("199X/200X", "1990-01-01", "2009-12-31"),
    ("2024-07-29/2024-08-04", "2024-07-29", "2024-08-04"),  # a week
    ("2023/..", "2023-01-01", ""),  # open ends put no day on the calendar
    ("../2023-07", "", "2023-07-31"),
    ("XXXX-07", "", ""),  # of no year
    ("XXXX-09-03", "", ""),
    ("XXXX-02-29", "", ""),
    ("XXXX-XX-20", "", ""),
]


@pytest.mark.parametrize(("value", "earliest", "latest"), COVERED)
def test_bounds(value: str, earliest: str, latest: str) -> None:
    assert is_valid(value)
    assert bounds(value) == (earliest, latest)


NOT_EDTF = [
    "",
    "令和5年",
    "2023-13",
    "2023-00",
    "2023-02-29",  # no leap year
    "2023-04-31",
    "2023-25",  # no season
    "2023-21-01",
    "XXXX",
    "XXXX-13",
    "XXXX-02-30",
    "199X-05",
    "2023-XX-05",
    "0000",
    "23-05",
    "2023/2022",  # ends before it begins
    "../..",
    "2023/",
    "/2023",
    "2023/2024/2025",
    "2023-5-1",
]


@pytest.mark.parametrize("value", NOT_EDTF)
def test_what_is_no_edtf_has_no_days(value: str) -> None:
    assert not is_valid(value)
    assert bounds(value) == ("", "")


@given(st.dates(date(1, 1, 1), date(9998, 12, 31)))
def test_every_day_is_its_own_bound(day: date) -> None:
    assert bounds(day.isoformat()) == (day.isoformat(), day.isoformat())


@given(st.dates(date(1, 1, 1), date(9998, 12, 31)), st.dates(date(1, 1, 1), date(9998, 12, 31)))
def test_intervals_run_from_first_to_last(one: date, other: date) -> None:
    first, last = sorted((one, other))
    assert bounds(f"{first}/{last}") == (first.isoformat(), last.isoformat())
    assert is_valid(f"{last}/{first}") == (first == last)


@given(st.text(alphabet="0129X-/.", max_size=22))
def test_no_text_breaks_it(value: str) -> None:
    earliest, latest = bounds(value)
    assert is_valid(value) or not (earliest or latest)
    assert not (earliest and latest) or earliest <= latest
