"""Whether a line goes on with what stands above it."""

from pipeline.extract.reflow.layout import Layout
from pipeline.extract.reflow.lines import Line
from pipeline.extract.reflow.markers import BULLET, marker
from pipeline.extract.reflow.shapes import has_open_bracket, is_ended
from pipeline.extract.reflow.speakers import is_speaker_line
from pipeline.extract.reflow.units import FEW, SET_ASIDE, Shape, Unit

_DEEPEST_INDENT = 4  # columns by which a paragraph's first line stands in
_ALONE = {*SET_ASIDE, Shape.TURN, Shape.ROSTER, Shape.GIVEN}
_APART = {Shape.FOOTNOTE, Shape.CAPTION, Shape.NOTE}
_ASKING = tuple("、・をにはがのと")  # an item that ends so goes on
_JOINING = set(Shape) - {*_ALONE, Shape.BRACKETED, Shape.DATE} | {Shape.TURN}


def continues(unit: Unit, line: Line, shape: Shape, layout: Layout) -> bool:
    """Whether a line goes on with what the unit's last line began."""
    if unit.shape not in _JOINING or shape in {*_ALONE, Shape.FOOTNOTE, Shape.NOTE}:
        return False
    if unit.shape is Shape.CAPTION and unit.last.text.endswith(("）", ")")):
        return False
    if not layout.is_full(unit.last, line, is_apart=unit.shape in _APART):
        return _continues_list(unit, line, shape)
    if shape is Shape.BRACKETED or (has_open_bracket(unit.end) and shape is not Shape.CAPTION):
        return not is_ended(unit.last.text)
    if _is_whole_name(unit) or not (shape is Shape.TEXT or _by_chance(unit, line, shape, layout)):
        return False
    return _is_no_indent(unit, line, layout)


def _is_whole_name(unit: Unit) -> bool:
    """A speaker's line that happens to reach the right margin."""
    if len(unit.lines) >= FEW:
        return False
    begin = unit.marker.end if unit.marker else 0
    return not unit.has_sentence and is_speaker_line(unit.text[begin:].strip())


def _by_chance(unit: Unit, line: Line, shape: Shape, layout: Layout) -> bool:
    """Whether a wrapped line only happens to look like an item: `2 つ目は、都市インフラ`."""
    if not unit.breaks_off or unit.shape in {Shape.FOOTNOTE, Shape.NOTE}:
        return False
    if shape is Shape.CAPTION:
        return line.text.endswith(("）", ")")) and not layout.is_short(line)
    if shape is not Shape.MARKED:
        return shape in {Shape.DATE, Shape.BRACKETED}
    mark = marker(line.text)
    return mark is not None and mark.rank != BULLET and line.indent <= unit.lines[0].indent


def _is_no_indent(unit: Unit, line: Line, layout: Layout) -> bool:
    """Whether a line begins where the unit's lines do (a list item's may hang to the right)."""
    margin = min(x.indent for x in (unit.lines[1:] or unit.lines)[:FEW])
    if line.gap > layout.gap and is_ended(unit.last.text):
        return False
    if unit.lines[0].indent - line.indent > _DEEPEST_INDENT:
        return False  # that was a centred title, or a date to the right
    if line.indent <= margin:
        finished = is_ended(unit.last.text)
        begins_like_first = line.indent == unit.lines[0].indent and len(unit.lines) == 1
        return not (finished and layout.indented and line.indent > 0 and begins_like_first)
    if unit.shape is not Shape.TEXT and len(unit.lines) == 1:
        return True
    return line.indent - margin <= 1 and not is_ended(unit.last.text)


def _continues_list(unit: Unit, line: Line, shape: Shape) -> bool:
    """Where the margin says nothing, words and brackets tell that a line goes on."""
    if unit.shape is Shape.FOOTNOTE and line.text.startswith(("http", "<http", "＜http")):
        return True
    if shape is Shape.TEXT and line.gap == 0 and line.indent > unit.lines[0].indent:
        is_item = unit.marker is not None and len(unit.lines) < FEW
        if is_item and unit.last.text.endswith(_ASKING):
            return True
    return (
        shape is Shape.TEXT
        and line.gap == 0
        and len(unit.lines) < FEW
        and not unit.has_sentence
        and has_open_bracket(unit.text)
        and not has_open_bracket(unit.text + line.text)
    )
