"""A line as the source has it: of a text file, between two breaks of a page, of a Word document."""

from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.extract.builder import Piece
from pipeline.extract.draft import Beside
from pipeline.report import BlockKind


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank; `pieces` make up its stripped `text`.

    `goes_on` says that only a break parts it from the line above, inside one paragraph of a page.
    `indent` and `width` count columns: a full-width character takes two. `gap` is the number of
    blank lines above. `kind`, `level`, `number` and `rows` are given where markup
    tells them.
    """

    text: str
    pieces: tuple[Piece, ...]
    indent: int = 0
    width: int = 0
    gap: int = 0
    page: int = 1
    goes_on: bool = False
    beside: tuple[Beside, ...] = ()
    kind: BlockKind | None = None
    level: int = 0
    number: str = ""  # of a footnote
    rows: tuple[tuple[str, ...], ...] = ()


def columns(text: str) -> int:
    """The display width, which CP932's bytes happen to measure: 日本 is 4, ﾆﾎﾝ 3, NATO 4."""
    return len(text.encode("cp932", "replace"))


def cut_pieces(pieces: Iterable[Piece], start: int, end: int) -> tuple[Piece, ...]:
    """The pieces of `[start, end)` of the text that the pieces make up."""
    kept, at = [], 0
    for text, source in pieces:
        first, last = max(start - at, 0), min(end - at, len(text))
        if first < last:
            kept.append(Piece(text[first:last], source + first if source >= 0 else -1))
        at += len(text)
    return tuple(kept)
