"""Reflow: from lines to blocks, whole paragraphs with what cut them standing behind them.

Text files, HTML and Word documents meet here: their readers make lines, the rest is one way.
"""

from collections.abc import Iterable, Sequence

from pipeline.extract.builder import Piece
from pipeline.extract.draft import Beside, Draft, Removed
from pipeline.extract.reflow.gather import gather, join_cells
from pipeline.extract.reflow.kinds import name_kinds
from pipeline.extract.reflow.layout import layout_of
from pipeline.extract.reflow.lines import Line, cut_pieces
from pipeline.extract.reflow.mend import mend
from pipeline.extract.reflow.speakers import turn
from pipeline.extract.reflow.units import SET_ASIDE, Shape, Unit
from pipeline.report import BlockKind

__all__ = ["reflow"]


def reflow(lines: Sequence[Line]) -> Iterable[Draft | Removed]:
    """The blocks of a report in reading order, and what is no part of any."""
    layout = layout_of(lines)
    units = mend(join_cells(gather(lines, layout)), layout)
    for unit, kind, level in name_kinds(units, layout):
        if unit.shape in SET_ASIDE:
            for line in unit.lines:
                for text, source in line.pieces:
                    yield Removed(SET_ASIDE[unit.shape], text, source, line.page)
        elif unit.shape is Shape.TURN:
            yield from _turn(unit)
        else:
            yield _draft(unit, kind, level)


def _draft(unit: Unit, kind: BlockKind, level: int) -> Draft:
    first = unit.lines[0]
    pieces, beside = _joined(unit.lines)
    rows = [list(row) for row in first.rows]
    return Draft(kind, pieces, first.page, level, unit.number, beside, rows)


def _turn(unit: Unit) -> Iterable[Draft]:
    """The mark of a speaker's turn, and the speech after it."""
    found = turn(unit.lines[0].text)
    assert found is not None  # that is what made it a turn
    end, begin = found
    pieces, beside = _joined(unit.lines)
    page, length = unit.lines[0].page, sum(len(piece.text) for piece in pieces)
    for kind, start, stop in ((BlockKind.SPEAKER, 0, end), (BlockKind.PARAGRAPH, begin, length)):
        part = list(cut_pieces(pieces, start, stop))
        inside = [_moved(x, -start) for x in beside if start <= x.start and x.end <= stop]
        yield Draft(kind, part, page, beside=inside)


def _joined(lines: Sequence[Line]) -> tuple[list[Piece], list[Beside]]:
    """The lines' text: Japanese joins without a space, Latin words with one."""
    pieces: list[Piece] = []
    beside: list[Beside] = []
    length = 0
    for line in lines:
        if pieces and _needs_space(pieces[-1].text[-1], line.text[0]):
            pieces.append(Piece(" ", -1))
            length += 1
        pieces.extend(line.pieces)
        beside.extend(_moved(x, length) for x in line.beside)
        length += len(line.text)
    return pieces, beside


def _moved(beside: Beside, by: int) -> Beside:
    return beside._replace(start=beside.start + by, end=beside.end + by)


def _needs_space(before: str, after: str) -> bool:
    if not (before.isascii() and after.isascii()):
        return False
    return (before.isalnum() or before in ",.;:)") and (after.isalnum() or after == "(")
