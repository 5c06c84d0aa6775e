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

    `words`: surface → the countries in it (`ロシア` one, `日本海` none, `米中間選挙` one).
    `latin`: the same for names in Latin letters, surface → code. `characters`: one-character
    name → code. `tails`: what makes another thing of the name before it (〜語). `befores` and
    `afters`: what proves that a character is a country (訪〜, 〜首相) → the characters that it
    goes with.
    """

    words: dict[str, tuple[Part, ...]]
    latin: dict[str, str]
    characters: dict[str, str]
    tails: tuple[str, ...]
    befores: dict[str, frozenset[str]]
    afters: dict[str, frozenset[str]]


def read_country_lexicon(folder: Path) -> CountryLexicon:
    """Read countries.csv, country_words.csv and country_compounds.csv. Raises LexiconError."""
    rows = read_rows(folder / "countries.csv", ["code", "name", "english", "names", "characters"])
    names = {surface: row["code"] for row in rows for surface in _surfaces(row)}
    characters = {c: row["code"] for row in rows for c in parts(row["characters"])}
    word_file = folder / "country_words.csv"
    marked = [row["word"] for row in read_rows(word_file, ["word"])]
    words: dict[str, tuple[Part, ...]] = {
        surface: (Part(0, len(surface), code),) for surface, code in names.items()
    }
    words |= dict(_word(w, names | characters, word_file) for w in marked if NAME not in w)
    compounds = read_rows(folder / "country_compounds.csv", ["pattern", "characters"])
    return CountryLexicon(
        words=words,
        latin={surface: row["code"] for row in rows for surface in _latin(row)},
        characters=characters,
        tails=tuple(w.removeprefix(NAME) for w in marked if NAME in w),
        befores={
            r["pattern"].removesuffix(NAME): _goes_with(r) for r in compounds if _is_before(r)
        },
        afters={
            r["pattern"].removeprefix(NAME): _goes_with(r) for r in compounds if not _is_before(r)
        },
    )


def _surfaces(row: Row) -> set[str]:
    """Every name of a row, with and without the dots between its parts."""
    names = {folded(name) for name in [row["name"], *parts(row["names"])]}
    return names | {name.replace("・", "") for name in names}


def _latin(row: Row) -> set[str]:
    return {row["english"], row["english"].replace("&", "and"), *parts(row.get("latin", ""))}


def _word(marked: str, known: dict[str, str], file: Path) -> tuple[str, tuple[Part, ...]]:
    """`[米]中間選挙` → `("米中間選挙", (Part(0, 1, "USA"),))`."""
    surface = ""
    found = []
    for piece in re.split(r"(\[.*?\])", folded(marked)):
        name = piece.strip("[]")
        if piece.startswith("["):
            if name not in known:
                raise LexiconError(f"{file}: {marked}: countries.csv has no {name}")
            found.append(Part(len(surface), len(surface) + len(name), known[name]))
        surface += name
    return surface, tuple(found)


def _is_before(row: Row) -> bool:
    return row["pattern"].endswith(NAME)


def _goes_with(row: Row) -> frozenset[str]:
    return frozenset(parts(row["characters"]))
