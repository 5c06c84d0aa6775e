"""Eras and relative words, as the lexicon has them."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from pipeline.lexicon import LexiconError, Row, parts, read_rows
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
    file = folder / "date_words.csv"
    rows = read_rows(file, ["word", "unit", "offset", "anchor", "not_after", "not_before"])
    try:
        words = {
            row["word"]: RelativeWord(
                Unit(row["unit"]), int(row["offset"]), row["anchor"] == "document"
            )
            for row in rows
        }
    except ValueError as error:
        raise LexiconError(f"{file}: {error}") from None
    longest_first = sorted(rows, key=lambda row: -len(row["word"]))
    pattern = re.compile("|".join(map(_guarded, longest_first)))
    return DateLexicon(_read_eras(folder / "eras.csv"), words, pattern)


def _read_eras(file: Path) -> dict[str, Era]:
    eras: dict[str, Era] = {}
    for row in read_rows(file, ["name", "initial", "short", "start", "end"]):
        last = date.fromisoformat(row["end"]).year if row["end"] else None
        era = Era(row["name"], date.fromisoformat(row["start"]).year, last)
        eras |= dict.fromkeys([row["name"], row["initial"], row["short"]], era)
    return eras


def _guarded(row: Row) -> str:
    """The word as a pattern, with what must not stand before and after it, and what must."""
    before = "".join(f"(?<!{re.escape(text)})" for text in parts(row["not_after"]))
    after = "".join(f"(?!{re.escape(text)})" for text in parts(row["not_before"]))
    needed = "|".join(map(re.escape, parts(row.get("only_before", ""))))
    after += NOT_JAPAN if row["word"].endswith("日") else ""
    return f"{before}{row['word']}{after}" + (f"(?={needed})" if needed else "")
