"""Fields of Word: their codes are no text, but old documents set ruby by one.

`EQ \\* jc2 \\o\\ad(\\s\\up 9(しょ),嶼)` stands for 嶼 with しょ over it.
"""

import re
from typing import Any

from docx.oxml.ns import qn

from pipeline.extract.docx.nodes import FIELD_CODE, Nodes
from pipeline.extract.linemaker import LineMaker

_RUBY = re.compile(
    r"\s*EQ\b.*?\\o\s*(?:\\a[dlcr])?\s*\(\s*\\s\s*\\up\s*[\d.]+\s*\((?P<reading>[^()]*)\)"
    r"\s*[,;]\s*(?P<base>[^()]*)\)",
    re.IGNORECASE,
)


class FieldReader:
    """Follows the fields of a paragraph, and writes the ruby that some of them set."""

    def __init__(self, nodes: Nodes, maker: LineMaker) -> None:
        self._nodes, self._maker = nodes, maker
        self._codes: list[list[Any]] = []  # the code nodes of each open field, outermost first

    def takes(self, node: Any) -> bool:
        """Whether a node belongs to a field's code rather than to the text."""
        if node.tag == qn("w:fldChar"):
            self._step(node.get(qn("w:fldCharType")))
            return True
        if node.tag == FIELD_CODE:
            if self._codes and node.text:
                self._codes[-1].append(node)
            return True
        return False

    def _step(self, kind: str) -> None:
        if kind == "begin":
            self._codes.append([])
        elif kind == "separate" and self._codes:
            self._write_ruby(self._codes[-1])
            self._codes[-1] = []
        elif kind == "end" and self._codes:
            self._write_ruby(self._codes.pop())

    def _write_ruby(self, codes: list[Any]) -> None:
        places = [self._nodes.start(node) + i for node in codes for i in range(len(node.text))]
        match = _RUBY.match("".join(node.text for node in codes))
        if match is None:
            return
        start = self._maker.length
        for place in range(*match.span("base")):
            self._maker.add(match.string[place], places[place])
        first, last = match.span("reading")
        if first < last:
            self._maker.ruby(match["reading"], (places[first], places[last - 1] + 1), start)
