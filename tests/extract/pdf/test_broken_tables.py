"""Tables over pages: what goes on overleaf is one table, what only looks like it is two."""

import itertools
from itertools import groupby

import pytest

from pipeline.extract.pdf.broken_tables import BrokenTables
from pipeline.extract.pdf.frame import Rect
from pipeline.extract.pdf.heads import SetAside
from pipeline.extract.pdf.lines import Line
from pipeline.extract.pdf.paragraphs import Block
from pipeline.report import AsideKind, BlockKind
from tests.extract.pdf.glyphs import line

COLUMNS = (60.0, 180.0, 300.0)
HEAD = ["改正後", "改正前"]
CUT = ["職員は、前項の報告を取りま", "（略）"]  # 12 ems in a column of 12


def table(page: int, *rows: list[str], columns: tuple[float, ...] = COLUMNS) -> Block:
    """Rows of one line each; `/` begins a paragraph of its own."""
    block = Block(BlockKind.TABLE, [], page)
    for number, texts in enumerate(rows):
        top = 100.0 + 40 * number
        boxes = [Rect(x0, top, x1, top + 14) for x0, x1 in itertools.pairwise(columns)]
        block.boxes.append(list(boxes))
        block.rows.append([_cell(text, box) for text, box in zip(texts, boxes, strict=True)])
    return block


def _cell(text: str, box: Rect) -> list[list[Line]]:
    return [[line(part, box.x0 + 3, box.top + 2)] for part in text.split("/") if part]


def texts(block: Block) -> list[list[str]]:
    return [["／".join("".join(x.text for x in p) for p in cell) for cell in r] for r in block.rows]


def joined_tables(blocks: list[Block], heads: dict[int, list[SetAside]]) -> list[Block]:
    """The blocks of some pages, given page by page."""
    tables = BrokenTables(heads)
    pages = groupby(blocks, key=lambda block: block.page)
    return [block for _, page in pages for block in tables.add(page)] + tables.rest()


@pytest.mark.parametrize(
    ("above", "below", "expected"),
    [
        # the head is repeated, and no sentence cut
        ([HEAD, ["目的", "略"]], [HEAD, ["定義", "略"]], [HEAD, ["目的", "略"], ["定義", "略"]]),
        # the head is repeated, and a row broken
        (
            [HEAD, CUT],
            [HEAD, ["とめ、提出する。/２　略", ""]],
            [HEAD, ["職員は、前項の報告を取りまとめ、提出する。／２略", "（略）"]],
        ),
        # a row is broken, without a head
        (
            [CUT],
            [["とめ、提出する。", ""]],
            [["職員は、前項の報告を取りまとめ、提出する。", "（略）"]],
        ),
    ],
)
def test_a_table_that_goes_on_is_one(
    above: list[list[str]], below: list[list[str]], expected: list[list[str]]
) -> None:
    heads: dict[int, list[SetAside]] = {}
    (joined,) = joined_tables([table(1, *above), table(2, *below)], heads)
    assert texts(joined) == expected
    repeated = HEAD if below[0] == HEAD else []
    assert [(a.kind, a.line.text) for a in heads.get(2, [])] == [
        (AsideKind.RUNNING_HEAD, text) for text in repeated
    ]


@pytest.mark.parametrize(
    "below",
    [
        [table(2, ["とめ、提出する。", ""], columns=(60.0, 200.0, 300.0))],  # other columns
        [table(3, ["とめ、提出する。", ""])],  # a page lies between
        [table(2, ["（とめ）", "略"], ["略", "略"])],  # the right-hand cell had ended, and nothing
        [table(2, ["①　提出する。", ""])],  # an item of its own
        [Block(BlockKind.CAPTION, [line("表２")], 2), table(2, HEAD, ["略", ""])],  # another table
        [table(2, HEAD)],  # a head and no more
    ],
)
def test_what_only_looks_like_it_is_another_table(below: list[Block]) -> None:
    above = table(1, HEAD, ["職員は、前項の報告を取りま", "略"])
    above.rows[-1][1] = []
    blocks = [above, *below]
    assert len(joined_tables(blocks, {})) == len(blocks)


def test_a_footnote_between_parts_no_table() -> None:
    note = Block(BlockKind.FOOTNOTE, [line("1 国連")], 1)
    joined = joined_tables([table(1, HEAD, CUT), note, table(2, HEAD, ["とめる。", ""])], {})
    assert [block.kind for block in joined] == [BlockKind.TABLE, BlockKind.FOOTNOTE]
