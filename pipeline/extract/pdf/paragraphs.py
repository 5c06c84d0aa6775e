"""Joins the lines of a column into paragraphs: by indents and by how full lines are, not by 。."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median

from pipeline.extract.pdf.columns import Column, Float
from pipeline.extract.pdf.kinds import Style, family, is_heading, is_numbered_heading, is_small
from pipeline.extract.pdf.lines import Line
from pipeline.extract.pdf.mend import is_private
from pipeline.extract.pdf.signs import is_caption, is_note, item_sign, rank
from pipeline.extract.pdf.spaces import is_wide, text_of
from pipeline.report import BlockKind

_OPENING = "「『（〔【〈《［(["
_CLOSING = "、。，．・：；」』）〕】〉》］！？)]"
_PAGE = "0123456789０１２３４５６７８９ivxlcⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹ)）-－"
_ENDS = ("。", "．", "」", "）", "！", "？", ".", "：", ":")


@dataclass(slots=True, eq=False)
class Block:
    """Lines that make a block. `full` tells that its last line reaches the column's edge, and
    `indent` how many ems its first line begins to the right of it. A table has rows of cells of
    paragraphs of lines instead."""

    kind: BlockKind
    lines: list[Line]
    page: int
    indent: float = 0.0
    full: bool = False
    level: int = 0
    rows: list[list[list[list[Line]]]] = field(default_factory=list)

    @property
    def text(self) -> str:
        """What it says."""
        return text_of(self.lines)


@dataclass(frozen=True, slots=True)
class Edges:
    """Where the lines of a column begin and end, and how far they stand apart."""

    left: float
    right: float
    pitch: float


def edges_of(column: Column, em: float) -> Edges:
    """The column's edges: where most of its long lines begin and end."""
    lines = [item for item in column.items if isinstance(item, Line)]
    body = [line for line in lines if abs(line.size - em) < 0.1 * em] or lines
    if not body:
        return Edges(column.x0, column.x1, 1.5 * em)
    left = _edge([line.x0 for line in body], em)
    right = -_edge([-line.x1 for line in body], em)
    gaps = [b.top - a.top for a, b in zip(body, body[1:], strict=False) if b.top > a.top]
    return Edges(left, right, median(gaps) if gaps else 1.6 * em)


