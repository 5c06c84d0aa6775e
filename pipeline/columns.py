"""What the cells of the lexicon's columns can hold: a slip in them is told, not believed."""

import difflib
import re
from collections.abc import Mapping

_CODE = (re.compile(r"[A-Z]{3,4}"), "an ISO 3166-1 alpha-3 code such as JPN")
_YEAR = (re.compile(r"\d{4}"), "a year such as 2001")
_DAY = (re.compile(r"\d{4}([-/])\d{1,2}\1\d{1,2}"), "a day such as 2019-05-01")

# Columns of any file: how a cell that is not empty looks.
SHAPES = {
    "code": _CODE,
    "country": _CODE,
    "since": _YEAR,
    "until": _YEAR,
    "start": _DAY,
    "end": _DAY,
    "offset": (re.compile(r"-?\d"), "a number such as -1"),
}

# Columns of one file: the words, parted by `|`, that its readers know.
WORDS = {
    "date_words.csv": {
        "unit": "year|fiscal|month|day|week|century|spring|summer|autumn|winter",
        "anchor": "document|text",
    },
    "event_cues.csv": {
        "type": "visit|meeting|call|conference|signing",
        "kind": "|country|ceremony|weak",
    },
    "name_cues.csv": {
        "kind": "honorific|familiar|era|period|leader|head|title|barrier",
    },
    "org_suffixes.csv": {
        "needs": "word|words|name|brand|country|unit|explained|state|never|parent",
    },
    "org_words.csv": {
        "kind": "before|after|break|class|thing|acronym",
    },
    "organisations.csv": {
        "kind": "agency|armed-group|bank|company|council|court|embassy|igo|institute|media"
        "|military|ministry|ngo|other|parliament|party|university",
    },
    "posts.csv": {
        "kind": "academic|bureaucrat|company|diplomat|government-head|honorific|igo|judiciary"
        "|local|military|minister|parliament|party|prefix|press|religious|royal|state-head"
        "|suffix|vice-minister",
        "composed": "no|yes",
    },
}


def slip(file: str, row: Mapping[str, str]) -> str:
    """What is wrong with a row of a lexicon file; empty if nothing is.

    `organisations.csv`, `{"name": "外務省", "country": "日本"}` → `country: 日本 is not an ISO
    3166-1 alpha-3 code such as JPN`
    """
    for column, (shape, meaning) in SHAPES.items():
        cell = row.get(column)
        if cell and not shape.fullmatch(cell):
            return f"{column}: {cell} is not {meaning}"
    for column, joined in WORDS.get(file, {}).items():
        words, cell = joined.split("|"), row.get(column)
        if cell is not None and cell not in words:
            near = difflib.get_close_matches(cell, words, 1)
            hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(words)}"
            return f"{column}: no such word: {cell or 'an empty cell'}; {hint}"
    return ""
