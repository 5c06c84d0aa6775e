"""The flow of paragraphs from column to column."""

import pytest

from pipeline.extract.pdf.flow import Flow, Part
from pipeline.extract.pdf.paragraphs import Block
from pipeline.report import BlockKind
from tests.extract.pdf.glyphs import line

# The last lines of a column, the first of the next; whether these are one paragraph.
COLUMNS = [
    (["国際連合は世界の平和の", "ために加盟国と協力し"], "ている。", True),
    (["国際連合は世界の平和のために協力し"], "ている。", True),
    (["３６時間１５分"], "なお、第２土曜日は", False),  # a label: no line is so short
    (["国際連合は世界の平和の", "ために協力している。"], "ている。", False),
]


@pytest.mark.parametrize(("last", "first", "one"), COLUMNS)
def test_paragraphs_run_on(last: list[str], first: str, one: bool) -> None:
    before = Block(BlockKind.PARAGRAPH, [line(text) for text in last], 1, full=True)
    after = Block(BlockKind.PARAGRAPH, [line(first)], 1)
    assert _blocks(Part([before]), Part([after])) == (1 if one else 2)


@pytest.mark.parametrize(("page", "blocks"), [(1, 2), (2, 1)])
def test_a_frame_goes_on_overleaf_only(page: int, blocks: int) -> None:
    before = Block(BlockKind.PARAGRAPH, [line("政策分野ごとに四つの目標を提示し")], 1, full=True)
    after = Block(BlockKind.PARAGRAPH, [line("効果を検証するための指標を設定")], page)
    assert _blocks(Part([before], True), Part([after], True)) == blocks


def _blocks(*parts: Part) -> int:
    flow = Flow()
    return len([*flow.add(parts), *flow.rest()])
