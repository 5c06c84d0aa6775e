"""The body of a Word document to lines."""

import re
from typing import Any

from docx.oxml.ns import qn

from pipeline.extract.docx.fields import FieldReader
from pipeline.extract.docx.nodes import TEXT, Nodes
from pipeline.extract.docx.notes import Notes
from pipeline.extract.docx.styles import Style, Styles
from pipeline.extract.linemaker import LineMaker
from pipeline.extract.reflow.lines import Line
from pipeline.report import BlockKind

_SKIPPED = frozenset(map(qn, ("w:pPr", "w:rPr", "w:del", "w:moveFrom", "w:sectPr", "w:tblPr")))
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_MARK = re.compile(r"[（(\[]?[注※*＊]?[0-9０-９]{1,3}[)）\]]?")
_UNIT = re.compile(r"[0-9０-９mｍ]$")


class BodyReader:
    """Reads paragraphs and tables into lines; footnotes follow the paragraph with their mark."""

    def __init__(self, document: Any, nodes: Nodes, notes: Notes) -> None:
        self._nodes, self._notes = nodes, notes
        self._styles = Styles(document)
        self._maker = LineMaker()
        self._pending: list[tuple[str, Any]] = []  # footnotes whose marks the paragraph has
        self._boxes: list[Any] = []
        self._numbered = 0
        for child in document.element.body:
            self._block(child)

    @property
    def lines(self) -> list[Line]:
        """The lines of the document."""
        return self._maker.lines

    @property
    def pages(self) -> int:
        """How many pages Word saw when it saved the document (1 if it did not say)."""
        return self._maker.page

    def _block(self, element: Any) -> None:
        if element.tag == qn("w:p"):
            self._paragraph(element, self._styles.of(element))
        elif element.tag == qn("w:tbl"):
            self._table(element)
        elif element.tag in {qn("w:sdt"), qn("w:sdtContent"), qn("w:customXml"), qn("w:ins")}:
            for child in element:
                self._block(child)

    def _paragraph(self, paragraph: Any, style: Style) -> None:
        self._maker.gap()
        self._runs(paragraph, style)
        self._maker.end(*style)
        self._notes_and_boxes()

    def _notes_and_boxes(self) -> None:
        pending, self._pending = self._pending, []
        for number, note in pending:
            for paragraph in note.iter(qn("w:p")):
                self._runs(paragraph, Style(BlockKind.FOOTNOTE))
                self._maker.end(BlockKind.FOOTNOTE, number=number)
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            for child in box:
                self._block(child)

    def _runs(self, element: Any, style: Style) -> None:
        fields = FieldReader(self._nodes, self._maker)
        for child in _leaves(element):
            if not fields.takes(child):
                self._inline(child, style)

    def _inline(self, node: Any, style: Style) -> None:
        tag = node.tag
        if tag == TEXT:
            self._text(node)
        elif tag in {qn("w:tab"), qn("w:ptab")}:
            self._maker.add(" ", -1)
        elif tag == qn("w:noBreakHyphen"):
            self._maker.add("-", -1)
        elif tag in {qn("w:br"), qn("w:cr")}:
            self._maker.end(*style)
            if node.get(qn("w:type")) == "page":
                self._maker.page += 1
        elif tag == qn("w:lastRenderedPageBreak"):
            self._maker.page += 1
        elif tag == qn("w:ruby"):
            self._ruby(node)
        elif tag in {qn("w:footnoteReference"), qn("w:endnoteReference")}:
            self._mark(node)
        elif tag == qn("w:txbxContent"):
            self._boxes.append(node)

    def _text(self, node: Any) -> None:
        if not node.text:
            return
        start = self._nodes.start(node)
        run = node.getparent()
        if _is_hidden(run):
            return
        is_raised = _property(run, "w:vertAlign") == "superscript"
        if is_raised and _MARK.fullmatch(node.text) and not _UNIT.search(self._maker.last):
            self._maker.mark(node.text, (start, start + len(node.text)))
        else:
            self._maker.add(node.text, start)

    def _ruby(self, ruby: Any) -> None:
        start = self._maker.length
        for node in ruby.iterfind(f"{qn('w:rubyBase')}//{TEXT}"):
            self._text(node)
        readings = [node for node in ruby.iterfind(f"{qn('w:rt')}//{TEXT}") if node.text]
        if readings:
            first, last = self._nodes.start(readings[0]), self._nodes.start(readings[-1])
            span = (first, last + len(readings[-1].text))
            self._maker.ruby("".join(node.text for node in readings), span, start)

    def _mark(self, reference: Any) -> None:
        """A footnote's mark is no text in the source: Word counts them."""
        kind = "footnote" if reference.tag == qn("w:footnoteReference") else "endnote"
        note = self._notes.get((kind, reference.get(qn("w:id"))))
        if note is None:
            return
        self._numbered += 1
        self._pending.append((str(self._numbered), note))
        here = self._maker.reached
        self._maker.mark(str(self._numbered), (here, here))

    def _table(self, table: Any) -> None:
        rows = [row.findall(qn("w:tc")) for row in table.iterfind(qn("w:tr"))]
        if not any(len(row) > 1 for row in rows):  # a frame round text
            for row in rows:
                for cell in row:
                    for child in cell:
                        self._block(child)
            return
        self._maker.end()
        texts = []
        for row_number, row in enumerate(rows):
            if row_number:
                self._maker.add("\n", -1)
            texts.append(tuple(self._cell(cell, number) for number, cell in enumerate(row)))
        self._maker.end(BlockKind.TABLE, rows=tuple(texts))
        self._notes_and_boxes()

    def _cell(self, cell: Any, number: int) -> str:
        if number:
            self._maker.add("\t", -1)
        start = self._maker.length
        for paragraph in cell.iter(qn("w:p")):
            if self._maker.length > start:
                self._maker.add("\u3000", -1)
            self._runs(paragraph, Style())
        return self._maker.text[start:].strip()


def _leaves(element: Any) -> Any:
    """What stands in a paragraph, in order, inside runs, links, and insertions."""
    for child in element:
        if child.tag == qn("w:txbxContent"):
            yield child
        elif child.tag in _SKIPPED or child.tag == _FALLBACK:
            continue
        elif child.tag == qn("w:ruby") or len(child) == 0:
            yield child
        else:
            yield from _leaves(child)


def _is_hidden(run: Any) -> bool:
    return _property(run, "w:vanish") is not None


def _property(run: Any, name: str) -> str | None:
    """The value of a run's property; None if it has none."""
    properties = run.find(qn("w:rPr"))
    found = properties.find(qn(name)) if properties is not None else None
    return None if found is None else found.get(qn("w:val"), "")
