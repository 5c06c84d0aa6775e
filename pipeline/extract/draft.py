"""A block on its way from a source to the report."""

from dataclasses import dataclass, field

from pipeline.extract.builder import Piece
from pipeline.report import AsideKind, BlockKind


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
    rows: list[list[str]] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The block's text as it stands in the source, lines joined."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(slots=True)
class Removed:
    """A stretch of the source that is no part of any block: a page number, a running head."""

    kind: AsideKind
    text: str
    source: int
    page: int = 1
