"""Levels of headings: by what their numbers say, and by size where they have none."""

from collections.abc import Iterable
from statistics import median

from pipeline.extract.pdf.paragraphs import Block
from pipeline.extract.pdf.signs import rank
from pipeline.report import BlockKind

_DEEPEST = 6


def set_levels(blocks: Iterable[Block]) -> None:
    """Give each heading its level, 1 for the highest.

    第１章 stands over １, and １ over （１）; one without a number stands over the numbered ones
    in smaller type, and beside those in type of its size.
    """
    headings = [block for block in blocks if block.kind is BlockKind.HEADING]
    sizes: dict[int, list[float]] = {}
    plain: set[float] = set()
    for block in headings:
        depth = rank(block.text)
        if depth is None:
            plain.add(_size(block))
        else:
            sizes.setdefault(depth, []).append(_size(block))
    numbered, unnumbered = _levels({d: median(s) for d, s in sizes.items()}, plain)
    for block in headings:
        depth = rank(block.text)
        level = unnumbered[_size(block)] if depth is None else numbered[depth]
        block.level = min(level, _DEEPEST)


def _levels(ranks: dict[int, float], plain: set[float]) -> tuple[dict[int, int], dict[float, int]]:
    """The levels of numbers of each rank, and of each size without a number."""
    numbered: dict[int, int] = {}
    unnumbered: dict[float, int] = {}
    waiting = sorted(plain, reverse=True)
    level = 0
    for depth in sorted(ranks):
        while waiting and waiting[0] > ranks[depth]:
            level += 1
            unnumbered[waiting.pop(0)] = level
        level += 1
        numbered[depth] = level
        if waiting and waiting[0] == ranks[depth]:
            unnumbered[waiting.pop(0)] = level
    for size in waiting:
        level += 1
        unnumbered[size] = level
    return numbered, unnumbered


def _size(block: Block) -> float:
    return round(block.lines[0].size * 2) / 2
