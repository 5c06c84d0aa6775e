"""Builds a report's reading text out of pieces that know where they came from."""

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from pipeline.report import Aside, AsideKind, Block, BlockKind, Report, SourceRun, Table


class Piece(NamedTuple):
    """Text whose characters are the source's from `source` on; -1: joining put it there."""

    text: str
    source: int


class TextBuilder:
    """Adds blocks and what was set aside to a report, in reading order.

    >>> builder.block(BlockKind.PARAGRAPH, [Piece("日本国際", 0), Piece("フォーラム", 6)], page=1)
    0
    """

    def __init__(self, report: Report) -> None:
        self._report = report
        self._lines: list[str] = []
        self._length = 0

    @property
    def offset(self) -> int:
        """Where the next block begins in the reading text."""
        return self._length + bool(self._lines)

    def block(self, kind: BlockKind, pieces: Iterable[Piece], page: int, level: int = 0) -> int:
        """Add a block on a line of its own; returns its index. Pieces hold no line break."""
        start = end = self.offset
        texts = []
        for text, source in pieces:
            self._map(text, end, source)
            texts.append(text)
            end += len(text)
        if texts or self._lines:  # a first block without a character is no line
            self._lines.append("".join(texts))
        self._length = end
        self._report.blocks.append(Block(kind, start, end, page, level))
        return len(self._report.blocks) - 1

    def table(self, rows: list[list[str]], pieces: Iterable[Piece], page: int) -> int:
        """Add a table: its text as a block, its cells beside it; returns the block's index."""
        index = self.block(BlockKind.TABLE, pieces, page)
        self._report.tables.append(Table(index, rows))
        return index

    def aside(self, kind: AsideKind, text: str, page: int, source: tuple[int, int]) -> Aside:
        """Set something aside that stood where the text now ends."""
        aside = Aside(kind, text, page, self._length, *source)
        self._report.asides.append(aside)
        return aside

    def finish(self) -> Report:
        """The report with its text, and its blocks with their sections."""
        self._report.text = "\n".join(self._lines)
        _set_sections(self._report.blocks)
        return self._report

    def _map(self, text: str, start: int, source: int) -> None:
        runs = self._report.source_map
        if source >= 0 and text:
            last = runs[-1] if runs else None
            if last and _continues(last, start, source):
                runs[-1] = SourceRun(last.start, last.source, last.length + len(text))
            else:
                runs.append(SourceRun(start, source, len(text)))


def _set_sections(blocks: Iterable[Block]) -> None:
    """Tell each block the heading that it stands under."""
    open_headings: list[tuple[int, int]] = []  # level and index, outermost first
    for index, block in enumerate(blocks):
        is_heading = block.kind is BlockKind.HEADING
        while is_heading and open_headings and open_headings[-1][0] >= block.level:
            open_headings.pop()
        block.section = open_headings[-1][1] if open_headings else -1
        if is_heading:
            open_headings.append((block.level, index))


def _continues(run: SourceRun, start: int, source: int) -> bool:
    return run.start + run.length == start and run.source + run.length == source


def unaccounted(report: Report) -> list[tuple[int, int]]:
    """The stretches of the source that are neither in the text nor set aside (should be none)."""
    taken = [(run.source, run.source + run.length) for run in report.source_map]
    taken += [(aside.source_start, aside.source_end) for aside in report.asides]
    edges = [(0, 0), *sorted(taken), (report.source_length, report.source_length)]
    gaps, reached = [], 0
    for (_, end), (start, _) in pairwise(edges):
        reached = max(reached, end)
        if start > reached:
            gaps.append((reached, start))
    return gaps
