"""Joins the lines of a column into paragraphs: by indents and by how full lines are, not by 。."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median

from pipeline.extract.pdf.cells import begins_entry, entries
from pipeline.extract.pdf.columns import Column, Float, Item
from pipeline.extract.pdf.edges import Edges, edges_of
from pipeline.extract.pdf.frame import Rect
from pipeline.extract.pdf.kinds import Style, family, is_bracketed, is_heading, is_numbered_heading
from pipeline.extract.pdf.linebreaks import first_unit, is_sparse, white
from pipeline.extract.pdf.lines import Line
from pipeline.extract.pdf.mend import is_private
from pipeline.extract.pdf.signs import is_caption, is_note, item_sign, rank
from pipeline.extract.pdf.spaces import text_of
from pipeline.report import BlockKind

# The first line of a paragraph is indented by no more ems than this.
_DEEPEST_INDENT = 2.2
# White inside a line (ems) that parts words.
_WORDS = 2.0
_BRACKETS = ("【", "［", "〔", "〈", "＜", "[")
_CLOSING = (
    "、。，．・：；」』）〕】〉》］！？)]ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ々ゝゞヽヾ"
)
# White, and a page number at the end of the line.
_PAGE = re.compile("[\t\u3000][0-9０-９ivxlcⅰ-ⅹ]{1,4}[)）－-]?$")
_ENDS = ("。", "．", "」", "）", "！", "？", ".", "：", ":")


@dataclass(slots=True, eq=False)
class Block:
    """Lines that make a block. `full` tells that its last line reaches the column's edge, and
    `indent` how many ems its first line begins to the right of it. A table has rows of cells of
    paragraphs of lines instead, and the cells' boxes where rules tell them."""

    kind: BlockKind
    lines: list[Line]
    page: int
    indent: float = 0.0
    full: bool = False
    rows: list[list[list[list[Line]]]] = field(default_factory=list)
    boxes: list[list[Rect | None]] = field(default_factory=list)

    @property
    def text(self) -> str:
        """What it says."""
        return text_of(self.lines)


def blocks_of(items: Sequence[Item], edges: Edges, style: Style, page: int) -> list[Block]:
    """The blocks of a column's items from top to bottom."""
    joiner = _Joiner(edges, style, page)
    for index, item in enumerate(items):
        following = items[index + 1] if index + 1 < len(items) else None
        joiner.add(item, following if isinstance(following, Line) else None)
    return joiner.blocks


def _float_blocks(item: Float, style: Style, page: int) -> list[Block]:
    """A table or the labels of a figure, and the caption below it."""
    boxes = item.boxes or [[None] * len(row) for row in item.rows]
    rows = [
        [
            [part for p in _paragraphs(cell, style, page, box) for part in entries(p)]
            for cell, box in zip(row, sides, strict=True)
        ]
        for row, sides in zip(item.rows, boxes, strict=True)
    ]
    found = [Block(item.kind, item.lines, page, rows=rows, boxes=item.boxes)]
    if item.caption:
        found.append(Block(BlockKind.CAPTION, item.caption, page))
    return found


def _paragraphs(lines: list[Line], style: Style, page: int, box: Rect | None) -> list[list[Line]]:
    """The paragraphs of a cell; a few lines set one below the other's middle are one, if they do
    not begin at the cell's edge and leave room at its other one."""
    if not lines:
        return []
    em = median(line.size for line in lines)
    edges = edges_of(Column(list(lines)), em, frame=box)
    middles = [(line.x0 + line.x1) / 2 for line in lines]
    centred = edges.right - max(line.x1 for line in lines) < 1.6 * em
    if len(lines) <= 3 and max(middles) - min(middles) < 0.5 * em and centred:
        return [lines]
    return [block.lines for block in blocks_of(lines, edges, style, page)]


