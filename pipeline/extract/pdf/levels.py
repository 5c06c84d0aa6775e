"""Levels of headings: by size, then by what their numbers say."""

from collections.abc import Iterable

from pipeline.extract.pdf.paragraphs import Block
from pipeline.extract.pdf.signs import rank
from pipeline.report import BlockKind

_DEEPEST = 6


def set_levels(blocks: Iterable[Block]) -> None:
    """Give each heading its level: the largest type is 1; in one size, 第１章 stands over １, and
    １ over （１）. A heading without a number stands as high as the highest of its size."""
    headings = [block for block in blocks if block.kind is BlockKind.HEADING]
    ranks: dict[float, set[int]] = {}
    for block in headings:
        depth = rank(block.text)
        ranks.setdefault(_size(block), set()).update(() if depth is None else (depth,))
    order: dict[tuple[float, int | None], int] = {}
    level = 0
    for size in sorted(ranks, reverse=True):
        order[size, None] = level + 1
        for depth in sorted(ranks[size]):
            level += 1
            order[size, depth] = level
        level = max(level, order[size, None])
    for block in headings:
        block.level = min(order[_size(block), rank(block.text)], _DEEPEST)


def _size(block: Block) -> float:
    return round(block.lines[0].size * 2) / 2
