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
        self._parts: list[str] = []
        self._length = 0
        self._sections: list[int] = []  # the headings that are open, outermost first

    @property
    def offset(self) -> int:
        """Where the next block begins in the reading text."""
        return self._length + bool(self._parts)

    def block(self, kind: BlockKind, pieces: Iterable[Piece], page: int, level: int = 0) -> int:
        """Add a block on a line of its own; returns its index. Pieces hold no line break."""
        if self._parts:
            self._append("\n", -1)
        start = self._length
        for text, source in pieces:
            self._append(text, source)
        index = len(self._report.blocks)
        section = self._section_of(kind, level, index)
        self._report.blocks.append(Block(kind, start, self._length, page, level, section))
        return index

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
        """The report with its text."""
        self._report.text = "".join(self._parts)
        return self._report

    def _append(self, text: str, source: int) -> None:
        runs = self._report.source_map
        if source >= 0 and text:
            last = runs[-1] if runs else None
            if last and _continues(last, self._length, source):
                runs[-1] = SourceRun(last.start, last.source, last.length + len(text))
            else:
                runs.append(SourceRun(self._length, source, len(text)))
        self._parts.append(text)
        self._length += len(text)

    def _section_of(self, kind: BlockKind, level: int, index: int) -> int:
        blocks = self._report.blocks
        if kind is BlockKind.HEADING:
            while self._sections and blocks[self._sections[-1]].level >= level:
                self._sections.pop()
        section = self._sections[-1] if self._sections else -1
        if kind is BlockKind.HEADING:
            self._sections.append(index)
        return section


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
