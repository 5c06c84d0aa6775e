"""Lines that stand together: paragraphs, headings, footnotes, before they are given their kind."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum, auto

from pipeline.extract.reflow.footnotes import PendingMarks
from pipeline.extract.reflow.layout import Layout
from pipeline.extract.reflow.lines import Line
from pipeline.extract.reflow.markers import BARE, BULLET, Marker, marker
from pipeline.extract.reflow.shapes import (
    has_open_bracket,
    is_bracketed,
    is_caption,
    is_date,
    is_ended,
    is_field,
    is_invisible,
    is_note,
    is_page_number,
    is_roster,
    is_rule,
)
from pipeline.extract.reflow.speakers import is_speaker_line, turn
from pipeline.report import AsideKind, BlockKind


class Shape(IntEnum):
    """What a line looks like by itself."""

    TEXT = auto()
    MARKED = auto()
    TURN = auto()
    FIELD = auto()
    DATE = auto()
    GIVEN = auto()  # the source's markup says what it is
    ROSTER = auto()
    FOOTNOTE = auto()
    CAPTION = auto()
    NOTE = auto()
    BRACKETED = auto()
    PAGE_NUMBER = auto()
    RULE = auto()
    INVISIBLE = auto()


SET_ASIDE = {
    Shape.PAGE_NUMBER: AsideKind.PAGE_NUMBER,
    Shape.RULE: AsideKind.MARKUP,
    Shape.INVISIBLE: AsideKind.CONTROL,
}
"""What is no text, and what it is kept as."""


_FEW = 4  # lines that a heading or a name takes at most


@dataclass(slots=True)
class Unit:
    """Lines that belong together."""

    shape: Shape
    lines: list[Line]
    marker: Marker | None = None
    number: str = ""  # of a footnote
    full: bool = False  # the last line reaches the right margin

    @property
    def text(self) -> str:
        """The lines' text, joined without anything between."""
        return "".join(line.text for line in self.lines)

    @property
    def end(self) -> str:
        """The text of the last lines, in which a bracket may be open."""
        return "".join(line.text for line in self.lines[-_FEW:])

    @property
    def last(self) -> Line:
        """The line that a continuation would follow."""
        return self.lines[-1]

    @property
    def width(self) -> int:
        """Columns of all lines together."""
        return sum(line.width for line in self.lines)

    @property
    def is_prose(self) -> bool:
        """Whether this is running text rather than a heading, a name, a label."""
        return is_ended(self.last.text) or self.has_sentence

    @property
    def has_sentence(self) -> bool:
        """Whether a sentence ends somewhere in it."""
        return any("。" in line.text for line in self.lines)

    @property
    def breaks_off(self) -> bool:
        """Whether the text stops inside a sentence."""
        if is_ended(self.last.text) or is_bracketed(self.last.text):
            return False
        end = self.last.text[-1]
        return self.has_sentence or "ぁ" <= end <= "ゖ" or end in "、，," or self._runs_on

    @property
    def _runs_on(self) -> bool:
        return len(self.lines) > 1 and self.full


def gather(lines: Sequence[Line], layout: Layout) -> list[Unit]:
    """Join the lines that follow each other inside one paragraph, heading, or footnote."""
    units: list[Unit] = []
    marks = PendingMarks()
    for line in lines:
        unit = units[-1] if units else None
        shape = _shape(line)
        if unit is not None and _continues(unit, line, shape, layout):
            unit.lines.append(line)
            unit.full = False
        else:
            units.append(_begin(line, shape, marks))
        marks.read(line)
        if len(units) > 1 and units[-1].lines[0] is line:
            units[-2].full = layout.is_full(units[-2].last, line)
    return units


def _shape(line: Line) -> Shape:
    if line.kind is not None:
        return Shape.GIVEN
    text = line.text
    tests = (
        (Shape.INVISIBLE, is_invisible),
        (Shape.RULE, is_rule),
        (Shape.PAGE_NUMBER, is_page_number),
        (Shape.TURN, lambda t: turn(t) is not None),
        (Shape.DATE, is_date),
        (Shape.NOTE, is_note),
        (Shape.FIELD, is_field),
        (Shape.CAPTION, is_caption),
        (Shape.ROSTER, is_roster),
        (Shape.BRACKETED, is_bracketed),
        (Shape.MARKED, lambda t: marker(t) is not None),
    )
    return next((shape for shape, test in tests if test(text)), Shape.TEXT)