class _Joiner:
    """Adds line after line to the last block, or begins a new one."""

    def __init__(self, edges: Edges, style: Style, page: int) -> None:
        self.blocks: list[Block] = []
        self._edges = edges
        self._style = style
        self._page = page

    def add(self, item: Line | Float, following: Line | None) -> None:
        if isinstance(item, Float):
            self.blocks.extend(_float_blocks(item, self._style, self._page))
            return
        last = self.blocks[-1] if self.blocks else None
        kind = self._kind(item)
        if last is not None and self._continues(last, item, kind, following):
            last.lines.append(item)
        else:
            indent = (item.x0 - self._edges.left) / item.size
            last = Block(kind, [item], self._page, indent)
            self.blocks.append(last)
        last.full = (
            self._room(item) < 1.6 * item.size
            and not self._is_set_off(last.lines[0], item)
            and not is_sparse(item)
        )

    def _kind(self, line: Line) -> BlockKind:
        text = text_of([line])
        if is_caption(text):
            return BlockKind.CAPTION
        if is_note(text):
            return BlockKind.NOTE
        if (
            is_bracketed(text)
            or is_heading(line, text, self._style)
            or (is_numbered_heading(line, text, self._style) and self._room(line) > 2 * line.size)
        ):
            return BlockKind.HEADING
        if item_sign(text) or line.bulleted or is_private(line.glyphs[0].char):
            return BlockKind.LIST_ITEM
        return BlockKind.PARAGRAPH

    def _room(self, line: Line) -> float:
        """How much white is left at the line's end: up to the edge, or to a picture before it."""
        right = self._edges.right_of(line.size)
        for box in self._edges.beside:
            if box.top < line.bottom and box.bottom > line.top and line.x1 < box.x0 < right:
                right = box.x0 - line.size
        return right - line.x1

    def _continues(self, last: Block, line: Line, kind: BlockKind, following: Line | None) -> bool:
        if not last.lines or last.kind is BlockKind.CHART or self._is_entry(last.lines[-1]):
            return False
        before = last.lines[-1]
        if line.top - before.top > self._reach(before, kind):
            return False
        if BlockKind.HEADING in (kind, last.kind):
            same = last.kind in (kind, BlockKind.CAPTION)
            return same and self._wraps(before, line)
        if abs(before.size - line.size) > 0.15 * before.size or begins_entry(last.lines, line):
            return False
        if kind is BlockKind.LIST_ITEM:
            return self._in_sentence(last, before, line)
        return kind is BlockKind.PARAGRAPH and self._goes_on(last, before, line, following)

    def _goes_on(self, last: Block, before: Line, line: Line, following: Line | None) -> bool:
        """Whether running text goes on in the line."""
        if last.kind in (BlockKind.NOTE, BlockKind.CAPTION) and self._hangs(last, line):
            return not self._is_set_off(line)
        return self._fills(last.lines[0], before, line) and not self._indented(
            last, before, line, following
        )

    def _reach(self, before: Line, kind: BlockKind) -> float:
        """How far below a line the next one of its block can stand."""
        far = max(1.6 * self._edges.pitch, 1.2 * before.size)
        if kind is not BlockKind.HEADING:
            return far
        # Large type takes two lines of the grid.
        wide = before.x0 - self._edges.left + self._room(before) < 2.5 * before.size
        return max(far, 2.1 * before.size, 2.1 * self._edges.pitch if wide else 0.0)

    @staticmethod
    def _is_entry(line: Line) -> bool:
        """Whether the line is an entry of a table of contents, with dots or white and a number."""
        return _PAGE.search(text_of([line])) is not None

    def _in_sentence(self, last: Block, before: Line, line: Line) -> bool:
        """Whether what looks like an item's sign (（1）, ア、) only happens to begin the line."""
        if not self._fills(last.lines[0], before, line) or self._ends(before):
            return False
        if len(last.lines) > 1:
            return abs(line.x0 - before.x0) < 0.3 * line.size
        if last.kind is BlockKind.LIST_ITEM:
            return line.x0 > before.x0 + 0.6 * line.size
        flush = abs(line.x0 - self._edges.left) < 0.3 * line.size
        return flush and before.x0 - line.x0 < _DEEPEST_INDENT * line.size

    @staticmethod
    def _hangs(last: Block, line: Line) -> bool:
        """Whether the line stands below the words after a sign: 資料：, 図１."""
        return line.x0 > last.lines[0].x0 + 0.6 * line.size

    def _wraps(self, before: Line, line: Line) -> bool:
        """A heading goes on in the same type, without a number or brackets of its own."""
        text = text_of([line])
        if rank(text) is not None or text.startswith(_BRACKETS) or item_sign(text):
            return False
        same = abs(before.size - line.size) < 0.06 * before.size
        return same and family(before.font) == family(line.font)

    def _fills(self, first: Line, before: Line, line: Line) -> bool:
        """Whether the line before had no room for what the next one begins with."""
        if self._is_set_off(before, first):
            return False
        if self._room(before) < first_unit(line) + 0.35 * line.size:
            return True
        flush = any(
            other is not before and abs(before.x1 - other.x1) < 0.6 * line.size
            for other in (first, line)
        )
        half = 0.5 * (self._edges.right - self._edges.left)
        whole = before.width > max(10 * line.size, half) and white(before) < _WORDS
        return flush and whole and not self._ends(before)

    def _is_set_off(self, *lines: Line) -> bool:
        """Whether the lines are set to the right, or in the middle."""
        far = self._edges.left + 0.3 * (self._edges.right - self._edges.left)
        return min(line.x0 for line in lines) > far

    def _indented(self, last: Block, before: Line, line: Line, following: Line | None) -> bool:
        """Whether the line's indent begins a new paragraph."""
        step = (line.x0 - before.x0) / line.size
        if len(last.lines) > 1:
            return abs(step) > 0.6
        if step < -0.6:  # the second line begins left of the first: an indented paragraph
            return step < -_DEEPEST_INDENT
        if step < 0.6:
            if last.kind is BlockKind.PARAGRAPH and self._outdents(line, following):
                return True  # both this line and the one before are first lines
            return self._ends(before) and last.indent > 0.6 and last.kind is BlockKind.PARAGRAPH
        if last.kind in (BlockKind.LIST_ITEM, BlockKind.NOTE, BlockKind.CAPTION):
            return False
        hanging = following is None or abs(following.x0 - line.x0) < 0.3 * line.size
        in_sentence = before.width > 10 * line.size  # the next item may be what follows
        return self._ends(before) or not (hanging or in_sentence)

    def _outdents(self, line: Line, following: Line | None) -> bool:
        """Whether running text goes on to the left of where the line begins."""
        if following is None:
            return False
        outdent = (line.x0 - following.x0) / line.size
        return (
            0.6 < outdent < 2.6
            and self._kind(following) is BlockKind.PARAGRAPH
            and self._room(line) < first_unit(following) + 0.35 * line.size
        )

    @staticmethod
    def _ends(line: Line) -> bool:
        return text_of([line]).endswith(_ENDS)
