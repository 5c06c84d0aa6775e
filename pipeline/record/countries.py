"""Names of countries by their codes, from the lexicon."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from pipeline.lexicon import Gazetteer, parts, read_rows

_KANA_JOINT = re.compile(r"[ァ-ヶー]{2}")  # inside a longer word: リマ in クリマ
_FILE = "countries.csv"
JAPAN = "JPN"


class CountryName(NamedTuple):
    """A country's short names."""

    japanese: str
    english: str


@cache
def country_names(lexicon: Path) -> dict[str, CountryName]:
    """`KAZ` → `CountryName("カザフスタン", "Kazakhstan")`. Raises LexiconError."""
    rows = read_rows(lexicon / _FILE, ["code", "name", "english"])
    return {row["code"]: CountryName(row["name"], row["english"]) for row in rows}


class Towns:
    """Finds capitals and other towns of places.csv, to tell in which country something was."""

    def __init__(self, lexicon: Path) -> None:
        self._names = _towns(lexicon)

    def find(self, text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
        """`[start, end)` and the country's code of each town in a stretch of the text."""
        for entry in self._names.longest(text[start:end]):
            at, after = start + entry.start, start + entry.end
            if not _KANA_JOINT.search(text[at - 1 : at + 1]) and not _KANA_JOINT.search(
                text[after - 1 : after + 1]
            ):
                yield at, after, entry.rows[0]["country"]


class Inside:
    """The countries that an organisation's name holds.

    `日・タジキスタン経済・技術・科学協力政府間委員会` → `{"JPN", "TJK"}`.
    """

    def __init__(self, lexicon: Path) -> None:
        self._names = _gazetteer(lexicon)

    def first(self, organisation: str) -> str:
        """The country that the name begins with: キルギス外務省付属外交アカデミー."""
        found = next(self._names.longest(organisation), None)
        return found.rows[0]["code"] if found is not None and found.start == 0 else ""

    def __call__(self, organisation: str) -> set[str]:
        """ISO alpha-3 codes; empty for most organisations."""
        found = {entry.rows[0]["code"] for entry in self._names.longest(organisation)}
        return found | {JAPAN} if found and organisation.startswith("日") else found


@cache
def _towns(lexicon: Path) -> Gazetteer:
    rows = read_rows(lexicon / "places.csv", ["name", "country"])
    return Gazetteer((row["name"], row) for row in rows)


@cache
def _gazetteer(lexicon: Path) -> Gazetteer:
    rows = read_rows(lexicon / _FILE, ["code", "name", "names"])
    return Gazetteer((name, row) for row in rows for name in (row["name"], *parts(row["names"])))
