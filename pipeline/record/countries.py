"""Names of countries by their codes, from the lexicon."""

from functools import cache
from pathlib import Path
from typing import NamedTuple

from pipeline.lexicon import Gazetteer, parts, read_rows

_FILE = "countries.csv"


class CountryName(NamedTuple):
    """A country's short names."""

    japanese: str
    english: str


@cache
def country_names(lexicon: Path) -> dict[str, CountryName]:
    """`KAZ` → `CountryName("カザフスタン", "Kazakhstan")`. Raises LexiconError."""
    rows = read_rows(lexicon / _FILE, ["code", "name", "english"])
    return {row["code"]: CountryName(row["name"], row["english"]) for row in rows}


class Inside:
    """The countries that an organisation's name holds.

    `日・タジキスタン経済・技術・科学協力政府間委員会` → `{"JPN", "TJK"}`.
    """

    def __init__(self, lexicon: Path) -> None:
        self._names = _gazetteer(lexicon)

    def __call__(self, organisation: str) -> set[str]:
        """ISO alpha-3 codes; empty for most organisations."""
        found = {entry.rows[0]["code"] for entry in self._names.longest(organisation)}
        return found | {"JPN"} if found and organisation.startswith("日") else found


@cache
def _gazetteer(lexicon: Path) -> Gazetteer:
    rows = read_rows(lexicon / _FILE, ["code", "name", "names"])
    return Gazetteer((name, row) for row in rows for name in (row["name"], *parts(row["names"])))
