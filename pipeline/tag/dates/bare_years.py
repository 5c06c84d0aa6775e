"""Years without 年: in brackets after an author, and in the cells of a table."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from pipeline.tag.dates.expression import Expression, YearPart, YearUnit

_YEAR = "(?:19|20)[0-9]{2}"
_CITED = re.compile(
    rf"(?P<year>{_YEAR})(?:[~-](?P<last>{_YEAR}))?(?=[a-z]?(?:[,;、] ?{_YEAR}[a-z]?){{0,9}}\)"
    r"(?! ?[0-9年人名円件社台個回%万億千]))"
)
# 総務省(|2023), et al., (|2006), 森川(2019, |2021); but 内線(|2019)
_AUTHOR = r"(?:[A-Za-zÀ-ÿ一-鿿々ァ-ヴー]|ら|ほか)(?<!内線)(?<!電話)(?<!番号)"
_OPENED = re.compile(rf"{_AUTHOR}[.,'’\"”」』]{{0,2}} ?\((?:{_YEAR}[a-z]?[,;、] ?){{0,9}}\Z")
# (Frey and Osborne, |2013), (内閣府、|2022)
_AFTER_AUTHOR = re.compile(r"\([^()\n]*[^\W\d_]\.?[,、] ?\Z")
_FARTHEST = 80
_CELL = re.compile(r"[^\t\n]+")
_OF_CELL = re.compile(rf" *(?P<year>{_YEAR}) *")
# 発表年, 年度, but 2019年 and 前年 head columns of other numbers.
_HEAD = re.compile(
    r" *(?:(?:.*[^0-9元前昨今本同翌来毎])?年(?P<fiscal>度)?次?(?: ?\(.*\))?|西暦|Year) *"
)
_FEWEST, _WIDEST = 3, 10  # years that go on in a row or a column of a table, and their steps


def cited(text: str, at: int, limit: int) -> Expression | None:
    """The year in brackets at `at` of a folded text: 総務省(|2023), (Frey et al., |2013)."""
    match = _CITED.match(text, at, limit)
    if match is None:
        return None
    before = text[max(0, at - _FARTHEST) : at]
    if not _OPENED.search(before) and not _AFTER_AUTHOR.search(before):
        return None
    last = int(match["last"]) if match["last"] else None
    year = YearPart(count=int(match["year"]), last=last, bare=True)
    return Expression(at, match.end(), year, sure=False)


class _Cell(NamedTuple):
    """A cell that holds a year and nothing else; `at` is where the year begins."""

    row: int
    column: int
    at: int
    year: int


def in_cells(text: str, start: int, end: int) -> Iterator[Expression]:
    """The years alone in their cells of the table `[start, end)`: rows are lines, cells tabbed.

    A head tells them (発表年, 年度), or others that go on: 2021 | 2022 | 2023.
    """
    rows = _rows(text, start, end)
    heads = {column: _HEAD.fullmatch(text, a, b) for column, a, b in rows[0]}
    cells = [
        _Cell(row, column, match.start("year"), int(match["year"]))
        for row, columns in enumerate(rows)
        for column, a, b in columns
        if (match := _OF_CELL.fullmatch(text, a, b))
    ]
    going_on = _going_on(cells)
    for cell in cells:
        head = heads.get(cell.column)
        if (head and cell.row) or cell.at in going_on:
            unit = YearUnit.FISCAL if head and head["fiscal"] else YearUnit.YEAR
            year = YearPart(unit, cell.year, bare=True)
            yield Expression(cell.at, cell.at + 4, year, sure=False)


def _rows(text: str, start: int, end: int) -> list[list[tuple[int, int, int]]]:
    """Of every line the cells that are not empty: column, start, end."""
    rows = []
    for line in re.finditer(r"[^\n]+", text[start:end]):
        a, b = start + line.start(), start + line.end()
        rows.append(
            [
                (text.count("\t", a, cell.start()), cell.start(), cell.end())
                for cell in _CELL.finditer(text, a, b)
            ]
        )
    return rows


def _going_on(cells: list[_Cell]) -> set[int]:
    """Where years stand that ascend, or descend, side by side or one below the other."""
    found: set[int] = set()
    columns = sorted(cells, key=lambda cell: (cell.column, cell.row))
    for line, (down, right) in ((cells, (0, 1)), (columns, (1, 0))):
        run: list[_Cell] = []
        for cell in line:
            last = run[-1] if run else None
            if last is None or not _follows(last, cell, down, right):
                run = []
            elif len(run) > 1 and (cell.year > last.year) != (last.year > run[-2].year):
                run = [last]
            run.append(cell)
            if len(run) >= _FEWEST:
                found |= {other.at for other in run}
    return found


def _follows(last: _Cell, cell: _Cell, down: int, right: int) -> bool:
    beside = (cell.row - last.row, cell.column - last.column) == (down, right)
    return beside and 0 < abs(cell.year - last.year) <= _WIDEST
