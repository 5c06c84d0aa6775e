"""Plain text: whole reports."""

from pathlib import Path

from pipeline.extract.builder import unaccounted
from pipeline.report import BlockKind, Report
from tests.extract.reading import read, read_text, texts

P, H, LI = BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LIST_ITEM

NOTICE = """\
                                      文科初第123号
                                      令和5年6月7日
各都道府県知事　殿
              外国人児童生徒の受入れ（通知）
　このたび、外国人児童生徒の受入れの方針を下記のと
おり定めましたので、通知します。域内の学校に周知さ
れるようお願いします。各位の御協力をお願い申し上げ
ます。
１　留意事項
（１）日本語の指導を充実すること。ウクライナから避
　　難した児童に配慮すること。
　ア　国際交流協会
　イ　自治体国際化協会
（問合せ先）国際教育課
"""


def test_an_official_notice(tmp_path: Path) -> None:
    report = read_text(NOTICE, tmp_path)
    assert (report.title, report.date) == ("外国人児童生徒の受入れ（通知）", "2023-06-07")
    assert texts(report, BlockKind.FIELD)[0] == "文科初第123号"
    assert texts(report, H) == ["外国人児童生徒の受入れ（通知）", "１　留意事項"]
    assert texts(report, LI) == [
        "（１）日本語の指導を充実すること。ウクライナから避難した児童に配慮すること。",
        "ア　国際交流協会",
        "イ　自治体国際化協会",
    ]


def test_the_specimen_of_this_project() -> None:
    report: Report = read(Path(__file__).parents[2] / "raw" / "pacific-dialogue-4.txt")
    assert len(texts(report, BlockKind.SPEAKER)) >= 4
    assert all(text.endswith(("。", "」")) for text in texts(report, P))
    assert not unaccounted(report)
