"""Frames: boxes round text that stands apart from the flow, as columns and notices do."""

from collections.abc import Sequence

from pipeline.extract.pdf.columns import Float, Item
from pipeline.extract.pdf.frame import Rect
from pipeline.extract.pdf.lines import Line
from pipeline.extract.pdf.sheet import Sheet
from pipeline.report import BlockKind

# A frame is at least so wide and high (ems), and holds less than this share of a page's lines.
_WIDE = 10
_HIGH = 1.2
_MOST = 0.85


def framed(items: Sequence[Item], sheet: Sheet) -> list[Item]:
    """The items, those inside a frame gathered into one float that holds them."""
    rest = list(items)
    found: list[Item] = []
    for box in _boxes(sheet):
        inside = [item for item in rest if _holds(box, item)]
        lines = sum(isinstance(item, Line) for item in inside)
        if lines < (1 if box in sheet.frames else 2) or len(inside) > _MOST * len(items):
            continue
        gone = set(map(id, inside))
        rest = [item for item in rest if id(item) not in gone]
        found.append(Float(*box, BlockKind.PARAGRAPH, inside=inside))
    return [*rest, *found]


def _boxes(sheet: Sheet) -> list[Rect]:
    """Ruled frames and filled areas, the largest first."""
    em = sheet.em
    boxes = [
        box
        for box in (*sheet.frames, *sheet.fills)
        if box.width > _WIDE * em and box.height > _HIGH * em
    ]
    return sorted(boxes, key=lambda box: -box.width * box.height)


def _holds(box: Rect, item: Item) -> bool:
    return box.holds((item.x0 + item.x1) / 2, (item.top + item.bottom) / 2)
