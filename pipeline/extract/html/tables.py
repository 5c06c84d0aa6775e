"""Tables that are tables, not a page's layout."""

from collections.abc import Iterator

from pipeline.extract.html.tree import Node

_LAYOUT_ONLY = frozenset(("table", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl"))


def is_table(table: Node) -> bool:
    """Whether a table has rows of several cells, and no headings or lists in them."""
    if any(node.tag in _LAYOUT_ONLY for node in table.walk() if node is not table):
        return False
    return any(len(row) > 1 for row in cells_of(table))


def cells_of(table: Node) -> list[list[Node]]:
    """The cells of a table, row by row; rows without any are left out."""
    rows = [list(_children(row, ("td", "th"))) for row in _rows(table)]
    return [row for row in rows if row]


def _rows(table: Node) -> Iterator[Node]:
    for child in _children(table, ("tr", "thead", "tbody", "tfoot")):
        if child.tag == "tr":
            yield child
        else:
            yield from _children(child, ("tr",))


def _children(node: Node, tags: tuple[str, ...]) -> Iterator[Node]:
    return (c for c in node.children if isinstance(c, Node) and c.tag in tags)
