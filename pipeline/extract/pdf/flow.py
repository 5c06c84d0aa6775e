"""The flow of a report: blocks of all pages in order, paragraphs joined across columns, pages,
and whatever stands between."""

from collections.abc import Iterable

from pipeline.extract.pdf.paragraphs import Block
from pipeline.extract.pdf.signs import is_bullet
from pipeline.report import BlockKind

_RUNNING = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
_ENDS = ("。", "．", "！", "？", "：", ":")


def joined(parts: Iterable[list[Block]]) -> list[Block]:
    """The blocks of all columns in order; `parts` are columns, or the footnotes of a page.

    What interrupts a paragraph (captions, tables, footnotes) follows it.
    """
    flow: list[Block] = []
    running: Block | None = None  # the last paragraph of the last column that had one
    for part in parts:
        first = next((block for block in part if not _floats(block)), None)
        ahead = part[: part.index(first)] if first is not None else part
        rest = part[len(ahead) :]
        flow.extend(ahead)
        if first is not None and running is not None and _runs_on(running, first):
            running.lines.extend(first.lines)
            running.full = first.full
            flow.extend(rest[1:])
        else:
            flow.extend(rest)
            running = first if first is not None else running
        tail = [block for block in rest[1:] if not _floats(block)]
        running = tail[-1] if tail else running
    return flow


def _floats(block: Block) -> bool:
    return block.kind in (
        BlockKind.CAPTION,
        BlockKind.NOTE,
        BlockKind.TABLE,
        BlockKind.CHART,
        BlockKind.FOOTNOTE,
    )


def _runs_on(last: Block, first: Block) -> bool:
    """Whether a column's first block continues the last one of the column before."""
    if last.kind not in _RUNNING or first.kind not in _RUNNING:
        return False
    before, after = last.lines[-1], first.lines[0]
    if abs(before.size - after.size) > 0.15 * before.size or not last.full:
        return False
    if first.kind is BlockKind.LIST_ITEM and (is_bullet(first.text) or first.indent > 0.4):
        return False
    if last.text.endswith(_ENDS):
        return first.indent < 0.6 and last.indent > 0.6 and len(last.lines) > 0
    return True
