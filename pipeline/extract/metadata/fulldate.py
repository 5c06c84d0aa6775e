"""Whole dates in a report's head: 令和5年3月14日（金）, 二〇二四年十一月十四日, 2024/3/14."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from pipeline import edtf
from pipeline.lexicon import read_rows
from pipeline.paths import configs


class FullDate(NamedTuple):
    """`text[start:end]` is the day (or month) `value`, in EDTF."""

    start: int
    end: int
    value: str


_N = r"[0-9０-９元〇零一二三四五六七八九十]"
_SPACED = r"[ \u3000]*"
_JAPANESE = re.compile(
    rf"(?P<era>[明大昭平令][治正和成]|[MTSHR])?{_SPACED}(?P<year>{_N}{{1,4}}){_SPACED}年{_SPACED}"
    rf"(?:[（(][^（）()]{{2,8}}[）)]{_SPACED})?(?P<month>{_N}{{1,3}}){_SPACED}月"
    rf"(?:{_SPACED}(?P<day>{_N}{{1,3}}){_SPACED}日)?"
)
_FIGURES = re.compile(
    r"(?<![0-9A-Za-z])(?P<era>[MTSHR])?(?P<year>[0-9]{1,4})(?P<mark>[./-])(?P<month>[0-9]{1,2})"
    r"(?P=mark)(?P<day>[0-9]{1,2})(?![0-9])"
)
_FULL_WIDTH = str.maketrans("０１２３４５６７８９〇零", "012345678900")
_KANJI = "一二三四五六七八九"


def full_dates(text: str) -> Iterator[FullDate]:
    """The dates with year and month in a text, from left to right."""
    found = [*_JAPANESE.finditer(text), *_FIGURES.finditer(text)]
    for match in sorted(found, key=lambda m: m.start()):
        year = year_of(match["era"] or "", match["year"])
        if year is None:
            continue
        value = f"{year:04}-{number(match['month']):02}"
        if match["day"]:
            value += f"-{number(match['day']):02}"
        if edtf.is_valid(value):
            yield FullDate(match.start(), match.end(), value)


def year_of(era: str, figures: str) -> int | None:
    """`令和`, `六` → 2024; None for a year of the short count that no era goes with."""
    year = number(figures)
    if not era:
        return year if 1800 <= year <= 2200 else None
    begin = _eras().get(era)
    return begin + year - 1 if begin and year else None


def number(figures: str) -> int:
    """`二十一` → 21, `元` → 1, `２０２４` and `二〇二四` → 2024."""
    plain = figures.translate(_FULL_WIDTH)
    if plain == "元":
        return 1
    if "十" in plain:
        tens, _, ones = plain.partition("十")
        return (number(tens) if tens else 1) * 10 + (number(ones) if ones else 0)
    digits = "".join(str(_KANJI.index(c) + 1) if c in _KANJI else c for c in plain)
    return int(digits) if digits.isdecimal() else 0


@cache
def _eras() -> dict[str, int]:
    """The first year of each era, by name and initial."""
    rows = read_rows(configs() / "lexicon" / "eras.csv", ["name", "initial", "start"])
    return {key: int(row["start"][:4]) for row in rows for key in (row["name"], row["initial"])}
