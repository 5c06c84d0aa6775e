"""From lines to blocks: whole paragraphs, and what cut them standing behind them."""

from collections.abc import Iterable, Sequence

from pipeline.extract.builder import Piece
from pipeline.extract.draft import Draft, Removed
from pipeline.extract.text.kinds import name_kinds
from pipeline.extract.text.layout import Layout, layout_of
from pipeline.extract.text.lines import Line
from pipeline.extract.text.shapes import begins_inside, is_ended
from pipeline.extract.text.speakers import turn
from pipeline.extract.text.units import Shape, Unit, gather, join_cells
from pipeline.report import AsideKind, BlockKind

_SET_ASIDE = {
    Shape.PAGE_NUMBER: AsideKind.PAGE_NUMBER,
    Shape.RULE: AsideKind.MARKUP,
    Shape.INVISIBLE: AsideKind.CONTROL,
}
_INTERRUPTING = {
    Shape.PAGE_NUMBER,
    Shape.RULE,
    Shape.INVISIBLE,
    Shape.FOOTNOTE,
    Shape.CAPTION,
    Shape.NOTE,
}
_FARTHEST = 14  # units that a page's foot and head can put inside a sentence


def reflow(lines: Sequence[Line]) -> Iterable[Draft | Removed]:
    """The blocks of a text in reading order, and what is no part of any."""
    layout = layout_of(lines)
    units = mend(join_cells(gather(lines, layout)), layout)
    for unit, kind, level in name_kinds(units):
        if unit.shape in _SET_ASIDE:
            for line in unit.lines:
                yield Removed(_SET_ASIDE[unit.shape], line.text, line.start, line.page)
        elif unit.shape is Shape.TURN:
            yield from _turn(unit)
        else:
            yield Draft(kind, _joined(unit.lines), unit.lines[0].page, level, unit.number)


def mend(units: Sequence[Unit], layout: Layout) -> list[Unit]:
    """Make sentences whole that a page's end, a caption, or footnotes cut.

    What stood between the two parts follows behind the whole.
    """
    waiting = list(reversed(units))
    mended: list[Unit] = []
    while waiting:
        unit = waiting.pop()
        between = _cutting(unit, waiting, layout)
        while between is not None:
            skipped = [waiting.pop() for _ in range(between)]
            rest = waiting.pop()
            unit.lines.extend(rest.lines)
            unit.full = rest.full
            waiting.extend(reversed(skipped))
            between = _cutting(unit, waiting, layout)
        mended.append(unit)
    return mended


def _cutting(unit: Unit, waiting: Sequence[Unit], layout: Layout) -> int | None:
    """How many units stand between a broken-off unit and its rest; None if it has none."""
    if unit.shape not in {Shape.TEXT, Shape.TURN, Shape.MARKED} or is_ended(unit.last.text):
        return None
    if waiting and waiting[-1].shape is Shape.TEXT and begins_inside(waiting[-1].text):
        return 0
    if not unit.breaks_off:
        return None
    for count in range(min(_FARTHEST, len(waiting))):
        other = waiting[-1 - count]
        if other.shape is Shape.TEXT and _is_rest(unit, other, layout):
            return count
        if other.shape not in _INTERRUPTING and not _is_label(other):
            return None
    return None


def _is_rest(unit: Unit, other: Unit, layout: Layout) -> bool:
    """Whether a unit can be the second part of a sentence."""
    indent = other.lines[0].indent
    if layout.indented and indent > max(1, unit.last.indent if len(unit.lines) > 1 else 0):
        return False
    if "。" not in unit.text and not _is_wanted(unit.text[-1], other):
        return False
    return other.is_prose or other.breaks_off


def _is_wanted(end: str, other: Unit) -> bool:
    """Whether a line without 。 asks for a rest: a heading can end in 向けて, but not in は."""
    return other.is_prose and (end in "、，,をにはがのと" or "ぁ" <= other.text[0] <= "ゖ")


def _is_label(unit: Unit) -> bool:
    """A caption that does not look like one: a short line without a sentence."""
    return unit.shape is Shape.TEXT and not unit.is_prose and unit.width <= 120


def _turn(unit: Unit) -> Iterable[Draft]:
    """The mark of a speaker's turn, and the speech after it."""
    first, *others = unit.lines
    found = turn(first.text)
    assert found is not None  # that is what made it a turn
    end, begin = found
    page = first.page
    yield Draft(BlockKind.SPEAKER, [Piece(first.text[:end], first.start)], page)
    speech = Line(
        first.text[begin:], first.start + begin, first.indent, first.width, first.gap, page
    )
    yield Draft(BlockKind.PARAGRAPH, _joined([speech, *others]), page)


def _joined(lines: Sequence[Line]) -> list[Piece]:
    """The lines' text: Japanese joins without a space, Latin words with one."""
    pieces: list[Piece] = []
    for line in lines:
        if pieces and _needs_space(pieces[-1].text[-1], line.text[0]):
            pieces.append(Piece(" ", -1))
        pieces.append(Piece(line.text, line.start))
    return pieces


def _needs_space(before: str, after: str) -> bool:
    return (
        before.isascii()
        and after.isascii()
        and before != "-"
        and (before.isalnum() or before in ",.;:)")
        and (after.isalnum() or after in "(")
    )
