"""What leaves a block's text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.inline import cuts
from pipeline.report import AsideKind, BlockKind


def kept(text: str, kind: BlockKind) -> str:
    for cut in reversed(cuts(text, kind)):
        text = text[: cut.start] + text[cut.end :]
    return text


PARAGRAPH, HEADING, SPEAKER = BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.SPEAKER


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        (PARAGRAPH, "令和 5 年 3 月 14 日に", "令和5年3月14日に"),  # round digits
        (PARAGRAPH, "用 いた方法で松本 尚政務官が", "用いた方法で松本尚政務官が"),
        (PARAGRAPH, "一般の GDP は 60％増", "一般のGDPは60％増"),
        (
            PARAGRAPH,
            "Strategic Arms Treaty を",
            "Strategic Arms Treatyを",
        ),  # Latin words stay apart
        (PARAGRAPH, "委員長　勝俣　孝明君", "委員長　勝俣　孝明君"),  # a wide space parts names
        (PARAGRAPH, "JETRO　海外調査部", "JETRO　海外調査部"),  # as round Latin letters
        (PARAGRAPH, "JETRO 海外調査部", "JETRO海外調査部"),  # a narrow one is only layout there
        (PARAGRAPH, "Google社\t2018", "Google社\t2018"),  # a tab parts cells
        (SPEAKER, "（イ） 高原 明生 東京大学 教授", "（イ） 高原 明生 東京大学 教授"),
        (SPEAKER, "渡辺 まゆ グローバル・フォーラム", "渡辺 まゆ グローバル・フォーラム"),
        (SPEAKER, "内閣府 第 2 課長", "内閣府 第2課長"),
        (HEADING, "(1) 第 13 回 会合", "(1) 第13回 会合"),  # the mark stays apart from the words
        (HEADING, "1  概観", "1 概観"),  # of several spaces one is kept
        (
            BlockKind.LIST_ITEM,
            "勝俣　孝明君　　　　辻　　清人君",
            "勝俣　孝明君　　　　辻　　清人君",
        ),
        (BlockKind.TABLE, "氏名\t上川 陽子\n役職\t大臣", "氏名\t上川 陽子\n役職\t大臣"),
        (BlockKind.FIELD, "日 時：令和 6 年 9 月", "日 時：令和6年9月"),
        (PARAGRAPH, "報\u200b告\ue010書\xad", "報告書"),  # zero width, private use, soft hyphen
        (PARAGRAPH, "辻\U000e0100市長", "辻市長"),  # a variation selector
    ],
)
def test_layout_spaces_and_controls(kind: BlockKind, text: str, expected: str) -> None:
    assert kept(text, kind) == expected


@pytest.mark.parametrize(
    ("text", "expected", "base", "reading"),
    [
        (
            "北朝鮮の金正恩^{キムジョンウン} 国務委員長",
            "北朝鮮の金正恩国務委員長",
            "金正恩",
            "キムジョンウン",
        ),
        ("関係に軋み^{きしみ}が", "関係に軋みが", "軋み", "きしみ"),
        ("太平洋島嶼(しょ)国と", "太平洋島嶼国と", "嶼", "しょ"),
        ("岸田文雄（きしだふみお）総理", "岸田文雄総理", "岸田文雄", "きしだふみお"),
        ("尹錫悦（ユンソンニョル）大統領", "尹錫悦大統領", "尹錫悦", "ユンソンニョル"),
        ("灌漑《かんがい》用水", "灌漑用水", "灌漑", "かんがい"),
        ("この｜島嶼《とうしょ》を", "この島嶼を", "島嶼", "とうしょ"),  # the bar goes, too
    ],
)
def test_ruby_keeps_its_base(text: str, expected: str, base: str, reading: str) -> None:
    found = [cut for cut in cuts(text, PARAGRAPH) if cut.kind is AsideKind.RUBY]
    assert [(text[c.base_start : c.base_end], c.text) for c in found] == [(base, reading)]
    assert kept(text, PARAGRAPH) == expected


@pytest.mark.parametrize(
    "text",
    [
        "韓国（ソウル）訪問",  # a place in a place
        "ゲートウェイ（玄関口）としての",  # a gloss
        "第三条（イ）に",  # an item
        "該当者（なし）",
        "（ロシアを含む。）",
        "面積は500km²である",  # a unit
        "北大西洋条約機構（ナトー）が",  # no title follows
    ],
)
def test_what_is_neither_ruby_nor_mark(text: str) -> None:
    assert kept(text, PARAGRAPH) == text


@pytest.mark.parametrize(
    ("text", "expected", "marks"),
    [
        ("（新START）¹の効力", "（新START）の効力", ["¹"]),
        ("連合国家¹⁰の防衛", "連合国家の防衛", ["¹⁰"]),
    ],
)
def test_footnote_marks(text: str, expected: str, marks: list[str]) -> None:
    found = [cut.text for cut in cuts(text, PARAGRAPH) if cut.kind is AsideKind.FOOTNOTE_MARK]
    assert (kept(text, PARAGRAPH), found) == (expected, marks)


def test_a_footnote_keeps_its_own_number() -> None:
    assert kept("¹⁰ 1999年12月", BlockKind.FOOTNOTE) == "¹⁰ 1999年12月"


@given(st.text("日本ア（）(){}^《》しょ¹ 　\t\u200b1A｜", max_size=40), st.sampled_from(BlockKind))
def test_cuts_are_in_order_and_flat(text: str, kind: BlockKind) -> None:
    found = cuts(text, kind)
    assert all(cut.start < cut.end for cut in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
