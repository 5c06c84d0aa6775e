"""Days with a dot at the head of a list's lines, under a heading that tells the year."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from pipeline.tag.dates.expression import Expression, Slot, YearPart
from pipeline.tag.dates.years import YearReader

_MONTH, _DAY = r"(?:1[0-2]|0?[1-9])", r"(?:3[01]|[12][0-9]|0?[1-9])"
_HEAD = rf"{_MONTH}\.{_DAY}(?=[ \t~\-])"
# The line above the list, then its items, of up to three lines each.
_LIST = re.compile(
    r"^[^\n。]*?(?P<year>(?:明治|大正|昭和|平成|令和)?[0-9元]{1,4}年)度?\)?[^\n。0-9]{0,12}\n+"
    rf"(?P<items>{_HEAD}[^\n]*(?:\n+(?:(?!{_HEAD})[^\n]*\n){{0,2}}{_HEAD}[^\n]*)+)",
    re.MULTILINE,
)
_NUMBERS = rf"(?P<month>{_MONTH})\.(?P<day>{_DAY})"
_AT_HEAD = re.compile(rf"^{_NUMBERS}(?=[ \t~\-])", re.MULTILINE)
_TO = re.compile(rf"(?<=[~\-]){_NUMBERS}(?=[) \t\n])")  # 4.20~|4.22 , （~|12.16）
_FEWEST = 3


class _Day(NamedTuple):
    month: int
    day: int


def in_lists(text: str, years: YearReader) -> Iterator[Expression]:
    """The days of the lists of a folded text, each with its heading's year.

    `防衛首脳交流（2022年）⏎4.20 …⏎8.31 …⏎12.14 …（~12.16）`; not sections: 1.1, 1.2.
    """
    for written in _LIST.finditer(text):
        year = years.year(text, *written.span("year"))
        found = list(_AT_HEAD.finditer(text, *written.span("items")))
        if year is None or not _are_days([_Day(int(m["month"]), int(m["day"])) for m in found]):
            continue
        for match in [*found, *_TO.finditer(text, *written.span("items"))]:
            yield _expression(match, year[0])


def _are_days(numbers: list[_Day]) -> bool:
    """Whether they go on through the year, and most are of two figures: no sections do."""
    late = sum(number.day > 9 for number in numbers)
    return len(numbers) >= _FEWEST and numbers == sorted(numbers) and late * 2 > len(numbers)


def _expression(match: re.Match[str], year: YearPart) -> Expression:
    month, day = Slot(int(match["month"])), Slot(int(match["day"]))
    return Expression(match.start(), match.end(), year, month, day, sure=False)
