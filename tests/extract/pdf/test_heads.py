"""Running heads and page numbers: what repeats leaves, what only looks alike stays."""

import pytest

from pipeline.extract.pdf.frame import Direction, Frame, Rect
from pipeline.extract.pdf.heads import SetAside, edge_keys, repeating, take_heads
from pipeline.extract.pdf.lines import Line
from pipeline.extract.pdf.page_numbers import (
    number_places,
    take_turned_numbers,
    turned_numbers,
)
from pipeline.extract.pdf.sheet import Sheet
from pipeline.report import AsideKind
from tests.extract.pdf.glyphs import line

BODY = "国際連合は世界の平和のために加盟国と協力している"


def sheet(number: int, *others: Line) -> Sheet:
    words = BODY[number:] + BODY[:number]  # no page says the same
    body = [line(words, 60, 100 + 16 * row) for row in range(30)]
    frame = Frame(Direction.RIGHT, 595, 842)
    return Sheet(number, frame, False, 10, [*others, *body], [])


def heads(*pages: Sheet) -> list[list[SetAside]]:
    repeated = repeating([edge_keys(page) for page in pages])
    return [take_heads(page, repeated) for page in pages]


def kinds(*pages: Sheet) -> list[list[AsideKind]]:
    return [[aside.kind for aside in found] for found in heads(*pages)]


def test_a_head_that_repeats_leaves() -> None:
    pages = [sheet(n, line("令和五年版　年次報告", 60, 40, 8)) for n in (1, 2, 3)]
    assert kinds(*pages) == [[AsideKind.RUNNING_HEAD]] * 3


def test_recto_and_verso_have_heads_of_their_own() -> None:
    printed = ["第１部　総論", "第２章　取組"] * 2
    pages = [sheet(n, line(head, 60, 40, 8)) for n, head in enumerate(printed, 1)]
    assert kinds(*pages) == [[AsideKind.RUNNING_HEAD]] * 4


@pytest.mark.parametrize(
    ("sides", "kind"),
    [
        ([60, 200, 340], []),  # the head of a table that is on both pages
        ([60, 340], [AsideKind.RUNNING_HEAD] * 2),  # a frame round the running heads is no table
        ([], [AsideKind.RUNNING_HEAD] * 2),
    ],
)
def test_the_head_of_a_table_stays(sides: list[float], kind: list[AsideKind]) -> None:
    pages = [sheet(n, line("指標", 70, 50), line("目標値", 210, 50)) for n in (1, 2)]
    for page in pages:
        page.strokes = [Rect(x, 45, x + 0.5, 95) for x in sides]
        page.strokes += [Rect(60, y, 340, y + 0.5) for y in (45, 70, 95)]
    assert kinds(*pages) == [kind] * 2


@pytest.mark.parametrize(
    ("top", "kind"),
    [
        (74.0, [AsideKind.RUNNING_HEAD]),  # more white than between lines
        (83.0, []),  # a label of what follows, as close as the lines of the text
    ],
)
def test_a_label_close_to_the_text_stays(top: float, kind: list[AsideKind]) -> None:
    assert kinds(*[sheet(n, line("◎施策の目標", 60, top)) for n in (1, 2)]) == [kind] * 2


@pytest.mark.parametrize(
    ("top", "size", "kind"),
    [
        (40.0, 8.0, [AsideKind.RUNNING_HEAD]),  # where the heads of the other pages stand
        (40.0, 12.0, []),  # a title, set as high by chance
        (60.0, 8.0, []),  # further down than they
    ],
)
def test_the_head_of_a_chapter_of_one_page_leaves(
    top: float, size: float, kind: list[AsideKind]
) -> None:
    pages = [sheet(n, line("第１章　総論", 60, 40, 8)) for n in (1, 2)]
    assert kinds(*pages, sheet(3, line("結びに代えて", 60, top, size)))[2] == kind


@pytest.mark.parametrize("note", ["※空欄は回答がない", "（注）空欄は回答がない"])
def test_a_note_that_repeats_stays(note: str) -> None:
    assert kinds(*[sheet(n, line(note, 60, 40, 8)) for n in (1, 2)]) == [[], []]


@pytest.mark.parametrize(
    ("x", "taken"),
    [
        (297.5, ["-4-"]),  # where the other pages have theirs
        (200.0, []),  # a number of the table
    ],
)
def test_the_number_of_a_page_that_lies_on_its_side(x: float, taken: list[str]) -> None:
    pages = [sheet(n, line(f"-{n}-", 290, 780)) for n in (1, 2, 3)]
    turned = sheet(4)
    turned.frame = Frame(Direction.UP, 595, 842)
    number = line("-4-")
    across, down = turned.frame.point(x, 785)
    number.x0, number.x1, number.top, number.bottom = across - 5, across + 5, down - 7, down + 7
    turned.aslant = [number]
    turned.lines.append(line("表の中", across - 40, down - 5))
    assert turned_numbers(turned) == [number]
    usual = [place for page in [*pages, turned] for place in number_places(page)]
    assert [line.text for line in take_turned_numbers(turned, usual)] == taken
    assert turned_numbers(turned) == ([] if taken else [number])


def test_a_title_stays_though_its_number_repeats() -> None:
    titles = ["総則", "採用", "賃金"]
    pages = [
        sheet(n, line(f"第{n}章", 60, 60), line(title, 130, 60))
        for n, title in enumerate(titles, 1)
    ]
    assert kinds(*pages) == [[], [], []]


def test_a_title_in_larger_type_stays() -> None:
    pages = [sheet(n, line("コラム", 60, 60, 14)) for n in (1, 2)]
    assert kinds(*pages) == [[], []]


def test_page_numbers_leave() -> None:
    printed = ["- 1 -", "医－2", "３", "4/12", "5 / 12 ページ", "Page 6 of 12"]
    pages = [sheet(n, line(text, 290, 780)) for n, text in enumerate(printed, 1)]
    assert kinds(*pages) == [[AsideKind.PAGE_NUMBER]] * 6


def test_a_page_of_few_lines_has_its_head_once() -> None:
    pages = [sheet(n, line("令和五年版　年次報告", 60, 40, 8)) for n in (1, 2)]
    pages[1].lines = pages[1].lines[:2]
    assert [found[0].line.text for found in heads(*pages)] == ["令和五年版年次報告"] * 2


def test_a_number_in_the_text_stays() -> None:
    assert kinds(sheet(1, line("12", 60, 300))) == [[]]


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (BODY, [AsideKind.RUNNING_HEAD]),
        ("短い", []),  # without long lines nothing tells where the text begins
    ],
)
def test_what_a_rule_parts_from_vertical_text_leaves(body: str, kind: list[AsideKind]) -> None:
    lines = [line(body, 60, 100 + 16 * row) for row in range(20)]
    page = Sheet(1, Frame(Direction.DOWN, 842, 595), True, 10, [line("官", 40, 300), *lines], [])
    page.strokes = [Rect(55, 40, 55.5, 550)]
    assert kinds(page) == [kind]


def test_side_tabs_leave() -> None:
    page = sheet(1)
    tab = line("第１章", 560, 200)
    page.aslant = [tab]
    assert kinds(page) == [[AsideKind.SIDE_TAB]]