def _edge(places: Sequence[float], em: float) -> float:
    """The outermost place at which several lines begin, if it is near the outermost of all: a
    bracket or a full stop may hang out."""
    outermost = min(places)
    need = max(2, len(places) // 8)
    for place in sorted(places):
        if place - outermost > 1.5 * em:
            break
        if sum(abs(other - place) < 0.6 * em for other in places) >= need:
            return place
    return outermost


def blocks_of(column: Column, edges: Edges, style: Style, page: int) -> list[Block]:
    """The blocks of a column from top to bottom."""
    joiner = _Joiner(edges, style, page)
    items = column.items
    for index, item in enumerate(items):
        following = items[index + 1] if index + 1 < len(items) else None
        joiner.add(item, following if isinstance(following, Line) else None)
    return joiner.blocks


def _float_block(item: Float, style: Style, page: int) -> Block:
    rows = [[_paragraphs(cell, style, page) for cell in row] for row in item.rows]
    return Block(item.kind, item.lines, page, rows=rows)


def _paragraphs(lines: list[Line], style: Style, page: int) -> list[list[Line]]:
    """The paragraphs of a cell; a few lines set one below the other's middle are one."""
    if not lines:
        return []
    em = median(line.size for line in lines)
    middles = [(line.x0 + line.x1) / 2 for line in lines]
    if len(lines) <= 3 and max(middles) - min(middles) < 0.5 * em:
        return [lines]
    column = Column(list(lines))
    return [block.lines for block in blocks_of(column, edges_of(column, em), style, page)]


class _Joiner:
    """Adds line after line to the last block, or begins a new one."""

    def __init__(self, edges: Edges, style: Style, page: int) -> None:
        self.blocks: list[Block] = []
        self._edges = edges
        self._style = style
        self._page = page
        self._figure: Float | None = None

    def _below_figure(self, line: Line, last: Block | None) -> bool:
        """Whether the line stands right below a figure, in other type than the body."""
        figure = self._figure
        if figure is None or last is None:
            return False
        if last.kind is not BlockKind.CHART:
            below = last.kind is BlockKind.CAPTION
            return below and abs(line.size - last.lines[-1].size) < 0.1 and is_small(line, self._style)
        inside = line.x0 > figure.x0 - line.size and line.x1 < figure.x1 + line.size
        near = line.top - figure.bottom < 2.5 * line.size
        return inside and near and is_small(line, self._style)

    def add(self, item: Line | Float, following: Line | None) -> None:
        if isinstance(item, Float):
            self.blocks.append(_float_block(item, self._style, self._page))
            self._figure = item if item.kind is BlockKind.CHART else None
            return
        last = self.blocks[-1] if self.blocks else None
        kind = self._kind(item)
        if kind in (BlockKind.PARAGRAPH, BlockKind.HEADING) and self._below_figure(item, last):
            kind = BlockKind.CAPTION
        if last is not None and self._continues(last, item, kind, following):
            last.lines.append(item)
        else:
            indent = (item.x0 - self._edges.left) / item.size
            last = Block(kind, [item], self._page, indent)
            self.blocks.append(last)
        last.full = self._room(item) < 1.6 * item.size

    def _kind(self, line: Line) -> BlockKind:
        text = text_of([line])
        if is_caption(text):
            return BlockKind.CAPTION
        if is_note(text):
            return BlockKind.NOTE
        if is_heading(line, self._style) or (
            is_numbered_heading(text) and self._room(line) > 2 * line.size
        ):
            return BlockKind.HEADING
        if item_sign(text) or is_private(line.glyphs[0].char):
            return BlockKind.LIST_ITEM
        return BlockKind.PARAGRAPH

    def _room(self, line: Line) -> float:
        """How much white is left at the line's end."""
        return self._edges.right - line.x1

    def _continues(self, last: Block, line: Line, kind: BlockKind, following: Line | None) -> bool:
        if not last.lines or last.kind is BlockKind.CHART:
            return False
        if self._is_entry(last.lines[-1]):
            return False
        before = last.lines[-1]
        far = max(1.6 * self._edges.pitch, 1.2 * before.size)
        if kind is BlockKind.HEADING:
            far = max(far, 2.1 * before.size)
        if line.top - before.top > far:
            return False
        if kind is BlockKind.LIST_ITEM and self._in_sentence(last, before, line):
            return True
        if (kind is BlockKind.HEADING) != (last.kind is BlockKind.HEADING):
            return False
        if kind is BlockKind.HEADING:
            return self._wraps(before, line)
        if kind is BlockKind.CAPTION and self._figure is not None:
            return last.kind is BlockKind.CAPTION and not is_caption(text_of([line]))
        if kind is not BlockKind.PARAGRAPH:
            return False
        if abs(before.size - line.size) > 0.15 * before.size:
            return False
        if last.kind in (BlockKind.NOTE, BlockKind.CAPTION) and self._hangs(last, line):
            return True
        if not self._fills(before, line):
            return False
        return not self._indented(last, before, line, following)

    @staticmethod
    def _is_entry(line: Line) -> bool:
        """Whether the line is an entry of a table of contents, dots and page number and all."""
        return "\t" in text_of([line]) and line.glyphs[-1].char in _PAGE

    def _in_sentence(self, last: Block, before: Line, line: Line) -> bool:
        """Whether what looks like an item's sign (（1）, ア、) only happens to begin the line."""
        first = last.lines[0]
        if not self._fills(before, line) or self._ends(before):
            return False
        if abs(before.size - line.size) > 0.15 * before.size:
            return False
        if len(last.lines) > 1:
            return abs(starts(line) - starts(before)) < 0.3 * line.size
        if last.kind is BlockKind.LIST_ITEM:
            return starts(line) > starts(first) + 0.6 * line.size
        return abs(line.x0 - self._edges.left) < 0.3 * line.size

    @staticmethod
    def _hangs(last: Block, line: Line) -> bool:
        """Whether the line stands below the words after a sign: 資料：, 図１."""
        return line.x0 > last.lines[0].x0 + 0.6 * line.size

    def _wraps(self, before: Line, line: Line) -> bool:
        """A heading goes on in the same type, without a number of its own."""
        same = abs(before.size - line.size) < 0.06 * before.size
        return same and family(before.font) == family(line.font) and rank(text_of([line])) is None

    def _fills(self, before: Line, line: Line) -> bool:
        """Whether the line before had no room for what the next one begins with."""
        if self._room(before) < first_unit(line) + 0.35 * line.size:
            return True
        flush = abs(before.x1 - line.x1) < 0.6 * line.size and before.width > 10 * line.size
        return flush and not text_of([before]).endswith(_ENDS)

    def _indented(
        self, last: Block, before: Line, line: Line, following: Line | None
    ) -> bool:
        """Whether the line's indent begins a new paragraph."""
        first = last.lines[0]
        step = (starts(line) - starts(before)) / line.size
        if len(last.lines) > 1:
            return abs(step) > 0.6 and not (step < 0 and abs(step) < 0.6)
        if step < -0.6:  # the second line begins left of the first: an indented paragraph
            return False
        if step < 0.6:
            return self._ends(before) and last.indent > 0.6 and last.kind is BlockKind.PARAGRAPH
        if last.kind in (BlockKind.LIST_ITEM, BlockKind.NOTE, BlockKind.CAPTION):
            return False
        hanging = following is not None and abs(starts(following) - starts(line)) < 0.3 * line.size
        return not hanging or self._ends(before)

    @staticmethod
    def _ends(line: Line) -> bool:
        return text_of([line]).endswith(_ENDS)


def starts(line: Line) -> float:
    """Where the line begins; an opening bracket may hang out, or be set without its white."""
    glyph = line.glyphs[0]
    return line.x0 if glyph.char not in _OPENING else line.x0


def first_unit(line: Line) -> float:
    """The width of what must stay together at the line's start: a word, 「と, い。."""
    glyphs = line.glyphs
    end = 1
    while end < len(glyphs) and (
        glyphs[end].char in _CLOSING
        or glyphs[end - 1].char in _OPENING
        or not (is_wide(glyphs[end - 1].char) or is_wide(glyphs[end].char))
        and glyphs[end - 1].space < 0
    ):
        end += 1
    return glyphs[end - 1].x1 - glyphs[0].x0
