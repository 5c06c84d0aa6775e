"""Eras and relative words, as the lexicon has them."""

import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from pipeline.lexicon import Row, parts, read_rows
from pipeline.tag.dates.grammar import NOT_JAPAN


@dataclass(frozen=True, slots=True)
class Era:
    """A Japanese era: its first year, and its last one if it is over."""

    name: str
    first: int
    last: int | None

    def year(self, count: int) -> int | None:
        """平成19年 → 2007; None for a year that the era did not have (平成32年)."""
        year = self.first + count - 1
        return year if count >= 1 and (self.last is None or year <= self.last) else None


class Unit(StrEnum):
    """What a relative word counts in."""

    YEAR = "year"
    FISCAL = "fiscal"
    MONTH = "month"
    DAY = "day"
    WEEK = "week"
    CENTURY = "century"
    SPRING = "spring"
    SUMMER = "summer"
    AUTUMN = "autumn"
    WINTER = "winter"


@dataclass(frozen=True, slots=True)
class RelativeWord:
    """`翌年`: one year after the one that the text tells of; `昨年`: one before the document's."""

    unit: Unit
    offset: int
    from_document: bool


@dataclass(frozen=True, slots=True)
class DateLexicon:
    """Eras by name and by initial (`令和`, `R`, `令`), relative words by surface.

    `word_pattern` matches a relative word where it is one: 前日, but not in 以前日本.
    """

    eras: dict[str, Era]
    words: dict[str, RelativeWord]
    word_pattern: re.Pattern[str]


def read_date_lexicon(folder: Path) -> DateLexicon:
    """Read eras.csv and date_words.csv. Raises LexiconError."""
    required = ["word", "unit", "offset", "anchor", "not_after", "not_before"]
    rows = read_rows(folder / "date_words.csv", required)
    words = {
        row["word"]: RelativeWord(
            Unit(row["unit"]), int(row["offset"] or 0), row["anchor"] == "document"
        )
        for row in rows
    }
    longest_first = sorted(rows, key=lambda row: -len(row["word"]))
    pattern = re.compile("|".join(map(_guarded, longest_first)))
    return DateLexicon(_read_eras(folder / "eras.csv"), words, pattern)


def _read_eras(file: Path) -> dict[str, Era]:
    eras: dict[str, Era] = {}
    for row in read_rows(file, ["name", "initial", "short", "start", "end"]):
        last = int(row["end"][:4]) if row["end"] else None
        era = Era(row["name"], int(row["start"][:4]), last)
        eras |= dict.fromkeys([row["name"], row["initial"], row["short"]], era)
    return eras


def _guarded(row: Row) -> str:
    """The word as a pattern, with what must not stand before and after it, and what must."""
    before = "".join(f"(?<!{re.escape(text)})" for text in parts(row["not_after"]))
    after = "".join(f"(?!{re.escape(text)})" for text in parts(row["not_before"]))
    needed = "|".join(map(re.escape, parts(row.get("only_before", ""))))
    after += NOT_JAPAN if row["word"].endswith("日") else ""
    return f"{before}{row['word']}{after}" + (f"(?={needed})" if needed else "")
