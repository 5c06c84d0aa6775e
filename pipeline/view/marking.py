"""A report's text with its mentions marked, as HTML."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from pipeline.report import BlockKind, Report

_TAGS = {
    BlockKind.HEADING: "h3",
    BlockKind.SPEAKER: "h4",
    BlockKind.LIST_ITEM: "li",
    BlockKind.FOOTNOTE: "aside",
    BlockKind.NOTE: "aside",
    BlockKind.CAPTION: "figcaption",
    BlockKind.TABLE: "pre",
    BlockKind.CHART: "pre",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A mention to be marked: `[start, end)` of the reading text."""

    number: int
    start: int
    end: int
    label: str
    value: str
    found_by: str
    score: float

    @property
    def title(self) -> str:
        """What a reader sees who rests on it."""
        value = f" = {self.value}" if self.value else ""
        return f"{self.label}{value} ({self.found_by}, {self.score:.2f})"


def marked_blocks(report: Report, marks: Sequence[Mark]) -> Iterator[Markup]:
    """Each block of the report as an HTML element; marks are flat and in order.

    `岸田総理大臣` → `<p id="b0"><mark class="PERSON" …>岸田</mark>総理大臣</p>`
    """
    waiting = list(reversed(marks))
    for index, block in enumerate(report.blocks):
        inside: list[Mark] = []
        while waiting and waiting[-1].start < block.end:
            inside.append(waiting.pop())
        tag = _TAGS.get(block.kind, "p")
        content = _marked(report.text, block.start, block.end, inside)
        yield Markup(
            '<{tag} id="b{index}" class="{kind}" data-page="{page}">{content}</{tag}>'
        ).format(tag=Markup(tag), index=index, kind=block.kind, page=block.page, content=content)


def _marked(text: str, start: int, end: int, marks: Sequence[Mark]) -> Markup:
    parts = []
    at = start
    for mark in marks:
        parts.append(escape(text[at : mark.start]))
        parts.append(
            Markup('<mark id="m{}" class="{}" title="{}">{}</mark>').format(
                mark.number, mark.label, mark.title, text[mark.start : mark.end]
            )
        )
        at = mark.end
    parts.append(escape(text[at:end]))
    return Markup().join(parts)
