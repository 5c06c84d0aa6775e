"""The flow of a report: blocks of all pages in order, paragraphs joined across columns, pages,
and whatever stands between."""

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from pipeline.extract.pdf.paragraphs import Block
from pipeline.extract.pdf.signs import is_weak_sign
from pipeline.report import BlockKind

_RUNNING = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
_SMALLER = 0.93
# A lone line that is shorter than this (ems) is a label, however narrow its column.
_LABEL = 10
_ENDS = ("。", "．", "！", "？", "：", ":")


class Part(NamedTuple):
    """Blocks of one column (or a stretch of it), of a frame, or of a page's foot."""

    blocks: list[Block]
    framed: bool = False


class Flow:
    """The blocks of all parts in order, paragraphs that run on from part to part joined.

    What interrupts a paragraph (captions, tables, frames, footnotes) follows it. A frame can go on
    overleaf; two on one page are two.
    """

    def __init__(self) -> None:
        self._waiting: list[Block] = []
        # The last paragraph of the text, and of a frame that may go on overleaf.
        self._running: dict[bool, Block | None] = {False: None, True: None}

    def add(self, parts: Iterable[Part]) -> list[Block]:
        """Add parts; returns the blocks that are whole now, those that only wait for one before
        them left out."""
        for part in parts:
            self._add(part)
        running = [block for block in self._running.values() if block is not None]
        whole = next((n for n, block in enumerate(self._waiting) if block in running), None)
        return self._taken(whole)

    def rest(self) -> list[Block]:
        """The blocks that nothing follows any more."""
        return self._taken(None)

    def _taken(self, end: int | None) -> list[Block]:
        taken = self._waiting[:end]
        del self._waiting[:end]
        return taken

    def _add(self, part: Part) -> None:
        blocks, framed = part
        _tell_captions(blocks)
        prose = [block for block in blocks if not _floats(block)]
        # A heading in a frame is only adorned.
        is_framed = framed and any(block.kind is not BlockKind.HEADING for block in prose)
        last = self._running[is_framed]
        beside = is_framed and bool(prose) and last is not None and last.page == prose[0].page
        if prose and last is not None and not beside and _runs_on(last, prose[0]):
            last.lines.extend(prose[0].lines)
            last.full = prose[0].full
            self._waiting.extend(block for block in blocks if block is not prose[0])
            prose[0] = last
        else:
            self._waiting.extend(blocks)
        if prose:
            self._running[is_framed] = prose[-1]
            if not is_framed:
                self._running[True] = None


def _tell_captions(blocks: list[Block]) -> None:
    """A lone line of smaller type that cuts a sentence is the title of a table or figure."""
    for before, block in pairwise(blocks):
        if (
            before.kind is block.kind is BlockKind.PARAGRAPH
            and before.full
            and len(block.lines) == 1
            and block.lines[0].size < _SMALLER * before.lines[-1].size
            and not before.text.endswith(_ENDS)
            and not block.text.endswith(_ENDS)
        ):
            block.kind = BlockKind.CAPTION


def _floats(block: Block) -> bool:
    return block.kind in (
        BlockKind.CAPTION,
        BlockKind.NOTE,
        BlockKind.TABLE,
        BlockKind.CHART,
        BlockKind.FOOTNOTE,
    )


def _runs_on(last: Block, first: Block) -> bool:
    """Whether a column's first block continues the last one of the column before."""
    if last.kind not in _RUNNING or first.kind not in _RUNNING:
        return False
    before, after = last.lines[-1], first.lines[0]
    if abs(before.size - after.size) > 0.15 * before.size or not last.full:
        return False
    if len(last.lines) == 1 and before.width < _LABEL * before.size:
        return False
    if first.kind is BlockKind.LIST_ITEM and (first.indent > 0.4 or not is_weak_sign(first.text)):
        return False
    if last.text.endswith(_ENDS):
        return first.indent < 0.6 and last.indent > 0.6 and len(last.lines) > 0
    return True
