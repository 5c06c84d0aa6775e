"""What a paragraph is by its style: 表題, 見出し 1, リスト, 図表番号."""

import re
from typing import Any, NamedTuple

from docx.oxml.ns import qn

from pipeline.report import BlockKind

_HEADING = re.compile(r"(?:heading|見出し)\s*(\d)", re.IGNORECASE)
_TITLE = re.compile(r"title|表題|タイトル", re.IGNORECASE)
_CAPTION = re.compile(r"caption|図表番号", re.IGNORECASE)
_LIST = re.compile(r"list|箇条書き|リスト|段落番号", re.IGNORECASE)


class Style(NamedTuple):
    """The kind that a style gives (None: the text decides), and a heading's level."""

    kind: BlockKind | None = None
    level: int = 0


class Styles:
    """The paragraph styles of a document, by id."""

    def __init__(self, document: Any) -> None:
        self._by_id = {s.element.get(qn("w:styleId")): _style(s) for s in document.styles}

    def of(self, paragraph: Any) -> Style:
        """What a paragraph's style and its own outline level and numbering say."""
        properties = paragraph.find(qn("w:pPr"))
        if properties is None:
            return Style()
        outline = _outline(properties)
        if outline:
            return Style(BlockKind.HEADING, outline)
        name = properties.find(qn("w:pStyle"))
        style = self._by_id.get(name.get(qn("w:val")), Style()) if name is not None else Style()
        if style.kind is None and properties.find(qn("w:numPr")) is not None:
            return Style(BlockKind.LIST_ITEM)
        return style


def _style(style: Any) -> Style:
    name = style.name or ""
    heading = _HEADING.match(name)
    if heading:
        return Style(BlockKind.HEADING, int(heading[1]) + 1)
    if _TITLE.fullmatch(name):
        return Style(BlockKind.HEADING, 1)
    if _CAPTION.match(name):
        return Style(BlockKind.CAPTION)
    if _LIST.match(name) and "paragraph" not in name.lower():
        return Style(BlockKind.LIST_ITEM)
    properties = style.element.find(qn("w:pPr"))
    outline = _outline(properties) if properties is not None else 0
    return Style(BlockKind.HEADING, outline) if outline else Style()


def _outline(properties: Any) -> int:
    """The heading level of an outline level: 0 → 2, since the title is above; 9 is body text."""
    level = properties.find(qn("w:outlineLvl"))
    value = int(level.get(qn("w:val"))) if level is not None else 9
    return value + 2 if value < 9 else 0
