"""Who is present and who speaks, in minutes and at press conferences."""

from pathlib import Path

from pipeline.extract.builder import unaccounted
from pipeline.report import AsideKind, BlockKind
from tests.extract.reading import asides, blocks, read_text, texts

P, LI = BlockKind.PARAGRAPH, BlockKind.LIST_ITEM

MINUTES = """\
令和六年七月三十日（火曜日）
　　　午後一時開会
　　　　─────────────
　　出席者は左のとおり。
　　　　委員長　　　　　　　　　小野田紀美君
　　　　　　　　　　　　　　　　高橋はるみ君
　　　　　　　　　　　　　　　　森　まさこ君
　　　国務大臣
　　　　　　　外務大臣　　　　　上川　陽子君
　　　　　　　防衛装備庁プロ
　　　　　　　ジェクト管理部
　　　　　　　長　　　　　　　　片山　泰介君
　　本日の会議に付した案件
○外交、防衛等に関する調査
○沖縄・北方問題の対策に
　関する調査
　（在沖縄米軍事件の通報事案、防衛省・自衛隊
　の不適切事案に関する件）

○委員長（小野田紀美君）　ただいまから会議を開きます。
　委員の異動について御報告いたします。
　　　　〔「異議なし」と呼ぶ者あり〕

○岩屋国務大臣　お答えします。
"""


def test_minutes_of_the_diet(tmp_path: Path) -> None:
    report = read_text(MINUTES, tmp_path)
    assert texts(report, BlockKind.SPEAKER) == ["○委員長（小野田紀美君）", "○岩屋国務大臣"]
    assert texts(report, P)[1:] == [
        "ただいまから会議を開きます。",
        "委員の異動について御報告いたします。",
        "〔「異議なし」と呼ぶ者あり〕",
        "お答えします。",
    ]
    assert "○沖縄・北方問題の対策に関する調査" in texts(report, LI)
    names = "委員長　　　　　　　　　小野田紀美君"
    post = "防衛装備庁プロジェクト管理部長　　　　　　　　片山　泰介君"  # too long for its column
    assert {names, post, "高橋はるみ君", "森　まさこ君"} <= set(texts(report, LI))
    assert any("防衛省・自衛隊の不適切事案" in text for _, text in blocks(report))
    assert asides(report, AsideKind.MARKUP) == ["─────────────"]
    assert not unaccounted(report)


def test_turns_that_a_press_conference_marks_with_brackets(tmp_path: Path) -> None:
    lines = ["【毎日新聞　田中記者】日露関係について伺います。", "【林外務大臣】お答えします。"]
    report = read_text("\n".join(lines), tmp_path)
    assert texts(report, BlockKind.SPEAKER) == ["【毎日新聞　田中記者】", "【林外務大臣】"]
    report = read_text("【参考】関連する資料は次のとおりである。", tmp_path)
    assert texts(report, BlockKind.SPEAKER) == []


def test_names_of_those_present_are_no_headings(tmp_path: Path) -> None:
    lines = ["有識者会議", "（委員）", "青木　節子　慶應義塾大学教授", "阿部　克則　学習院大学教授"]
    report = read_text("\n".join([*lines, "○田中委員  台湾への依存が高い。"]), tmp_path)
    assert texts(report, LI) == lines[2:]
    assert texts(report, BlockKind.SPEAKER) == ["○田中委員"]
