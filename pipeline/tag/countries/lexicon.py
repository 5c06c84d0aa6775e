"""What the lexicon's country files say, made ready for finding."""

import re
from dataclasses import dataclass
from pathlib import Path

from pipeline.lexicon import LexiconError, Row, parts, read_rows
from pipeline.tag.folding import folded

NAME = "〜"  # stands for the name in a pattern


@dataclass(frozen=True, slots=True)
class Part:
    """The country that a stretch `[start, end)` of a lexicon word names."""

    start: int
    end: int
    code: str


@dataclass(frozen=True, slots=True)
class CountryLexicon:
    """All that the finder knows.

    `words`: surface → the countries in it (`ロシア` one, `日比谷` none, `米中間選挙` one).
    `latin`: the same for names in Latin letters, surface → code. `characters`: one-character
    name → code. `tails`: what stands after a name → whether that still is a country (〜海: no,
    〜海軍: yes). `befores` and `afters`: what proves that a character is a country (訪〜, 〜首相)
    → the characters that it goes with.
    """

    words: dict[str, tuple[Part, ...]]
    latin: dict[str, str]
    characters: dict[str, str]
    tails: dict[str, bool]
    befores: dict[str, frozenset[str]]
    afters: dict[str, frozenset[str]]


def read_country_lexicon(folder: Path) -> CountryLexicon:
    """Read countries.csv, country_words.csv and country_compounds.csv. Raises LexiconError."""
    rows = read_rows(folder / "countries.csv", ["code", "name", "english", "names", "characters"])
    names = {surface: row["code"] for row in rows for surface in _surfaces(row)}
    characters = {c: row["code"] for row in rows for c in parts(row["characters"])}
    words: dict[str, tuple[Part, ...]] = {
        surface: (Part(0, len(surface), code),) for surface, code in names.items()
    }
    tails: dict[str, bool] = {}
    file = folder / "country_words.csv"
    for row in read_rows(file, ["word"]):
        if NAME in row["word"]:
            tail = row["word"].replace(f"[{NAME}]", "").replace(NAME, "")
            tails[tail] = row["word"].startswith("[")
        else:
            words |= [_word(row, names | characters, file)]
    compounds = read_rows(folder / "country_compounds.csv", ["pattern", "characters"])
    return CountryLexicon(
        words=words,
        latin={surface: row["code"] for row in rows for surface in _latin(row)},
        characters=characters,
        tails=tails,
        befores=dict(_goes_with(row) for row in compounds if row["pattern"].endswith(NAME)),
        afters=dict(_goes_with(row) for row in compounds if row["pattern"].startswith(NAME)),
    )


def _surfaces(row: Row) -> set[str]:
    """Every name of a row, with and without the dots between its parts."""
    names = {folded(name) for name in [row["name"], *parts(row["names"])]}
    return names | {name.replace("・", "") for name in names}


def _latin(row: Row) -> set[str]:
    return {row["english"], row["english"].replace("&", "and"), *parts(row.get("latin", ""))}


def _word(row: Row, known: dict[str, str], file: Path) -> tuple[str, tuple[Part, ...]]:
    """`[米]中間選挙` → `("米中間選挙", (Part(0, 1, "USA"),))`.

    The column `code` serves names that are none outside the word (クール・[ジャパン]).
    """
    surface = ""
    found = []
    for piece in re.split(r"(\[.*?\])", folded(row["word"]).replace(" ", "")):
        name = piece.strip("[]")
        if piece.startswith("["):
            code = row.get("code") or known.get(name)
            if code is None:
                raise LexiconError(f"{file}: {row['word']}: countries.csv has no {name}")
            found.append(Part(len(surface), len(surface) + len(name), code))
        surface += name
    return surface, tuple(found)


def _goes_with(row: Row) -> tuple[str, frozenset[str]]:
    return folded(row["pattern"].replace(NAME, "")), frozenset(parts(row["characters"]))
