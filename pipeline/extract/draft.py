"""A block on its way from a source to the report."""

import re
import unicodedata
from dataclasses import dataclass, field
from typing import NamedTuple

from pipeline.extract.builder import Piece
from pipeline.report import AsideKind, BlockKind

_LABEL = re.compile(r"[（(［\[]?(脚?注|※|\*|＊)\s*([0-9０-９]{1,3})")


class Beside(NamedTuple):
    """What the source's markup says stands beside the text `[start, end)` of a line or block.

    A ruby's reading `text` stands over it; a footnote's mark after it (and start is end).
    """

    kind: AsideKind
    text: str
    source_start: int
    source_end: int
    start: int
    end: int


@dataclass(slots=True)
class Draft:
    """A block whose text still holds ruby, footnote marks and layout spaces.

    `level` is that of a heading. `number` is the mark of a footnote (`¹²` → `12`).
    `rows` are the cells of a table.
    """

    kind: BlockKind
    pieces: list[Piece]
    page: int = 1
    level: int = 0
    number: str = ""
    beside: list[Beside] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)

    @property
    def label(self) -> str:
        """What a footnote begins with, as marks in the text write it: `注1`, `※2`."""
        match = _LABEL.match(self.text)
        return unicodedata.normalize("NFKC", "".join(match.groups())) if match else ""

    @property
    def text(self) -> str:
        """The block's text as it stands in the source, lines joined."""
        return "".join(piece.text for piece in self.pieces)


class Removed(NamedTuple):
    """A stretch of the source that is no part of any block: a page number, a running head."""

    kind: AsideKind
    text: str
    source: int
    page: int = 1
