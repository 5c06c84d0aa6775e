"""A page's elements with their places in the source, which the well-known parsers do not keep."""

from __future__ import annotations

import html
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
     "track", "wbr")
)  # fmt: skip
BLOCKS = frozenset(
    ("address", "article", "aside", "blockquote", "center", "dd", "details", "div", "dl", "dt",
     "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
     "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table", "ul")
)  # fmt: skip
_DEEPEST = 200  # elements that pages leave open (old ones do <font>) pile up no further
# What a start tag closes, and where the search for it stops.
_CLOSES = {
    "li": (("li",), ("ul", "ol")),
    "dt": (("dt", "dd"), ("dl",)),
    "dd": (("dt", "dd"), ("dl",)),
    "td": (("td", "th"), ("tr", "table")),
    "th": (("td", "th"), ("tr", "table")),
    "tr": (("tr",), ("table",)),
    "tbody": (("thead", "tbody", "tfoot"), ("table",)),
    "tfoot": (("thead", "tbody", "tfoot"), ("table",)),
    "rt": (("rt", "rp", "rb"), ("ruby",)),
    "rp": (("rt", "rp", "rb"), ("ruby",)),
    "option": (("option",), ("select",)),
}


@dataclass(slots=True)
class Text:
    """Characters as they read, and the source offset of the first; `length` in the source."""

    text: str
    start: int
    length: int


@dataclass(slots=True)
class Node:
    """An element; `path` is its XPath, such as `/html[1]/body[1]/p[3]`."""

    tag: str
    attributes: dict[str, str]
    path: str
    parent: Node | None = None
    children: list[Node | Text] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)

    def walk(self) -> Iterator[Node]:
        """This element and all below it, in order."""
        yield self
        for child in self.children:
            if isinstance(child, Node):
                yield from child.walk()

    @property
    def text(self) -> str:
        """All text below, joined."""
        return "".join(c.text for c in self.children)

    @property
    def names(self) -> str:
        """Its id, classes and role, which tell navigation from text."""
        return " ".join(self.attributes.get(key, "") for key in ("id", "class", "role"))


def parse(source: str) -> Node:
    """The tree of a page, as forgiving as browsers are; the root has the tag `#document`."""
    parser = _TreeParser(source)
    parser.feed(source)
    parser.close()
    return parser.root


class _TreeParser(HTMLParser):
    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=False)
        self.root = Node("#document", {}, "")
        self._source = source
        self._open = [self.root]
        self._line_starts = [0]
        self._line_starts += [i + 1 for i, char in enumerate(source) if char == "\n"]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._close_implied(tag)
        parent = self._open[-1]
        number = parent.counts[tag] = parent.counts.get(tag, 0) + 1
        attributes = {name: value or "" for name, value in attrs}
        node = Node(tag, attributes, f"{parent.path}/{tag}[{number}]", parent)
        parent.children.append(node)
        if tag not in _VOID and len(self._open) < _DEEPEST:
            self._open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID and tag not in BLOCKS:  # browsers ignore the slash of <div/>
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        for depth in range(len(self._open) - 1, 0, -1):
            if self._open[depth].tag == tag:
                del self._open[depth:]
                return
            if self._open[depth].tag in {"td", "th", "table"} and tag not in {"tr", "table"}:
                return  # a stray end tag in a cell closes nothing outside

    def handle_data(self, data: str) -> None:
        self._append(data, len(data))

    def handle_entityref(self, name: str) -> None:
        self._reference(f"&{name}")

    def handle_charref(self, name: str) -> None:
        self._reference(f"&#{name}")

    def _reference(self, written: str) -> None:
        start = self._offset()
        end = start + len(written)
        written += ";" if self._source[end : end + 1] == ";" else ""
        self._append(html.unescape(written), len(written))

    def _append(self, text: str, length: int) -> None:
        self._open[-1].children.append(Text(text, self._offset(), length))

    def _offset(self) -> int:
        line, column = self.getpos()
        return self._line_starts[line - 1] + column

    def _close_implied(self, tag: str) -> None:
        if tag in BLOCKS:
            self._close(("p",), ("td", "th", "div", "li", "dd", "section", "article"))
        if tag in _CLOSES:
            self._close(*_CLOSES[tag])

    def _close(self, tags: tuple[str, ...], until: tuple[str, ...]) -> None:
        for depth in range(len(self._open) - 1, 0, -1):
            if self._open[depth].tag in tags:
                del self._open[depth:]
                return
            if self._open[depth].tag in until:
                return
