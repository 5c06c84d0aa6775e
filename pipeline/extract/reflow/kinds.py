"""What each unit is: heading, paragraph, list item, speaker …"""

from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise

from pipeline.extract.reflow.layout import Layout
from pipeline.extract.reflow.markers import BULLET
from pipeline.extract.reflow.outline import Outline
from pipeline.extract.reflow.speakers import is_speaker_line
from pipeline.extract.reflow.units import HEADING_COLUMNS, SET_ASIDE, Shape, Unit
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
_OPEN_ENDS = tuple("、，をにはが")  # それでは、理事に (and a list follows)
_ADDRESSEES = ("殿", "様", "御中", "宛て")
_LONG_RUN = 6  # more short lines than a title and headings take
_LIST_INDENT = 4  # columns from which a short line is one of a list


def name_kinds(units: Sequence[Unit], layout: Layout) -> Iterable[tuple[Unit, BlockKind, int]]:
    """Each unit with its kind, and its level if it is a heading."""
    outline = Outline()
    spoken = [unit for unit in units if unit.shape not in SET_ASIDE]
    following = {id(a): b for a, b in pairwise(spoken)}
    listed = _lists(spoken)
    is_marked_up = sum(line.level > 0 for unit in units for line in unit.lines) > 1
    before: tuple[BlockKind, Unit] | None = None
    for unit in units:
        if unit.shape in SET_ASIDE:
            yield unit, BlockKind.PARAGRAPH, 0
            continue
        kind = unit.lines[0].kind or _PLAIN.get(unit.shape)
        if kind is None and (id(unit) in listed or _is_next_item(unit, before)):
            kind = BlockKind.LIST_ITEM
        kind = kind or _kind(unit, following.get(id(unit)), layout)
        if is_marked_up and kind is BlockKind.HEADING and not _has_own_mark(unit):
            kind = BlockKind.PARAGRAPH  # the page says by itself what its headings are
        is_stacked = before is None or before[0] is kind
        level = outline.level(unit, is_stacked) if kind is BlockKind.HEADING else 0
        yield unit, kind, level
        before = kind, unit


def _has_own_mark(unit: Unit) -> bool:
    return unit.marker is not None or unit.lines[0].level > 0


def _lists(spoken: Sequence[Unit]) -> set[int]:
    """The units of long runs of short lines without marks: names of a chart, of a list."""
    listed: set[int] = set()
    for is_label, run in groupby(spoken, lambda unit: unit.is_label):
        units = list(run)
        if is_label and len(units) >= _LONG_RUN:
            listed |= {id(unit) for unit in units}
    return listed


def _is_next_item(unit: Unit, before: tuple[BlockKind, Unit] | None) -> bool:
    """Whether a short item follows one of its list: `イ　国際交流協会` after `ア　市町村`."""
    if before is None or before[0] is not BlockKind.LIST_ITEM or unit.marker is None:
        return False
    last = before[1].marker
    is_same = last is not None and last.rank == unit.marker.rank
    return is_same and not before[1].is_prose


def _kind(unit: Unit, after: Unit | None, layout: Layout) -> BlockKind:
    if unit.shape is Shape.MARKED:
        return _kind_of_marked(unit, after)
    if unit.is_prose or unit.last.text.endswith(_OPEN_ENDS + _ADDRESSEES):
        return BlockKind.PARAGRAPH
    if unit.width > HEADING_COLUMNS:
        return BlockKind.PARAGRAPH if unit.breaks_off else BlockKind.CAPTION
    if is_speaker_line(unit.text):
        is_told = after is not None and after.is_prose and after.shape is Shape.TEXT
        return BlockKind.SPEAKER if is_told else BlockKind.LIST_ITEM
    if unit.lines[0].indent >= _LIST_INDENT and not layout.is_centred(unit.lines[0]):
        return BlockKind.LIST_ITEM
    return BlockKind.HEADING if after is not None else BlockKind.PARAGRAPH


def _kind_of_marked(unit: Unit, after: Unit | None) -> BlockKind:
    mark = unit.marker
    assert mark is not None  # that is what made it marked
    if unit.is_prose or unit.width > HEADING_COLUMNS or mark.rank == BULLET or after is None:
        return BlockKind.LIST_ITEM
    if after.is_prose and is_speaker_line(unit.text[mark.end :].strip()):
        return BlockKind.SPEAKER
    is_sibling = after.marker is not None and after.marker.rank == mark.rank
    return BlockKind.LIST_ITEM if is_sibling else BlockKind.HEADING
