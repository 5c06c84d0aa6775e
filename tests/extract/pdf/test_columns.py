"""Reading order: columns, zones, and what only looks like them."""

from pipeline.extract.pdf.columns import Float, Item, columns, gutter_of
from pipeline.extract.pdf.frame import Rect
from pipeline.extract.pdf.lines import Line
from pipeline.report import BlockKind
from tests.extract.pdf.glyphs import line

LEFT, RIGHT = 0.0, 230.0  # two columns of 20 ems, 3 ems apart


def block(letter: str, x: float, top: float, lines: int) -> list[Line]:
    return [line(f"{letter}{'あ' * 19}", x, top + 16 * n) for n in range(lines)]


def order(lines: list[Line], rules: list[Rect] | None = None, known: tuple[float, ...] = ()) -> str:
    found = columns(lines, rules or [], 10, known)
    return "".join(item.text[0] for column in found for item in column.items)  # type: ignore[union-attr]


def test_two_columns_are_read_one_after_the_other() -> None:
    assert order(block("左", LEFT, 0, 4) + block("右", RIGHT, 0, 4)) == "左左左左右右右右"


def test_a_heading_right_across_cuts_two_zones() -> None:
    heading = line("題" + "い" * 40, LEFT, 80)
    lines = block("一", LEFT, 0, 4) + block("二", RIGHT, 0, 4) + [heading]
    lines += block("三", LEFT, 120, 4) + block("四", RIGHT, 120, 4)
    assert order(lines) == "一一一一二二二二題三三三三四四四四"


def test_a_short_heading_with_white_beside_it_cuts_too() -> None:
    heading = line("題名", LEFT, 80, size=14)
    lines = block("一", LEFT, 0, 4) + block("二", RIGHT, 0, 4) + [heading]
    lines += block("三", LEFT, 120, 4) + block("四", RIGHT, 120, 4)
    assert order(lines) == "一一一一二二二二題三三三三四四四四"


def test_a_heading_inside_a_column_cuts_nothing() -> None:
    lines = [*block("一", LEFT, 0, 4), line("題名", LEFT, 72, size=14)]
    lines += block("二", LEFT, 104, 4) + block("三", RIGHT, 0, 10)
    assert order(lines) == "一一一一題二二二二" + "三" * 10


def test_a_rule_across_cuts() -> None:
    lines = block("一", LEFT, 0, 4) + block("二", RIGHT, 0, 4)
    lines += block("三", LEFT, 90, 4) + block("四", RIGHT, 90, 4)
    rule = Rect(LEFT, 78, RIGHT + 200, 78.5)
    assert order(lines, [rule]) == "一一一一二二二二三三三三四四四四"


def test_three_columns() -> None:
    lines = [*block("一", 0, 0, 4), *block("二", 230, 0, 4), *block("三", 460, 0, 4)]
    assert order(lines) == "一一一一二二二二三三三三"


def test_a_label_and_its_text_stay_on_their_line() -> None:
    lines = [line("日時", 0, 0), line("令和五年三月十四日", 60, 0)]
    lines += [line("場所", 0, 16), line("外務省国際会議室", 60, 16)]
    found = columns(lines, [], 10)
    assert [item.text for item in found[0].items] == [  # type: ignore[union-attr]
        "日時令和五年三月十四日",
        "場所外務省国際会議室",
    ]


def test_labels_and_values_with_text_between_prove_no_gutter() -> None:
    lines: list[Line] = []
    for top in (0, 48, 96):
        lines += [line("対象となる船舶", 0, top), line("総トン数五トン未満の船舶", 90, top)]
        lines.append(line("全" + "あ" * 41, 0, top + 16))
    assert order(lines) == "対全対全対全"


def frame(x: float, top: float, height: float) -> Float:
    inside = line("枠" + "あ" * 10, x + 5, top + 5)
    return Float(x, top, x + 200, top + height, BlockKind.PARAGRAPH, inside=[inside])


def places(lines: list[Item]) -> list[tuple[float, float]]:
    return [(i.x0, i.top) for column in columns(lines, [], 10) for i in column.items]


def test_high_frames_side_by_side_are_columns() -> None:
    left, right = [(0.0, 0.0), (0.0, 20.0)], [(212.0, 0.0), (212.0, 20.0)]
    heads: list[Item] = [line("題" + "あ" * 9, x, top) for x, top in (left[0], right[0])]
    assert places([*heads, frame(0, 20, 80), frame(212, 20, 60)]) == [*left, *right]


def test_low_frames_side_by_side_prove_no_gutter() -> None:
    assert gutter_of([frame(0, 0, 20), frame(212, 0, 20)], 10) is None


def test_one_line_beside_another_proves_no_gutter() -> None:
    assert gutter_of(block("左", LEFT, 0, 2) + block("右", RIGHT, 0, 2), 10) is None


def test_a_gutter_known_from_other_pages_is_taken() -> None:
    lines = block("左", LEFT, 0, 2) + block("右", RIGHT, 0, 2)
    assert order(lines, known=(215.0,)) == "左左右右"
