"""Tables that break over pages: one table again, and a row that broke one row again."""

from collections.abc import Iterable, Sequence

from pipeline.extract.pdf.frame import Rect
from pipeline.extract.pdf.heads import SetAside
from pipeline.extract.pdf.lines import Line
from pipeline.extract.pdf.paragraphs import Block
from pipeline.extract.pdf.signs import item_sign
from pipeline.extract.pdf.spaces import text_of
from pipeline.report import AsideKind, BlockKind

Row = list[list[list[Line]]]  # cells of paragraphs of lines
Boxes = list[Rect | None]

# Sides of one column lie no further apart on two pages (points).
_SAME = 3.0
# In ems: a line that a page's end cuts is so long at least, ends so near its cell's side, and
# stands so near its foot; what goes on begins as far left.
_LONG = 8.0
_FULL = 2.0
_FOOT = 1.5
_FLUSH = 0.6
_ENDS = ("。", "．", "」", "）", "！", "？", ".", ")")


class BrokenTables:
    """The blocks, the parts of a table that goes on overleaf made one table.

    It goes on where its head is repeated (which is set aside, in `heads`) or its last row: the
    cell that ends in `報告を取りまと` with that which begins with `め、提出する。`
    """

    def __init__(self, heads: dict[int, list[SetAside]]) -> None:
        self._heads = heads
        self._waiting: list[Block] = []  # for what follows the table above, which is the first
        self._above: Block | None = None
        self._page = 0  # that the table above ends on

    def add(self, blocks: Iterable[Block]) -> list[Block]:
        """Add blocks; returns those that nothing can be joined to any more."""
        whole: list[Block] = []
        for block in blocks:
            if self._goes_on_in(block):
                continue
            if block.kind is BlockKind.TABLE:
                whole += self.rest()
                self._above, self._page = block, block.page
            elif block.kind is not BlockKind.FOOTNOTE:
                whole += self.rest()
            (whole if self._above is None else self._waiting).append(block)
        return whole

    def rest(self) -> list[Block]:
        """The blocks that nothing follows."""
        waiting, self._waiting, self._above = self._waiting, [], None
        return waiting

    def _goes_on_in(self, block: Block) -> bool:
        above = self._above
        if above is None or block.kind is not BlockKind.TABLE or block.page != self._page + 1:
            return False
        repeated = _repeated(above, block) if _same_columns(above, block) else 0
        if not repeated and not _is_broken(above, block, 0):
            return False
        self._heads.setdefault(block.page, []).extend(_aside(block.rows[:repeated]))
        _join(above, block, repeated)
        self._page = block.page
        return True


def _same_columns(above: Block, below: Block) -> bool:
    one, other = _columns(above.boxes), _columns(below.boxes)
    return len(one) == len(other) > 1 and all(
        abs(place - beside) < _SAME for place, beside in zip(one, other, strict=True)
    )


def _columns(boxes: Sequence[Boxes]) -> list[float]:
    """Where each column begins, and where the last ends."""
    if not boxes:
        return []
    columns = [[box for box in column if box] for column in zip(*boxes, strict=True)]
    if not all(columns):
        return []
    return [
        *(min(box.x0 for box in column) for column in columns),
        max(box.x1 for column in columns for box in column),
    ]


def _repeated(above: Block, below: Block) -> int:
    """How many rows of the table's head stand at its part's head again; 0 where no other row
    follows."""
    count = 0
    for one, other in zip(above.rows, below.rows, strict=False):
        if _said(one) != _said(other):
            break
        count += 1
    return count if count < min(len(above.rows), len(below.rows)) else 0


def _said(row: Row) -> list[str]:
    return ["".join(text_of(paragraph) for paragraph in cell) for cell in row]


def _aside(rows: Sequence[Row]) -> list[SetAside]:
    lines = [line for row in rows for cell in row for paragraph in cell for line in paragraph]
    return [SetAside(AsideKind.RUNNING_HEAD, line) for line in lines]


def _join(above: Block, below: Block, repeated: int) -> None:
    """Add the rows of the part below, its repeated head left out."""
    broken = _is_broken(above, below, repeated)
    if broken:
        row, boxes = above.rows[-1], above.boxes[-1]
        for column, rest in enumerate(below.rows[repeated]):
            goes_on = _goes_on(row[column], boxes[column], rest)
            if goes_on:
                row[column][-1].extend(rest[0])
            row[column].extend(rest[goes_on:])
    above.rows.extend(below.rows[repeated + broken :])
    above.boxes.extend(below.boxes[repeated + broken :])


def _is_broken(above: Block, below: Block, repeated: int) -> bool:
    """Whether the row at the page's end goes on overleaf: a sentence does, and all cells that say
    something there are full to their foot here."""
    if not _same_columns(above, below):
        return False
    row, boxes, rests = above.rows[-1], above.boxes[-1], below.rows[repeated]
    cells = list(zip(row, boxes, rests, strict=True))
    return any(_goes_on(*cell) for cell in cells) and all(
        not rest or _is_at_foot(part, box) for part, box, rest in cells
    )


def _goes_on(cell: Sequence[list[Line]], box: Rect | None, rest: Sequence[list[Line]]) -> bool:
    """Whether the cell's last paragraph is cut and goes on in the first of the rest."""
    if not (cell and rest and box and _is_at_foot(cell, box)):
        return False
    last, first = cell[-1][-1], rest[0][0]
    flush = abs(first.x0 - min(line.x0 for line in cell[-1])) < _FLUSH * last.size
    full = last.width > _LONG * last.size and box.x1 - last.x1 < _FULL * last.size
    text = text_of([first])
    return flush and full and not text_of([last]).endswith(_ENDS) and not item_sign(text)


def _is_at_foot(cell: Sequence[list[Line]], box: Rect | None) -> bool:
    if not (cell and box):
        return False
    last = cell[-1][-1]
    return box.bottom - last.bottom < _FOOT * last.size
