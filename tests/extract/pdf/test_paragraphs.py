"""Paragraphs: which lines are joined, and which are not."""

import pytest

from pipeline.extract.pdf.columns import Float
from pipeline.extract.pdf.edges import Edges
from pipeline.extract.pdf.frame import Rect
from pipeline.extract.pdf.kinds import Style
from pipeline.extract.pdf.paragraphs import blocks_of
from pipeline.report import BlockKind
from tests.extract.pdf.glyphs import line

STYLE = Style(10.0, frozenset({"Mincho"}))

# Lines of a column 20 ems wide, and how many of them make the first block.
LINES = [
    (["　政府は各国と協力し、平和と安定の", "ために取り組んだ。"], 1),  # the first has room left
    (["　政府は各国と協力して、平和と安定のた", "めに取り組んだ。"], 2),
    (["政府は各国と協力し、国際会議を開催した。", "　会議は広島で開かれた。"], 1),  # an indent
    (["在留邦人の安全の確保に向けた取組　　　６", "日本語教育の推進"], 1),  # a page number
    (["在留邦人の安全の確保に向けた取組　　12", "日本語教育の推進"], 1),
    (["［例１］政府が各国と協力しながら取り組み", "　　　を行う場合", "［例２］他の場合"], 2),
    (["石狩・空知", "　後志", "渡島・檜山"], 1),  # short lines: a list
    (["政府が各国と協力して取り組んだ課題は全12", "の分野にわたる。"], 2),  # a number in the text
    (
        ["秋元委員　　　　　　　　　　　　江口委員", "宇野委員　　　　　　　　　　　　北村委員"],
        1,
    ),  # seats
    (["の規程を定める。また、　　　　　の職員は", "所長に届け出ること。"], 2),  # a blank in a form
    (["各都道府県知事　殿", "各指定都市市長　殿"], 1),  # lines of one length, but short ones
    (["国際協力局国際政策課　　　　宮下、東条", "電話：03-3500-0000"], 1),  # an entry of its own
    (
        ["政府は各国と協力し、青年の交流のキャラ", "バンを組織した。"],
        2,
    ),  # ャ begins no line: two fit
]


# Lines of a cell or frame of text that is `width` ems wide, and its paragraphs.
CELLS = [
    (["田中　一郎", "鈴木　花子"], 20, ["田中一郎", "鈴木花子"]),  # names with room beside them
    (["延べ宿泊", "者の総数"], 5, ["延べ宿泊者の総数"]),  # a head that fills its cell
    (
        ["（代表電話）03-3500", "（直通電話）03-3501"],
        20,
        ["（代表電話）03-3500", "（直通電話）03-3501"],
    ),
]


@pytest.mark.parametrize(("texts", "width", "expected"), CELLS)
def test_paragraphs_of_a_cell(texts: list[str], width: int, expected: list[str]) -> None:
    lines = [line(text, 5, 16 * row) for row, text in enumerate(texts)]
    box = Rect(0, 0, 10 * width, 40)
    table = Float(*box, BlockKind.TABLE, rows=[[lines]], boxes=[[box]])
    (block,) = blocks_of([table], Edges(0, 200, 16), STYLE, 1)
    assert ["".join(part.text for part in p) for p in block.rows[0][0]] == expected


@pytest.mark.parametrize(
    ("first", "blocks"),
    [
        ("平和と安定に関する国際会議", 1),  # as wide as the column
        ("平和に関する会議", 2),  # a heading of its own: the next is another
    ],
)
def test_a_wide_heading_goes_on_two_lines_of_the_grid_below(first: str, blocks: int) -> None:
    lines = [line(first, 0, 0, size=15), line("を開催した", 60, 34, size=15)]
    assert len(blocks_of(lines, Edges(0, 200, 17), STYLE, 1)) == blocks


def test_a_sparse_line_is_not_full() -> None:
    blocks = blocks_of(
        [line("－６０　　　×　　　　換算率　　　　　②", 0, 0)], Edges(0, 200, 16), STYLE, 1
    )
    assert not blocks[0].full


def test_what_is_set_to_the_right_is_not_full() -> None:
    blocks = blocks_of([line("農政環境局　国際課", 110, 0)], Edges(0, 200, 16), STYLE, 1)
    assert not blocks[0].full


def test_what_is_set_to_the_right_below_a_note_is_no_part_of_it() -> None:
    lines = [line("資料：国連の統計による。", 0, 0), line("以　上", 170, 16)]
    blocks = blocks_of(lines, Edges(0, 200, 16), STYLE, 1)
    assert [block.kind for block in blocks] == [BlockKind.NOTE, BlockKind.PARAGRAPH]


@pytest.mark.parametrize(("texts", "joined"), LINES)
def test_lines_that_make_a_paragraph(texts: list[str], joined: int) -> None:
    lines = [line(text, 0, 16 * row) for row, text in enumerate(texts)]
    blocks = blocks_of(lines, Edges(0, 200, 16), STYLE, 1)
    assert len(blocks[0].lines) == joined
