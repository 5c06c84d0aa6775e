"""Paragraphs: which lines are joined, and which are not."""

import pytest

from pipeline.extract.pdf.edges import Edges
from pipeline.extract.pdf.kinds import Style
from pipeline.extract.pdf.paragraphs import blocks_of
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
]


@pytest.mark.parametrize(("texts", "joined"), LINES)
def test_lines_that_make_a_paragraph(texts: list[str], joined: int) -> None:
    lines = [line(text, 0, 16 * row) for row, text in enumerate(texts)]
    blocks = blocks_of(lines, Edges(0, 200, 16), STYLE, 1)
    assert len(blocks[0].lines) == joined
