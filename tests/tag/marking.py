"""Texts with square brackets round what is to be found, as in the lexicon's examples."""

import re
from collections.abc import Callable, Iterable
from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.context import set_context
from pipeline.mention import Label, Mention, proposals
from pipeline.report import Block, BlockKind, Media, Report


def plain(marked: str) -> str:
    """The text without its marks."""
    return re.sub(r"[\[\]]", "", marked)


def marked(text: str, found: Iterable[Mention]) -> str:
    """The text with marks round what was found."""
    pieces, at = [], 0
    for mention in sorted(found, key=lambda m: m.start):
        pieces += [text[at : mention.start], "[", text[mention.start : mention.end], "]"]
        at = mention.end
    return "".join([*pieces, text[at:]])


@cache
def japanese() -> Language:
    """Sudachi's words as ja_ginza has them, without its model."""
    return spacy.blank("ja", config={"nlp": {"tokenizer": {"split_mode": "C"}}})


def report_doc(text: str, date: str = "", covers: str = "") -> Doc:
    """A Doc of a report whose lines are paragraphs; a line that begins with # is a heading."""
    blocks: list[Block] = []
    start, section = 0, -1
    for line in text.split("\n"):
        kind = BlockKind.HEADING if line.startswith("#") else BlockKind.PARAGRAPH
        section = len(blocks) if kind is BlockKind.HEADING else section
        blocks.append(Block(kind, start, start + len(line), section=section))
        start += len(line) + 1
    doc = japanese()(text)
    set_context(doc, Report("r", "r.txt", Media.TEXT, "", text, blocks, date=date, covers=covers))
    return doc


def found_by(finder: Callable[[Doc], Doc], doc: Doc, label: Label) -> list[Mention]:
    """What a finder proposes with this label, in order of the text."""
    return sorted(
        (m for m in proposals(finder(doc)) if m.label is label), key=lambda m: (m.start, m.end)
    )
