"""Word documents: paragraphs, headings, lists, tables, footnotes, ruby.

Source characters are the code points of the document's text nodes in order: the body's, then the
footnotes', the endnotes', the headers' and footers'. Elements give each node's part and XPath.
"""

from io import BytesIO

from docx import Document

from pipeline.extract.docx.body import BodyReader
from pipeline.extract.docx.nodes import Nodes
from pipeline.extract.docx.notes import notes_of, running_heads
from pipeline.extract.reflow import reflow
from pipeline.extract.write import write
from pipeline.report import AsideKind, Page, Report

__all__ = ["read_docx"]


def read_docx(data: bytes, report: Report) -> Report:
    """Fill the report from a .docx file."""
    document = Document(BytesIO(data))
    nodes = Nodes()
    nodes.read(document.part)
    notes = notes_of(document.part, nodes)
    heads = running_heads(document, nodes)
    reader = BodyReader(document, nodes, notes)
    report.title = (document.core_properties.title or "").strip()
    report.pages = [Page(number) for number in range(1, reader.pages + 1)]
    report.elements = nodes.elements
    return write(report, nodes.text, [*reflow(reader.lines), *heads], rest=AsideKind.MARKUP)
