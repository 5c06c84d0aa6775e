"""A page's elements to lines: what its markup says is a heading, a list item, a table …"""

import re
from typing import NamedTuple

from pipeline.extract.html.chaff import is_around, is_chaff
from pipeline.extract.html.tables import cells_of, is_table
from pipeline.extract.html.tree import BLOCKS, Node, Text
from pipeline.extract.linemaker import LineMaker
from pipeline.extract.reflow.lines import Line
from pipeline.report import BlockKind, Element

_HEADING = re.compile(r"h([1-6])")
_KINDS = {"li": BlockKind.LIST_ITEM, "figcaption": BlockKind.CAPTION}
_NOTES = re.compile(
    r"(?:^|[\s_-])(?:foot-?notes?|fn|endnotes?|chushaku|kyakuchu)(?:$|[\s_\-\d])", re.I
)
_MARK = re.compile(r"\s*[（(［\[]?(?:注釈?|※|\*|＊|†)?\s*[0-9０-９]{0,3}[)）\]］]?\s*")
_UNIT = re.compile(r"[0-9０-９mｍ]$")
_BREAKS = re.compile(r"[ \t\r\f]*[\n\t\r\f][ \t\r\n\f]*")


class _Context(NamedTuple):
    """What the elements around say of the text in them."""

    kind: BlockKind | None = None
    level: int = 0
    number: str = ""
    is_verbatim: bool = False


class LineReader:
    """Reads a report's element into lines, and where each element's text begins."""

    def __init__(self, report: Node) -> None:
        self._maker = LineMaker()
        self._is_whole_page = report.tag in {"body", "#document"}
        self.elements: list[Element] = []
        self._visit(report, _Context())
        self._maker.end()

    @property
    def lines(self) -> list[Line]:
        """The lines of the report."""
        return self._maker.lines

    def _visit(self, node: Node, around: _Context) -> None:
        context = self._context(node, around)
        is_block = node.tag in BLOCKS
        if is_block:
            self._end(around)
            self._maker.gap()
        self._inside(node, context)
        if is_block:
            self._end(context)

    def _inside(self, node: Node, context: _Context) -> None:
        for child in node.children:
            if isinstance(child, Text):
                self._add(child, node, context)
            else:
                self._child(child, context)

    def _child(self, node: Node, context: _Context) -> None:
        if is_chaff(node) or (self._is_whole_page and is_around(node)):
            return
        if node.tag == "br":
            self._end(context)
        elif node.tag == "ruby":
            self._ruby(node)
        elif node.tag == "table" and is_table(node):
            self._table(node)
        elif self._is_mark(node):
            first, last = _span(node)
            self._maker.mark(node.text.strip(), (first, last))
            self._note_element(node, first)
        elif node.tag == "dl":
            self._end(context)
            self._fields(node, context)
        else:
            self._visit(node, context)

    def _context(self, node: Node, around: _Context) -> _Context:
        heading = _HEADING.fullmatch(node.tag)
        if heading:
            return _Context(BlockKind.HEADING, int(heading[1]))
        if _NOTES.search(node.names) and node.tag not in {"sup", "a"}:
            return around._replace(kind=BlockKind.FOOTNOTE)
        if around.kind is BlockKind.FOOTNOTE and node.tag == "li":
            return around._replace(number=_place_in_list(node))
        if node.tag in _KINDS and around.kind is not BlockKind.FOOTNOTE:
            return around._replace(kind=_KINDS[node.tag])
        return around._replace(is_verbatim=around.is_verbatim or node.tag == "pre")

    def _end(self, context: _Context) -> None:
        self._maker.end(context.kind, context.level, context.number)

    def _add(self, text: Text, node: Node, context: _Context) -> None:
        if text.text.strip():
            self._note_element(node, text.start)
        if text.length != len(text.text):  # a character reference
            self._maker.add(text.text, text.start)
            return
        at = 0
        for match in _BREAKS.finditer(text.text):
            self._maker.add(text.text[at : match.start()], text.start + at)
            if context.is_verbatim:
                self._end(context)
            else:
                self._maker.soft_space(text.start + match.start())
            at = match.end()
        self._maker.add(text.text[at:], text.start + at)

    def _note_element(self, node: Node, start: int) -> None:
        if not self.elements or self.elements[-1].path != node.path:
            self.elements.append(Element(start, node.path))

    def _ruby(self, ruby: Node) -> None:
        start = self._maker.length
        for child in ruby.children:
            if isinstance(child, Text):
                self._add(child, ruby, _Context())
            elif child.tag in {"rt", "rtc"}:
                if child.text.strip():
                    first, last = _span(child)
                    self._note_element(child, first)
                    self._maker.ruby(child.text.strip(), (first, last), start)
                start = self._maker.length
            elif child.tag != "rp":
                self._visit(child, _Context())

    def _is_mark(self, node: Node) -> bool:
        """Whether an element is a footnote's mark rather than the 2 of m²."""
        is_link = node.tag == "a" and node.attributes.get("href", "").startswith("#")
        if node.tag != "sup" and not is_link:
            return False
        if not node.text.strip() or not _MARK.fullmatch(node.text):
            return False
        has_link = any(below.tag == "a" for below in node.walk())
        return has_link or _UNIT.search(self._maker.last) is None

    def _fields(self, dl: Node, context: _Context) -> None:
        """A list of terms: `日時` and what it was become one line, as minutes write it."""
        for node in dl.children:
            if not isinstance(node, Node) or is_chaff(node):
                continue
            if node.tag == "dt":
                self._end(context)
                self._inside(node, context)
                if self._maker.length and self._maker.last not in "：:":
                    self._maker.add("：", -1)
            elif node.tag == "dd" and not any(n.tag in BLOCKS for n in list(node.walk())[1:]):
                self._inside(node, context)
                self._maker.end(BlockKind.FIELD)
            else:
                self._visit(node, context)

    def _table(self, table: Node) -> None:
        self._maker.end()
        for caption in table.children:
            if isinstance(caption, Node) and caption.tag == "caption":
                self._inside(caption, _Context())
                self._maker.end(BlockKind.CAPTION)
        rows = cells_of(table)
        texts: list[tuple[str, ...]] = []
        for row_number, row in enumerate(rows):
            if row_number:
                self._maker.add("\n", -1)
            texts.append(tuple(self._cell(cell, number) for number, cell in enumerate(row)))
        self._maker.end(BlockKind.TABLE, rows=tuple(texts))

    def _cell(self, cell: Node, number: int) -> str:
        """Write a cell into the line; returns its text."""
        inner = LineReader(cell)
        if number:
            self._maker.add("\t", -1)
        for place, line in enumerate(inner.lines):
            if place:
                self._maker.add("\u3000", -1)
            start = self._maker.length
            for text, source in line.pieces:
                self._maker.add(text, source)
            self._maker.take(line.beside, start)
        self.elements.extend(inner.elements)
        return "\u3000".join(line.text for line in inner.lines)


def _span(node: Node) -> tuple[int, int]:
    """Where the text of an element begins and ends in the source."""
    texts = [c for n in node.walk() for c in n.children if isinstance(c, Text)]
    return texts[0].start, texts[-1].start + texts[-1].length


def _place_in_list(item: Node) -> str:
    if item.parent is None or item.parent.tag != "ol":
        return ""
    items = [c for c in item.parent.children if isinstance(c, Node) and c.tag == "li"]
    start = item.parent.attributes.get("start", "1")
    return str(items.index(item) + (int(start) if start.isdecimal() else 1))
