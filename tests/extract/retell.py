"""A report told again in another format, for tests that all formats read the same."""

import html
from collections.abc import Iterator
from pathlib import Path

import docx

from pipeline.report import Aside, AsideKind, Block, BlockKind, Report
from tests.extract.documents import ruby

_TAGS = {
    BlockKind.LIST_ITEM: ("<ul><li>", "</ul>"),
    BlockKind.CAPTION: ("<figure><figcaption>", "</figcaption></figure>"),
    BlockKind.FOOTNOTE: ('<div class="footnote"><p>', "</p></div>"),
}
_STYLES = {BlockKind.LIST_ITEM: "List Bullet", BlockKind.CAPTION: "Caption"}


def as_html(report: Report, file: Path) -> None:
    """A page of the report: headings, paragraphs, tables, ruby and raised marks."""
    parts = ["<!DOCTYPE html><html><head><meta charset='utf-8'></head><body><main>"]
    for index, block in enumerate(report.blocks):
        if block.kind is BlockKind.TABLE:
            parts.append(_table(_rows(report, index)))
            continue
        level = f"h{block.level}" if block.kind is BlockKind.HEADING else "p"
        begin, end = _TAGS.get(block.kind, (f"<{level}>", f"</{level}>"))
        inside = "".join(_marked_up(text, aside) for text, aside in _runs(report, block))
        parts.append(f"{begin}{inside}{end}")
    file.write_text("\n".join([*parts, "</main></body></html>"]), "utf-8")


def as_docx(report: Report, file: Path) -> None:
    """The same in Word."""
    document = docx.Document()
    for index, block in enumerate(report.blocks):
        if block.kind is BlockKind.TABLE:
            rows = _rows(report, index)
            table = document.add_table(len(rows), len(rows[0]))
            for row, cells in zip(table.rows, rows, strict=True):
                for cell, text in zip(row.cells, cells, strict=True):
                    cell.text = text
            continue
        if block.kind is BlockKind.HEADING:
            paragraph = document.add_heading("", block.level - 1)
        else:
            paragraph = document.add_paragraph("", style=_STYLES.get(block.kind))
        for text, aside in _runs(report, block):
            if aside is not None and aside.kind is AsideKind.RUBY:
                paragraph._p.append(ruby(text, aside.text))
            else:
                paragraph.add_run(text)
                if aside is not None:
                    paragraph.add_run(aside.text).font.superscript = True
    document.save(str(file))


def _runs(report: Report, block: Block) -> Iterator[tuple[str, Aside | None]]:
    """A block's text, parted where a ruby's base or a footnote's mark ends it."""
    at = block.start
    inside = [a for a in report.asides if block.start <= a.at <= block.end]
    for aside in sorted(inside, key=lambda a: a.at):
        if aside.kind is AsideKind.FOOTNOTE_MARK and aside.at > block.start:
            yield report.text[at : aside.at], aside
            at = aside.at
        elif aside.kind is AsideKind.RUBY and aside.base_start >= at:
            yield report.text[at : aside.base_start], None
            yield report.text[aside.base_start : aside.base_end], aside
            at = aside.base_end
    yield report.text[at : block.end], None


def _marked_up(text: str, aside: Aside | None) -> str:
    escaped = html.escape(text)
    if aside is None:
        return escaped
    if aside.kind is AsideKind.RUBY:
        return f"<ruby>{escaped}<rt>{aside.text}</rt></ruby>"
    return f"{escaped}<sup>{aside.text}</sup>"


def _rows(report: Report, index: int) -> list[list[str]]:
    return next(table.rows for table in report.tables if table.block == index)


def _table(rows: list[list[str]]) -> str:
    lines = ["".join(f"<td>{html.escape(cell)}</td>" for cell in row) for row in rows]
    return "<table>" + "".join(f"<tr>{line}</tr>" for line in lines) + "</table>"
