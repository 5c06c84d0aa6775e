"""Runs one finder on a marked text and compares what it finds."""

import re
from collections.abc import Callable
from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.mention import Mention, proposals

Finder = Callable[[Doc], Doc]


@cache
def sudachi() -> Language:
    """Sudachi's long units (mode C), which ja_ginza has too; no model is needed."""
    return spacy.blank("ja", config={"nlp": {"tokenizer": {"split_mode": "C"}}})


def found(finder: Finder, text: str) -> list[Mention]:
    """The finder's proposals made flat: the longest of overlapping ones, in order."""
    doc = finder(sudachi()(text))
    flat: list[Mention] = []
    for mention in sorted(proposals(doc), key=lambda m: (m.start - m.end, -m.score)):
        if all(mention.end <= other.start or mention.start >= other.end for other in flat):
            flat.append(mention)
    return sorted(flat, key=lambda m: m.start)


def marked(finder: Finder, marked_text: str) -> str:
    """The text, its square brackets removed, with brackets round what the finder finds."""
    text = plain(marked_text)
    pieces, at = [], 0
    for mention in found(finder, text):
        pieces += [text[at : mention.start], "[", text[mention.start : mention.end], "]"]
        at = mention.end
    return "".join([*pieces, text[at:]])


def plain(marked_text: str) -> str:
    """`[外務省]は` → `外務省は`."""
    return re.sub(r"[\[\]]", "", marked_text)


def marks(marked_text: str) -> list[tuple[int, int]]:
    """Offsets of the bracketed stretches in the plain text."""
    return [
        (match.start() - 2 * count, match.end() - 2 * count - 2)
        for count, match in enumerate(re.finditer(r"\[[^\[\]]*\]", marked_text))
    ]
