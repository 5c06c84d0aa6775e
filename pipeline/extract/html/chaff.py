"""What of a page is no report: navigation, footers, scripts; and where the report stands."""

import re

from pipeline.extract.html.tree import Node, Text

_NEVER_TEXT = frozenset(
    ("script", "style", "noscript", "template", "head", "svg", "iframe", "object", "select",
     "button", "input", "textarea", "nav")
)  # fmt: skip
_AROUND = frozenset(("header", "footer", "aside", "form"))
_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_CHAFF = frozenset(
    ("nav", "navi", "gnav", "gnavi", "navigation", "menu", "breadcrumb", "breadcrumbs", "topicpath",
     "pankuzu", "header", "footer", "sidebar", "sidenav", "sns", "share", "social", "pagetop",
     "totop", "skip", "search", "language", "copyright", "banner", "cookie", "pager", "pagination",
     "print", "utility", "fontsize")
)  # fmt: skip
_MAIN = frozenset(
    ("main", "maincontents", "maincontent", "contents", "content", "honbun", "article")
)


def is_chaff(node: Node) -> bool:
    """Whether an element holds nothing of the report."""
    if node.tag in _NEVER_TEXT or "hidden" in node.attributes:
        return True
    if re.search(r"display:\s*none", node.attributes.get("style", "")):
        return True
    words = _words(node)
    return bool(words & _CHAFF) and not words & _MAIN


def report_of(page: Node) -> Node:
    """The element that the report stands in: what the page calls its main part, else its body."""
    body = next((node for node in page.walk() if node.tag == "body"), page)
    for node in body.walk():
        if node.tag == "main" or node.attributes.get("role") == "main":
            return node
    whole = _length(body)
    named = [node for node in body.walk() if _words(node) & _MAIN and not is_chaff(node)]
    large = [node for node in named if 2 * _length(node) >= whole]
    if large:
        return min(large, key=_length)
    articles = [node for node in body.walk() if node.tag == "article"]
    return articles[0] if len(articles) == 1 else body


def is_around(node: Node) -> bool:
    """Whether an element frames the report where the page names no main part."""
    return node.tag in _AROUND


def _words(node: Node) -> set[str]:
    names = node.names
    words = {word.lower() for word in _WORDS.findall(names)}
    return words | {name.lower() for name in re.split(r"[\s_\-\d]+", names) if name}


def _length(node: Node) -> int:
    total = 0
    for child in node.children:
        if isinstance(child, Text):
            total += len(child.text.strip())
        elif not is_chaff(child):
            total += _length(child)
    return total
