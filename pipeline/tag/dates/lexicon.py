"""Eras and relative words, as the lexicon has them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from pipeline.lexicon import LexiconError, read_rows


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


@dataclass(frozen=True, slots=True)
class RelativeWord:
    """`翌年`: one year after the one that the text tells of; `昨年`: one before the document's."""

    unit: Unit
    offset: int
    from_document: bool


@dataclass(frozen=True, slots=True)
class DateLexicon:
    """Eras by name and by initial (`令和`, `R`), relative words by surface."""

    eras: dict[str, Era]
    words: dict[str, RelativeWord]


def read_date_lexicon(folder: Path) -> DateLexicon:
    """Read eras.csv and date_words.csv. Raises LexiconError."""
    eras: dict[str, Era] = {}
    for row in read_rows(folder / "eras.csv", ["name", "initial", "start", "end"]):
        last = date.fromisoformat(row["end"]).year if row["end"] else None
        era = Era(row["name"], date.fromisoformat(row["start"]).year, last)
        eras |= {row["name"]: era, row["initial"]: era}
    file = folder / "date_words.csv"
    try:
        words = {
            row["word"]: RelativeWord(
                Unit(row["unit"]), int(row["offset"]), row["anchor"] == "document"
            )
            for row in read_rows(file, ["word", "unit", "offset", "anchor"])
        }
    except ValueError as error:
        raise LexiconError(f"{file}: {error}") from None
    return DateLexicon(eras, words)
