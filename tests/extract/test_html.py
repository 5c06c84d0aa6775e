"""HTML as ministries publish it."""

from typing import Any

import pytest
from lxml import html

from pipeline.extract.builder import unaccounted
from pipeline.extract.decode import Decoded
from pipeline.extract.html import declared_charset, read_html
from pipeline.report import AsideKind, BlockKind, Media, Report
from tests.extract.reading import SAMPLES, asides, blocks, read, texts

P, H, LI = BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LIST_ITEM


def page(body: str) -> Report:
    report = Report("x", "x.html", Media.HTML, "")
    return read_html(Decoded(f"<html><body>{body}</body></html>", "utf-8", []), report)


def test_a_press_release() -> None:
    report = read(SAMPLES / "press-release.html")
    assert (report.title, report.date) == ("日・モルドバ外相会談", "2024-03-14")
    assert blocks(report) == [
        (H, "日・モルドバ外相会談"),
        (BlockKind.FIELD, "令和6年3月14日"),
        (BlockKind.CAPTION, "会談に臨む両外相（3月14日、東京）"),
        (
            P,
            "3月14日、午後2時から約30分間、上川陽子外務大臣は、訪日中の波波外相と会談を行ったところ、"
            "概要は以下のとおりです。",
        ),
        (LI, "冒頭、上川大臣から、モルドバのEU加盟候補国としての取組に敬意を表しました。"),
        (
            LI,
            "両外相は、面積500km2の農地の再生、Research & Developmentの協力について一致しました。",
        ),
        (BlockKind.FIELD, "日時：令和6年3月14日（木）"),
        (BlockKind.FIELD, "場所：飯倉公館"),
        (BlockKind.CAPTION, "出席者"),
        (BlockKind.TABLE, "氏名\t役職\n上川 陽子\t外務大臣　（議長）"),
        (BlockKind.FOOTNOTE, "（注1）モルドバは2022年にEU加盟候補国となった。"),
    ]
    assert report.tables[0].rows == [["氏名", "役職"], ["上川 陽子", "外務大臣　（議長）"]]
    (ruby,) = (aside for aside in report.asides if aside.kind is AsideKind.RUBY)
    assert (ruby.text, report.text[ruby.base_start : ruby.base_end]) == ("ぽぽ", "波波")
    (mark,) = (aside for aside in report.asides if aside.kind is AsideKind.FOOTNOTE_MARK)
    assert report.blocks[mark.target].kind is BlockKind.FOOTNOTE
    assert any("Copyright" in text for text in asides(report, AsideKind.MARKUP))


def test_a_chapter_of_old_markup_in_shift_jis() -> None:
    report = read(SAMPLES / "yearbook.sjis.html")
    assert (report.encoding, report.title, report.covers) == ("cp932", "外交年鑑2024", "2023")
    assert texts(report, H) == ["第2章　島々との協力", "１　概観", "２　会合"]
    assert texts(report, P) == [
        "太平洋の島嶼国は、広大な海を有する。",
        "2023年も、日本は、①防災、②海洋の二つの分野で協力を続けた。",
        "これらの国との関係は深い。",
        "11月、パラオで会合が開かれ、ウィップス大統領が議長を務めた。",
    ]
    assert texts(report, BlockKind.FOOTNOTE) == ["（注１）同会合は三年ごとに開かれる。"]


def test_a_press_conference_in_euc() -> None:
    report = read(SAMPLES / "interview.euc.html")
    assert (report.encoding, report.title, report.date) == ("euc_jp", "大臣会見記録", "2024-05-10")
    assert texts(report, BlockKind.SPEAKER) == ["【架空新聞　田中記者】", "【林外務大臣】"]
    assert texts(report, P)[-1] == "以上の記録は、会見の内容をそのまま書き起こしたものです。"


