"""What a Word document keeps apart from its body: footnotes, endnotes, headers, footers."""

from collections.abc import Iterator
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE as RELATION
from docx.oxml.ns import qn

from pipeline.extract.docx.nodes import Nodes, text_nodes
from pipeline.extract.draft import Removed
from pipeline.report import AsideKind

Notes = dict[tuple[str, str], Any]
"""Footnote and endnote elements by kind (`footnote`, `endnote`) and id."""


def notes_of(part: Any, nodes: Nodes) -> Notes:
    """The footnotes and endnotes, their text numbered."""
    notes: Notes = {}
    for kind, relation in (("footnote", RELATION.FOOTNOTES), ("endnote", RELATION.ENDNOTES)):
        for related in _related(part, relation):
            root = nodes.read(related)
            notes |= {(kind, note.get(qn("w:id"))): note for note in root.iter(qn(f"w:{kind}"))}
    return notes


def running_heads(document: Any, nodes: Nodes) -> list[Removed]:
    """The text of headers and footers, which is no part of the report."""
    removed = []
    for relation in (RELATION.HEADER, RELATION.FOOTER):
        for related in _related(document.part, relation):
            root = nodes.read(related)
            removed += [
                Removed(AsideKind.RUNNING_HEAD, node.text, nodes.start(node))
                for node in text_nodes(root)
            ]
    return removed


def _related(part: Any, relation: str) -> Iterator[Any]:
    return (rel.target_part for rel in part.rels.values() if rel.reltype == relation)
