"""A report as the records read it: text, mentions, sentences and blocks, looked up by offset."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from pipeline.context import context
from pipeline.mention import Label, Mention, mentions
from pipeline.record.places import plain
from pipeline.report import Block, BlockKind


class Reading:
    """One tagged Doc, with its mentions in order of the text."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.text = doc.text
        self.told = context(doc)
        self.mentions = mentions(doc)
        self.sentences = _sentences(doc)
        self._starts = [mention.start for mention in self.mentions]
        self._sentence_starts = [start for start, _ in self.sentences]
        self._block_starts = [block.start for block in self.told.blocks]
        self.ending = {mention.end: mention for mention in self.mentions}
        self.starting = {mention.start: mention for mention in self.mentions}

    def name(self, mention: Mention) -> str:
        """The mention's text without layout."""
        return plain(self.text[mention.start : mention.end])

    def within(self, start: int, end: int, label: Label | None = None) -> Iterator[Mention]:
        """The mentions (of one label) that begin in `[start, end)`."""
        for mention in self.mentions[
            bisect_left(self._starts, start) : bisect_left(self._starts, end)
        ]:
            if label is None or mention.label is label:
                yield mention

    def people_before(self, offset: int) -> Iterator[Mention]:
        """The people named before `offset`, the last first."""
        for index in range(bisect_left(self._starts, offset) - 1, -1, -1):
            if self.mentions[index].label is Label.PERSON:
                yield self.mentions[index]

    def sentence_at(self, offset: int) -> int:
        """The index of the sentence that holds the character at `offset`."""
        return max(0, bisect_right(self._sentence_starts, offset) - 1)

    def tokens(self, start: int, end: int) -> list[Token]:
        """The tokens of `[start, end)`."""
        span = self.doc.char_span(start, end, alignment_mode="expand")
        return list(span) if span is not None else []

    def block_at(self, offset: int) -> int:
        """The index of the block that holds the character at `offset`."""
        return max(0, bisect_right(self._block_starts, offset) - 1)

    def headings(self, block: int) -> Iterator[Block]:
        """The headings that a block stands under, the nearest first."""
        blocks = self.told.blocks
        section = blocks[block].section if blocks else -1
        while section >= 0:
            yield blocks[section]
            section = blocks[section].section

    def kind_at(self, offset: int) -> BlockKind:
        """What the block at `offset` is."""
        blocks = self.told.blocks
        return blocks[self.block_at(offset)].kind if blocks else BlockKind.PARAGRAPH


def _sentences(doc: Doc) -> list[tuple[int, int]]:
    """`[start, end)` of each sentence without white space at its edges; empty ones left out."""
    spans = []
    for sent in doc.sents:
        text = sent.text
        start = sent.start_char + len(text) - len(text.lstrip())
        end = sent.start_char + len(text.rstrip())
        if start < end:
            spans.append((start, end))
    return spans
