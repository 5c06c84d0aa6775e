"""Headings stand under headings."""

from pathlib import Path

from pipeline.report import BlockKind
from tests.extract.reading import read_text

H = BlockKind.HEADING

OUTLINE = """\
外交の報告

1 概観
世界は変動している。
2 各国
(1) 情勢
ア 内政
選挙が行われた。
1 外政
対話が続いた。
経済
成長が見られた。
(2) 関係
貿易が伸びた。
3 結び
協力を進める。
コラム
対話の歩み
二十年を迎えた。
"""


def test_headings_make_a_tree(tmp_path: Path) -> None:
    report = read_text(OUTLINE, tmp_path)
    found = {}
    for block in report.blocks:
        text = report.text[block.start : block.end]
        if block.kind is H:
            parent = report.blocks[block.section] if block.section >= 0 else None
            found[text] = report.text[parent.start : parent.end] if parent else ""
    assert found == {
        "外交の報告": "",
        "1 概観": "外交の報告",
        "2 各国": "外交の報告",
        "(1) 情勢": "2 各国",
        "ア 内政": "(1) 情勢",
        "1 外政": "(1) 情勢",  # イ, misread
        "経済": "(1) 情勢",  # ウ, lost
        "(2) 関係": "2 各国",
        "3 結び": "外交の報告",
        "コラム": "外交の報告",
        "対話の歩み": "外交の報告",
    }
