"""Numbers of lines in the margin leave; numbers of items, rows and headings stay."""

import pytest

from pipeline.extract.pdf.frame import Direction, Frame
from pipeline.extract.pdf.line_numbers import numbers_edge, take_line_numbers
from pipeline.extract.pdf.lines import Line
from pipeline.extract.pdf.sheet import Sheet
from tests.extract.pdf.glyphs import line

FULL = "国際連合は世界の平和のために加盟国と協力している国々に対し"


def sheet(lines: list[Line]) -> Sheet:
    return Sheet(1, Frame(Direction.RIGHT, 595, 842), False, 10, lines, [])


def page(numbers: list[str], texts: list[str], right: float = 70, text: float = 90) -> list[Line]:
    """Lines with a number before each, set to the right; an empty one stands for no number."""
    lines = [line(words, text, 100 + 16 * row) for row, words in enumerate(texts)]
    places = [(right - 5 * len(number), 100 + 16 * row) for row, number in enumerate(numbers)]
    return lines + [line(n, *place) for n, place in zip(numbers, places, strict=True) if n]


EVERY = [str(n) for n in range(1, 13)]
FIFTH = [str(n) if n % 5 == 0 else "" for n in range(1, 31)]
ITEM = "交付の決定を受けた後に契約する"


@pytest.mark.parametrize(
    ("lines", "left"),
    [
        (page(EVERY, [FULL] * 11 + ["する。"]), 12),  # a draft: each line is counted
        (page(FIFTH, [FULL] * 30), 6),  # every fifth line is
        (page(EVERY, [FULL] * 12, text=76), 12),  # the text is near, so that line and number join
        (page(EVERY, [ITEM] * 12), 0),  # a list of short items
        (page(EVERY, [FULL[n:] for n in range(12)]), 0),  # a list of items of one line each
        (page([*"1", "", *"2", "", *"3", "", *"4", "", *"5", ""], [FULL, ITEM] * 5), 0),  # items
        (page(FIFTH[4::5], [FULL] * 6), 0),  # rows of a table: 5, 10, 15 and nothing between
        ([*page(EVERY, [FULL] * 12), line("番号", 55, 84)], 0),  # a column with a head is a table
        (page(EVERY[:4], [FULL] * 4), 0),  # too few to tell
    ],
)
def test_line_numbers_leave(lines: list[Line], left: int) -> None:
    made = sheet(lines)
    taken = take_line_numbers(made, numbers_edge(made))
    assert len(taken) == left
    assert all(number.text.isdigit() for number in taken)
    assert any(other.text[0].isdigit() for other in made.lines) is (left == 0)


def test_a_page_of_few_lines_has_them_where_others_have_them() -> None:
    edges = numbers_edge(sheet(page(EVERY, [FULL] * 12)))
    last = sheet(page(["13"], ["以上である。"]))
    assert numbers_edge(last) == []
    assert [line.text for line in take_line_numbers(last, edges)] == ["13"]
    assert [line.text for line in last.lines] == ["以上である。"]


def test_vertical_pages_have_none() -> None:
    made = sheet(page(EVERY, [FULL] * 12))
    made.vertical = True
    assert numbers_edge(made) == []
