"""Names of countries by their codes, from the lexicon."""

from functools import cache
from pathlib import Path
from typing import NamedTuple

from pipeline.lexicon import read_rows

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
