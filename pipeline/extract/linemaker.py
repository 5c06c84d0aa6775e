"""Lines made piece by piece, for sources whose text is scattered over elements."""

import re
from collections.abc import Iterable

from pipeline.extract.builder import Piece
from pipeline.extract.draft import Beside
from pipeline.extract.reflow.lines import Line, columns, cut_pieces
from pipeline.report import AsideKind, BlockKind

_WIDE = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")


class LineMaker:
    """Collects text and what stands beside it; `end` makes a line of what has come so far."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.page = 1
        self._pieces: list[Piece] = []
        self._beside: list[Beside] = []
        self._length = 0
        self._gap = 0
        self._soft_space = -2  # the source offset of a space that shows only between Latin words

    @property
    def length(self) -> int:
        """How many characters the line has so far."""
        return self._length

    @property
    def last(self) -> str:
        """The line's last character so far."""
        return self._pieces[-1].text[-1] if self._pieces else ""

    @property
    def text(self) -> str:
        """The line so far."""
        return "".join(piece.text for piece in self._pieces)

    @property
    def reached(self) -> int:
        """The source offset behind the line's last character (0 if it has none)."""
        known = [piece for piece in self._pieces if piece.source >= 0]
        return known[-1].source + len(known[-1].text) if known else 0

    def add(self, text: str, source: int) -> None:
        """Add characters to the line."""
        if not text:
            return
        if self._soft_space != -2:
            if self._pieces and not (_WIDE.match(self.last) and _WIDE.match(text)):
                self._append(" ", self._soft_space)
            self._soft_space = -2
        self._append(text, source)

    def soft_space(self, source: int) -> None:
        """A line break of the source's own: nothing between Japanese, a space between words."""
        if self._pieces:
            self._soft_space = source

    def ruby(self, reading: str, source: tuple[int, int], start: int) -> None:
        """A reading over what has been added since the line had `start` characters."""
        self._beside.append(Beside(AsideKind.RUBY, reading, *source, start, self._length))

    def take(self, beside: Iterable[Beside], start: int) -> None:
        """What stands beside a line whose text was added when this one had `start` characters."""
        self._beside += [b._replace(start=b.start + start, end=b.end + start) for b in beside]

    def mark(self, text: str, source: tuple[int, int]) -> None:
        """A footnote's mark after what has been added."""
        place = self._length, self._length
        self._beside.append(Beside(AsideKind.FOOTNOTE_MARK, text, *source, *place))

    def end(
        self,
        kind: BlockKind | None = None,
        level: int = 0,
        number: str = "",
        rows: tuple[tuple[str, ...], ...] = (),
    ) -> None:
        """End the line; one that is blank is none, but what stands beside it is kept."""
        whole = self.text
        text = whole.strip()
        self._soft_space = -2
        if not text:
            self._pieces, self._length = [], 0
            self._beside = [b._replace(start=0, end=0) for b in self._beside]
            return
        lead = len(whole) - len(whole.lstrip())
        pieces = cut_pieces(self._pieces, lead, lead + len(text))
        beside = tuple(
            b._replace(start=_within(b.start - lead, text), end=_within(b.end - lead, text))
            for b in self._beside
        )
        self.lines.append(
            Line(
                text, pieces, columns(whole[:lead]), columns(text), self._gap, self.page,
                goes_on=not self._gap, beside=beside, kind=kind, level=level, number=number,
                rows=rows,
            )
        )  # fmt: skip
        self._pieces, self._beside, self._length, self._gap = [], [], 0, 0

    def gap(self) -> None:
        """What follows stands apart from what has come."""
        self._gap = 1

    def _append(self, text: str, source: int) -> None:
        self._pieces.append(Piece(text, source))
        self._length += len(text)


def _within(offset: int, text: str) -> int:
    return max(0, min(offset, len(text)))
