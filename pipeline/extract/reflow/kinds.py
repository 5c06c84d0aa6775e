"""What each unit is: heading, paragraph, list item, speaker …"""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from pipeline.extract.reflow.markers import BULLET
from pipeline.extract.reflow.outline import Outline
from pipeline.extract.reflow.speakers import is_speaker_line
from pipeline.extract.reflow.units import SET_ASIDE, Shape, Unit
from pipeline.report import BlockKind

_PLAIN = {
    Shape.FIELD: BlockKind.FIELD,
    Shape.DATE: BlockKind.FIELD,
    Shape.ROSTER: BlockKind.LIST_ITEM,
    Shape.FOOTNOTE: BlockKind.FOOTNOTE,
    Shape.CAPTION: BlockKind.CAPTION,
    Shape.NOTE: BlockKind.NOTE,
    Shape.BRACKETED: BlockKind.PARAGRAPH,
}
_HEADING_COLUMNS = 100
_OPEN_ENDS = "、，をにはが"  # それでは、理事に (and a list follows)
_LIST_INDENT = 4  # columns from which a short line is one of a list


def name_kinds(units: Sequence[Unit]) -> Iterable[tuple[Unit, BlockKind, int]]:
    """Each unit with its kind, and its level if it is a heading."""
    outline = Outline()
    spoken = [unit for unit in units if unit.shape not in SET_ASIDE]
    following = {id(a): b for a, b in pairwise(spoken)}
    before: BlockKind | None = None
    for unit in units:
        if unit.shape in SET_ASIDE:
            yield unit, BlockKind.PARAGRAPH, 0
            continue
        kind = unit.lines[0].kind or _PLAIN.get(unit.shape) or _kind(unit, following.get(id(unit)))
        is_heading = kind is BlockKind.HEADING
        level = outline.level(unit, before in {None, kind}) if is_heading else 0
        yield unit, kind, level
        before = kind


def _kind(unit: Unit, after: Unit | None) -> BlockKind:
    if unit.shape is Shape.MARKED:
        return _kind_of_marked(unit, after)
    if unit.is_prose or unit.text[-1] in _OPEN_ENDS:
        return BlockKind.PARAGRAPH
    if unit.width > _HEADING_COLUMNS:
        return BlockKind.PARAGRAPH if unit.breaks_off else BlockKind.CAPTION
    if after is not None and after.is_prose and is_speaker_line(unit.text):
        return BlockKind.SPEAKER
    if unit.lines[0].indent >= _LIST_INDENT:
        return BlockKind.LIST_ITEM
    return BlockKind.HEADING if after is not None else BlockKind.CAPTION


def _kind_of_marked(unit: Unit, after: Unit | None) -> BlockKind:
    mark = unit.marker
    assert mark is not None  # that is what made it marked
    if unit.is_prose or unit.width > _HEADING_COLUMNS or mark.rank == BULLET or after is None:
        return BlockKind.LIST_ITEM
    if after.is_prose and is_speaker_line(unit.text[mark.end :].strip()):
        return BlockKind.SPEAKER
    is_sibling = after.marker is not None and after.marker.rank == mark.rank
    return BlockKind.LIST_ITEM if is_sibling else BlockKind.HEADING
