"""Leaves: a report's pages between the passes over all of them, folded up to take little room.

What makes a running head, the body's type, or a full line is told by the whole report, so that
its pages are gone through several times. Laid out, a page takes a quarter of a megabyte, folded
up a twentieth of that; only the one in hand is laid out.
"""

import pickle
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from pipeline.extract.pdf.columns import Float
from pipeline.extract.pdf.footnotes import Note
from pipeline.extract.pdf.heads import SetAside
from pipeline.extract.pdf.sheet import Sheet
from pipeline.report import Problem

Told = TypeVar("Told")

# To fold and unfold a page three times is a tenth of the work on it, and most reports have no more
# pages than these, which take ten megabytes.
_LAID_OUT = 40
# The fastest: a higher level takes twice the time for a tenth less room.
_LEVEL = 1


@dataclass(slots=True)
class Leaf:
    """A page: what is left on its sheet, what was taken off it, and what could not be read."""

    sheet: Sheet
    heads: list[SetAside] = field(default_factory=list)
    floats: list[Float] = field(default_factory=list)
    notes: list[list[Note]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


class Leaves:
    """The pages of a report in order, the first of them laid out, all others folded up."""

    def __init__(self) -> None:
        self._pages: list[Leaf | bytes] = []

    def add(self, leaf: Leaf) -> None:
        """Add the next page."""
        self._pages.append(leaf if len(self._pages) < _LAID_OUT else _fold(leaf))

    def each(self, step: Callable[[Leaf], Told]) -> Iterator[Told]:
        """What the step tells of each page, which keeps what the step changes on it."""
        for index, page in enumerate(self._pages):
            if isinstance(page, Leaf):
                yield step(page)
            else:
                leaf = _unfold(page)
                yield step(leaf)
                self._pages[index] = _fold(leaf)

    def last(self) -> Iterator[Leaf]:
        """Each page for the last time; it is let go of then."""
        for index, page in enumerate(self._pages):
            self._pages[index] = b""
            yield page if isinstance(page, Leaf) else _unfold(page)


def _fold(leaf: Leaf) -> bytes:
    return zlib.compress(pickle.dumps(leaf, pickle.HIGHEST_PROTOCOL), _LEVEL)


def _unfold(folded: bytes) -> Leaf:
    leaf: Leaf = pickle.loads(zlib.decompress(folded))
    return leaf
