"""The text nodes of a document's parts, each with its offset and path."""

from collections.abc import Iterator
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import qn

from pipeline.report import Element

TEXT, FIELD_CODE = qn("w:t"), qn("w:instrText")


class Nodes:
    """Numbers the characters of text nodes, part by part."""

    def __init__(self) -> None:
        self.elements: list[Element] = []
        self._parts: list[str] = []
        self._length = 0
        self._starts: dict[Any, int] = {}

    @property
    def text(self) -> str:
        """The text of all nodes read."""
        return "".join(self._parts)

    def read(self, part: Any) -> Any:
        """Number the text nodes of a part; returns its root element."""
        root = part.element if hasattr(part, "element") else parse_xml(part.blob)
        tree = root.getroottree()
        for node in text_nodes(root):
            self._starts[node] = self._length
            path = f"{part.partname}{tree.getpath(node)}"
            self.elements.append(Element(self._length, path))
            self._parts.append(node.text)
            self._length += len(node.text)
        return root

    def start(self, node: Any) -> int:
        """The source offset of a text node's first character."""
        return self._starts[node]


def text_nodes(root: Any) -> Iterator[Any]:
    """The nodes below that hold text, or the code of a field (ruby hides in some)."""
    return (node for node in root.iter(TEXT, FIELD_CODE) if node.text)
