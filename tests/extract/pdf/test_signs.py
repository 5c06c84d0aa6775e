"""Signs at a line's start: numbers of headings, items, captions, notes, labels."""

import pytest

from pipeline.extract.pdf.signs import (
    is_caption,
    is_date,
    is_entry,
    is_note,
    is_weak_sign,
    item_sign,
    note_label,
    rank,
)

ITEMS = [
    ("（１）目的", "（１）"),
    ("・会議を開く", "・"),
    ("①　対象", "①"),
    ("1. 概要", "1."),
    ("問12　対象", "問12"),
    ("（答）含まれる。", "（答）"),
    ("※　注意", "※"),
    ("ア　範囲", "ア"),
    ("-データ標準", "-"),
    ("2023年は", ""),  # a year is no item
    ("1.5倍に", ""),  # nor is a decimal
    ("アジア諸国", ""),  # a word that begins with ア
    ("一部の地域", ""),
    ("国際連合", ""),
]


@pytest.mark.parametrize(("text", "sign"), ITEMS)
def test_item_sign(text: str, sign: str) -> None:
    assert item_sign(text) == sign


RANKS = [
    ("第１部　総論", 0),
    ("第２章　外交", 2),
    ("第３節　課題", 3),
    ("Ⅱ　視点", 5),
    ("１　概要", 6),
    ("1.2　用語", 7),
    ("１-２-３　細目", 8),
    ("（２）経緯", 10),
    ("2023年の動き", None),  # a year
    ("３か国の協力", None),
    ("はじめに", None),
]


@pytest.mark.parametrize(("text", "depth"), RANKS)
def test_rank(text: str, depth: int | None) -> None:
    assert rank(text) == depth


def test_ranks_go_down() -> None:
    depths = [
        rank(text) for text in ("第１章", "第１節", "１　甲", "1.1　乙", "（１）丙", "1)丁", "①戊")
    ]
    assert depths == sorted(depths, key=lambda depth: depth or 0)


CAPTIONS = [
    ("図５　主要な援助国の実績", True),
    ("図表1-2　推移", True),
    ("■第1-1-2図／基盤モデルの概念図", True),
    ("表 １-1　用語の定義", True),
    ("Figure 3: Trends", True),
    ("図１に示すとおり", False),  # running text
    ("図る必要がある。", False),
    ("表明した", False),
    ("写真を撮る", False),
    ("表－２　資格要件　※記載がない箇所は省略した。", True),  # with a remark beside it
    ("表２の※を除く。", False),
]


@pytest.mark.parametrize(("text", "expected"), CAPTIONS)
def test_is_caption(text: str, expected: bool) -> None:
    assert is_caption(text) is expected


NOTES = [
    ("資料：総務省", True),
    ("（注）2023年の値。", True),
    ("出典：国連統計", True),
    ("注１）暫定値", True),
    ("資料を公表した。", False),
    ("注目すべき点", False),
    ("参考文献", False),
]


@pytest.mark.parametrize(("text", "expected"), NOTES)
def test_is_note(text: str, expected: bool) -> None:
    assert is_note(text) is expected


ENTRIES = [
    ("電話：03-3500-0000", "国際課　宮下、東条", True),
    ("（直通電話）03-3500-1234", "（代表電話）03-3500-1200", True),
    ("ＦＡＸ　03-3500-0001", "電話　03-3500-0000", True),
    ("E-mail：a@example.jp", "電話：03-3500-0000", True),
    ("〒100-8901　東京都千代田区", "国際課", True),
    ("（事務局）　橘課長", "（委員）　石橋座長、大野委員", True),
    ("（事務局）　橘課長", "出席した者は次のとおり", False),  # nothing like it above
    ("（請負の職員）については", "（答）　要件を満たす施設", False),  # running text
    ("電話による相談を受けた。", "地方公共団体は、", False),
    ("代表が参加した。", "各国の", False),
    ("住所地の市町村", "申請する者は", False),
]


@pytest.mark.parametrize(("text", "above", "expected"), ENTRIES)
def test_is_entry(text: str, above: str, expected: bool) -> None:
    assert is_entry(text, above) is expected


DATES = [
    ("令和７年６月３日", True),
    ("令和７年６月３日（火）", True),
    ("2025年３月31日現在", True),
    ("平成三十一年四月", True),
    ("令和元年度", False),  # the name of a year, as in a title
    ("令和７年版", False),
    ("令和７年６月３日の会合", False),
]


@pytest.mark.parametrize(("text", "expected"), DATES)
def test_is_date(text: str, expected: bool) -> None:
    assert is_date(text) is expected


LABELS = [
    ("1 SDGs", "1"),
    ("（注2）協定", "（注2）"),
    ("※3 同上", "※3"),
    ("⁷ 協定", "⁷"),
    ("*同上", "*"),
    ("協定", ""),
]


@pytest.mark.parametrize(("text", "label"), LABELS)
def test_note_label(text: str, label: str) -> None:
    assert note_label(text) == label


def test_weak_signs_may_end_a_word() -> None:
    assert is_weak_sign("ス、国際赤十字")
    assert is_weak_sign("ン）が回路網")
    assert not is_weak_sign("（１）目的")
