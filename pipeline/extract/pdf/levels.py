"""Levels of headings: by what their numbers say, and by size where they have none."""

from collections.abc import Sequence
from statistics import median
from typing import NamedTuple

from pipeline.extract.pdf.paragraphs import Block
from pipeline.extract.pdf.signs import rank

_DEEPEST = 6


class Rank(NamedTuple):
    """What tells a heading's level: how high its number stands (None: it has none), its size."""

    number: int | None
    size: float


def rank_of(heading: Block) -> Rank:
    """A heading's rank: that of `第１章　総則` in 14 points is (2, 14.0)."""
    return Rank(rank(heading.text), round(heading.lines[0].size * 2) / 2)


def levels_of(headings: Sequence[Rank]) -> list[int]:
    """The level of each heading of a report, 1 for the highest.

    第１章 stands over １, and １ over （１）; one without a number stands over the numbered ones
    in smaller type, and beside those in type of its size.
    """
    sizes: dict[int, list[float]] = {}
    for number, size in headings:
        if number is not None:
            sizes.setdefault(number, []).append(size)
    plain = {size for number, size in headings if number is None}
    numbered, unnumbered = _levels({n: median(s) for n, s in sizes.items()}, plain)
    levels = (unnumbered[size] if n is None else numbered[n] for n, size in headings)
    return [min(level, _DEEPEST) for level in levels]


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
