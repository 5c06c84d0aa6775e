"""Lines to units: what each line looks like, and which of them belong together."""

from collections.abc import Sequence

from pipeline.extract.reflow.footnotes import PendingMarks
from pipeline.extract.reflow.heads import running_heads
from pipeline.extract.reflow.joining import continues
from pipeline.extract.reflow.layout import Layout
from pipeline.extract.reflow.lines import Line
from pipeline.extract.reflow.markers import BULLET, marker
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
from pipeline.extract.reflow.speakers import turn
from pipeline.extract.reflow.units import FEW, Shape, Unit
from pipeline.report import BlockKind


def gather(lines: Sequence[Line], layout: Layout) -> list[Unit]:
    """Join the lines that follow each other inside one paragraph, heading, or footnote."""
    units: list[Unit] = []
    marks = PendingMarks()
    heads = running_heads(lines)
    for index, line in enumerate(lines):
        unit = units[-1] if units else None
        shape = Shape.RUNNING_HEAD if index in heads else _shape(line, marks)
        if shape is Shape.TEXT and _is_caption_of_two(lines[index : index + 2], layout):
            shape = Shape.CAPTION
        if unit is not None and continues(unit, line, shape, layout):
            unit.lines.append(line)
            unit.full = False
        else:
            units.append(_begin(line, shape, marks))
        marks.read(line, begin=int(shape is Shape.FOOTNOTE))
        if len(units) > 1 and units[-1].lines[0] is line:
            units[-2].full = layout.is_full(units[-2].last, line)
    for unit in units:
        if unit.shape is Shape.TEXT and 1 < len(unit.lines) < FEW and is_caption(unit.text):
            unit.shape = Shape.CAPTION
    return units


def _shape(line: Line, marks: PendingMarks) -> Shape:
    if line.kind is not None:
        return Shape.GIVEN
    text = line.text
    if marks.expects(text):
        return Shape.FOOTNOTE
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
    shape = next((shape for shape, test in tests if test(text)), Shape.TEXT)
    if shape is Shape.CAPTION and _is_numbered(text) and "写真" not in text:
        return Shape.MARKED  # （1）エジプト（4月30日）
    return _inside_of_marked(text) if shape is Shape.MARKED else shape


def _is_numbered(text: str) -> bool:
    mark = marker(text)
    return mark is not None and mark.rank != BULLET


def _is_caption_of_two(lines: Sequence[Line], layout: Layout) -> bool:
    """Whether a line and the next, which is short, are a caption that did not fit on one."""
    if len(lines) < 2 or not has_open_bracket(lines[0].text):
        return False
    return layout.is_short(lines[1]) and is_caption(lines[0].text + lines[1].text)


def _inside_of_marked(text: str) -> Shape:
    """`１　日時：令和４年９月２１日` is a field for all its number."""
    mark = marker(text)
    is_named = mark is not None and is_field(text[mark.end :].strip()) and not is_ended(text)
    return Shape.FIELD if is_named else Shape.MARKED


def _begin(line: Line, shape: Shape, marks: PendingMarks) -> Unit:
    if shape is Shape.GIVEN:
        is_note = line.kind is BlockKind.FOOTNOTE
        return Unit(shape, [line], number=line.number or (marks.take(line.text) if is_note else ""))
    if shape is Shape.FOOTNOTE:
        return Unit(shape, [line], number=marks.take(line.text))
    return Unit(shape, [line], marker(line.text) if shape is Shape.MARKED else None)


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