def _begin(line: Line, shape: Shape, marks: PendingMarks) -> Unit:
    if shape is Shape.GIVEN:
        is_note = line.kind is BlockKind.FOOTNOTE
        return Unit(shape, [line], number=line.number or (marks.take(line.text) if is_note else ""))
    if shape in {Shape.TEXT, Shape.MARKED, Shape.NOTE, Shape.FIELD, Shape.CAPTION}:
        number = marks.take(line.text)
        if number:
            return Unit(Shape.FOOTNOTE, [line], number=number)
    return Unit(shape, [line], marker(line.text) if shape is Shape.MARKED else None)


_ALONE = {*SET_ASIDE, Shape.TURN, Shape.ROSTER, Shape.GIVEN}
_JOINING = set(Shape) - {*_ALONE, Shape.BRACKETED, Shape.DATE} | {Shape.TURN}


def _continues(unit: Unit, line: Line, shape: Shape, layout: Layout) -> bool:
    """Whether a line goes on with what the unit's last line began."""
    if unit.shape not in _JOINING or shape in _ALONE:
        return False
    if not layout.is_full(unit.last, line):
        return _continues_list(unit, line, shape)
    if has_open_bracket(unit.end) or shape is Shape.BRACKETED:
        return not is_ended(unit.last.text)
    if _is_whole_name(unit) or not (shape is Shape.TEXT or _by_chance(unit, line, shape)):
        return False
    return _is_no_indent(unit, line, layout)


def _is_whole_name(unit: Unit) -> bool:
    """A speaker's line that happens to reach the right margin."""
    if len(unit.lines) >= _FEW:
        return False
    begin = unit.marker.end if unit.marker else 0
    return not unit.has_sentence and is_speaker_line(unit.text[begin:].strip())


def _by_chance(unit: Unit, line: Line, shape: Shape) -> bool:
    """Whether a wrapped line only happens to look like an item: `2 つ目は、都市インフラ`."""
    if is_ended(unit.last.text):
        return False
    if shape is not Shape.MARKED:
        return unit.breaks_off and shape in {Shape.CAPTION, Shape.DATE, Shape.BRACKETED}
    mark = marker(line.text)
    if mark is None or mark.rank == BULLET or line.indent > unit.lines[0].indent:
        return False
    return unit.breaks_off or mark.rank in BARE


def _is_no_indent(unit: Unit, line: Line, layout: Layout) -> bool:
    """Whether a line begins where the unit's lines do (a list item's may hang to the right)."""
    margin = min(x.indent for x in (unit.lines[1:] or unit.lines)[:_FEW])
    if line.indent <= margin:
        finished = is_ended(unit.last.text)
        begins_like_first = line.indent == unit.lines[0].indent and len(unit.lines) == 1
        return not (finished and layout.indented and line.indent > 0 and begins_like_first)
    if unit.shape is not Shape.TEXT and len(unit.lines) == 1:
        return True
    return line.indent - margin <= 1 and not is_ended(unit.last.text)


def _continues_list(unit: Unit, line: Line, shape: Shape) -> bool:
    """Where the margin says nothing, brackets tell that a line goes on, and links in notes."""
    if unit.shape is Shape.FOOTNOTE and line.text.startswith(("http", "<http", "＜http")):
        return True
    return (
        shape is Shape.TEXT
        and line.gap == 0
        and len(unit.lines) < _FEW
        and not unit.has_sentence
        and has_open_bracket(unit.text)
        and not has_open_bracket(unit.text + line.text)
    )


def join_cells(units: Sequence[Unit]) -> list[Unit]:
    """Join posts that are too long for their column, the holder's name on the last line.

    `　　常任委員会専門` + `　　員　　　　　中内　康夫君`
    """
    joined: list[Unit] = []
    for unit in units:
        while unit.shape is Shape.ROSTER and joined and _is_cell(joined[-1], unit):
            unit.lines[:0] = joined.pop().lines
        joined.append(unit)
    return joined


def _is_cell(upper: Unit, lower: Unit) -> bool:
    """Whether a line fills the column whose entry goes on below."""
    line, below = upper.last, lower.lines[0]
    first_column = 2 * len(below.text.split("\u3000", 1)[0])
    return (
        upper.shape is Shape.TEXT
        and len(upper.lines) == 1
        and below.gap == 0
        and line.indent == below.indent >= 4
        and line.width >= first_column
        and (len(lower.lines) == 1 or line.width == below.width)
        and not is_ended(line.text)
    )
