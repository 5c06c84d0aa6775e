"""Spaces between glyphs: which are text, and which only layout put there."""

import pytest

from pipeline.extract.pdf.spaces import text_of
from tests.extract.pdf.glyphs import line

LINES = [
    ("国際連合", "国際連合"),
    ("令和 5 年 3 月", "令和5年3月"),  # gaps round digits
    ("用 いた費用は", "用いた費用は"),  # a space inside a word
    ("ソ フ ト ウ ェ ア", "ソフトウェア"),  # letter-spaced
    ("事　務　連　絡", "事務連絡"),
    ("第１章　総則", "第１章　総則"),  # an em after a heading's number
    ("１　目　的", "１　目的"),  # the same before a title in spaced letters
    ("３　月　５　日", "３月５日"),  # what is counted is no title
    ("外務大臣　上川　陽子", "外務大臣　上川　陽子"),  # between names
    ("西村 毅、満塩 尚史", "西村 毅、満塩 尚史"),  # a typed space between kanji
    ("総務省は DX の推進", "総務省はDXの推進"),
    ("United Nations", "United Nations"),  # Latin words keep theirs
    ("目次..........3", "目次\t3"),  # a table of contents
    ("３．１", "３．１"),
]


@pytest.mark.parametrize(("printed", "expected"), LINES)
def test_line(printed: str, expected: str) -> None:
    assert text_of([line(printed)]) == expected


PAIRS = [
    (
        ("我が国は、国際連", "合に加盟した。"),
        "我が国は、国際連合に加盟した。",
    ),  # no space in Japanese
    (("the United", "Nations"), "the United Nations"),  # one between Latin words
    (("https://www.mofa.go.jp/", "mofaj/"), "https://www.mofa.go.jp/mofaj/"),  # none in an address
    (("ASEAN", "諸国"), "ASEAN諸国"),
    (("東京都「指針」", "https://a.jp/"), "東京都「指針」 https://a.jp/"),  # an address of its own
    (("国立国会図書館", "www.ndl.go.jp"), "国立国会図書館 www.ndl.go.jp"),
    (("統計表（", "https://a.jp/）"), "統計表（https://a.jp/）"),  # what leads to it
    (("公表先：", "https://a.jp/"), "公表先：https://a.jp/"),
]


@pytest.mark.parametrize(("printed", "expected"), PAIRS)
def test_lines_joined(printed: tuple[str, str], expected: str) -> None:
    assert text_of([line(part) for part in printed]) == expected
