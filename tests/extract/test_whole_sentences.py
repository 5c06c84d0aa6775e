"""Where the two main reports cut a sentence or a name, it is whole in the reading text."""

from pathlib import Path

import pytest

from pipeline.report import BlockKind
from tests.extract.reading import read, texts

YEARBOOK = [
    "引き続き封じ込められている",  # a page's end
    "とのハイレベルでの対話",
    "共同海上・航空パトロール",  # four footnotes
    "対露制裁を受け、2022年",
    "ロシア政府は、ロシアによる",
    "ロシアに対して厳しい対露制裁",  # three footnotes and a page number
    "「サハリン1]、「サハリン2」",  # a misread bracket
    "同地域の連結性強化",
    "日本と「中央アジア+日本」対話の議長国",  # a footnote and a caption
    "ムフリッディン外相",  # a caption inside a name
    "機構（SCO）首脳会合（7月）、独立国家",
    "に対して対話を通じて",
    "欧州理事会はジョージアに対して",  # three footnotes
]
MINUTES = [
    "日本国際フォーラム（JFIR）",
    "地政学的な観点",
    "国境を接する",
    "天然ガス",
    "エネルギーの安定",
    "輸送路の確保",
    "日本企業",
    "本日の会合が",
    "多面的な調査",  # a page's end
    "中央アジアの一層",
    "現状と課題」",  # a heading
    "中央アジアサミット歓迎",
    "2013年頃",
    "外交アカデミー国際関係分析センター長",  # a speaker's line
    "2004年に提唱",
    "対中央アジア外交",
    "アフガニスタンに積極的",
    "カザフスタンは",
    "諸国協力局韓国・日本課長",
    "GDPは60％",
    "中央アジア首脳会議では",
    "アフガニスタンといった",
    "貨物の流れ",  # a page's end
    "在カザフスタン日本大使館",
    "カザフスタンとキルギス",
    "日本JICAの協力",
    "「氷河保全に関する",
    "本年2月には",
    "燃料エネルギー",
    "国連総会の特別決議",
]


@pytest.mark.parametrize(
    ("report", "whole"),
    [("bluebook-2024-2-6", place) for place in YEARBOOK]
    + [("tokyo-dialogue-13", place) for place in MINUTES],
)
def test_whole(report: str, whole: str, shared: Path) -> None:
    text = read(shared / "labelled" / f"{report}.txt").text
    assert any(whole in line for line in text.split("\n"))


def test_what_cut_them_stands_in_blocks_of_its_own(shared: Path) -> None:
    yearbook = read(shared / "labelled" / "bluebook-2024-2-6.txt")
    assert len(texts(yearbook, BlockKind.FOOTNOTE)) == 14
    assert len(texts(yearbook, BlockKind.CAPTION)) >= 3
    numbers = [aside.text for aside in yearbook.asides if aside.target >= 0]
    assert len(numbers) == 14  # each mark leads to its footnote


def test_every_turn_of_the_minutes_has_its_speaker(shared: Path) -> None:
    minutes = read(shared / "labelled" / "tokyo-dialogue-13.txt")
    kinds = [block.kind for block in minutes.blocks]
    assert kinds.count(BlockKind.SPEAKER) == 11
    for place, kind in enumerate(kinds):
        if kind is BlockKind.SPEAKER:
            assert kinds[place + 1] is BlockKind.PARAGRAPH
