"""Small reports made for tests."""

from collections.abc import Iterable

from pipeline.extract.builder import Piece, TextBuilder
from pipeline.report import BlockKind, Media, Report


def report_of(blocks: Iterable[str | tuple[BlockKind, str]], doc: str = "test") -> Report:
    """A text report whose source is its blocks, one a line; a heading has level 1."""
    report = Report(doc, f"{doc}.txt", Media.TEXT, "0" * 64, encoding="utf-8", date="2024-05-01")
    builder = TextBuilder(report)
    at = 0
    for given in blocks:
        kind, text = (BlockKind.PARAGRAPH, given) if isinstance(given, str) else given
        builder.block(kind, [Piece(text, at)], page=1, level=kind is BlockKind.HEADING)
        at += len(text) + 1
    report.source_length = at
    return builder.finish()