@pytest.mark.parametrize("name", ["press-release.html", "yearbook.sjis.html", "interview.euc.html"])
def test_elements_and_offsets_lead_back(name: str) -> None:
    report = read(SAMPLES / name)
    data = (SAMPLES / name).read_bytes()
    source = data.decode(report.encoding)
    assert not unaccounted(report)
    parser = html.HTMLParser(encoding=report.encoding.replace("_", "-"))
    root = html.document_fromstring(data, parser=parser)
    first = next(block for block in report.blocks if block.kind is P)
    start = report.origin(first.start)
    assert start is not None
    assert source[start] == report.text[first.start]
    element = [e for e in report.elements if e.start <= start][-1]
    found: Any = root.getroottree().xpath(element.path)
    assert report.text[first.start : first.start + 8] in found[0].text_content()


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>東京で<br>会談した。</p>", [(P, "東京で会談した。")]),  # a break inside a sentence
        ("<p>会談した。<br>帰国した。</p>", [(P, "会談した。"), (P, "帰国した。")]),
        ("<p>日本\n政府は<b>米\n国</b>と協議した。", [(P, "日本政府は米国と協議した。")]),  # open
        ("<p>White\nPaper を公表した。</p>", [(P, "White Paperを公表した。")]),
        ("<p>A&amp;B&#22269;&hellip;。", [(P, "A&B国…。")]),
        ("<p>100&nbsp;人が参加した。", [(P, "100人が参加した。")]),
        ("<p style='display:none'>隠す。</p><p>見える。</p>", [(P, "見える。")]),
        ("<div class='sns-share'>共有</div><p>本文。</p>", [(P, "本文。")]),
        ("<div id='main-header'>本文の頭。</div>", [(P, "本文の頭。")]),  # main wins over header
        ("<ul><li>一つ目<li>二つ目</ul>", [(LI, "一つ目"), (LI, "二つ目")]),
        ("<p>外務大臣<sup>1</sup>は述べた。<p>10<sup>6</sup>人が見た。", [
            (P, "外務大臣は述べた。"), (P, "106人が見た。")]),
        ("<table><tr><td><p>枠の中の文である。</p></td></tr></table>", [(P, "枠の中の文である。")]),
        ("text only", [(P, "text only")]),
        ("", []),
    ],
)  # fmt: skip
def test_markup(body: str, expected: list[tuple[BlockKind, str]]) -> None:
    report = page(body)
    assert blocks(report) == expected
    assert not unaccounted(report)


@pytest.mark.parametrize(
    ("head", "charset"),
    [
        (b'<meta charset="euc-jp">', "euc-jp"),
        (b'<META http-equiv="Content-Type" content="text/html; charset=Shift_JIS">', "Shift_JIS"),
        (b'<?xml version="1.0" encoding="EUC-JP"?>', "EUC-JP"),
        (b"<title>charset=nothing</title>", ""),
    ],
)
def test_charsets_are_read_from_the_head(head: bytes, charset: str) -> None:
    assert declared_charset(head) == charset


def test_pages_with_headings_of_their_own_have_no_others() -> None:
    report = page(
        "<h2>会談</h2><p>写真</p><p>会談した。</p><p>１　冒頭</p><p>歓迎した。</p><h2>次</h2>"
    )
    assert texts(report, H) == ["会談", "１　冒頭", "次"]  # numbered ones are


def test_footnotes_that_only_a_list_numbers() -> None:
    report = page(
        "<p>会談<sup><a href='#f2'>2</a></sup>した。</p>"
        "<ol class='footnotes'><li>一つ目の注。</li><li>二つ目の注。</li></ol>"
    )
    (mark,) = (aside for aside in report.asides if aside.kind is AsideKind.FOOTNOTE_MARK)
    target = report.blocks[mark.target]
    assert report.text[target.start : target.end] == "二つ目の注。"


def test_elements_that_pages_leave_open() -> None:
    report = page("<font size=2>文である。<br>" * 3000)
    assert len(report.blocks) == 3000
