"""What cuts a sentence in two leaves it whole, and stands after it."""

from pathlib import Path

import pytest

from pipeline.extract.builder import unaccounted
from pipeline.report import AsideKind, BlockKind
from tests.extract.reading import asides, blocks, read_text, texts

P, H = BlockKind.PARAGRAPH, BlockKind.HEADING

CUT = "日本は、二国間の協力を進めている。八月には外務大臣政務官が訪問し、ムフ"
REST = "リッディン外相と会談し、関係の強化について議論した。"


@pytest.mark.parametrize(
    ("between", "kinds"),
    [
        ([], []),  # a page's end leaves nothing but a break
        (["日・キルギス首脳会談（11月20日、東京 写真提供：内閣広報室）"], [BlockKind.CAPTION]),
        (["8"], []),  # a page number
        (["- 12 -", "\ue010\ue011"], []),  # a page number and glyphs of a private font
        (["※1 以下同じ。"], [BlockKind.NOTE]),
        (["図表1-2 会談の推移"], [BlockKind.CAPTION]),
        (["会談する両外相"], [BlockKind.CAPTION]),  # a caption that nothing marks as one
    ],
)
def test_a_cut_sentence_is_whole_and_what_cut_it_follows(
    between: list[str], kinds: list[BlockKind], tmp_path: Path
) -> None:
    lines = ["1 中央アジア", CUT, *between, REST, "九月には、これに続く会合が開かれた。"]
    report = read_text("\n\n".join(lines), tmp_path)
    whole = [(H, lines[0]), (P, CUT + REST)]
    assert blocks(report)[:2] == whole
    assert [kind for kind, _ in blocks(report)[2:-1]] == kinds
    assert not unaccounted(report)


def test_footnotes_that_cut_a_sentence(tmp_path: Path) -> None:
    lines = [
        "2 安全保障",
        "日本は、新たな条約（START）¹の効力を重視している。欧州理事会²は",
        "1 START : Strategic Arms Reduction Treaty",
        "2 欧州連合の首脳による会議。詳細については外務省ホームページ参照：",
        "<https://www.example.go.jp/eu.html>",
        "ジョージアに対してEU加盟候補国の地位を付与することを決定した。",
    ]
    report = read_text("\n\n".join(lines), tmp_path)
    assert texts(report, P) == [
        "日本は、新たな条約（START）の効力を重視している。欧州理事会は"
        "ジョージアに対してEU加盟候補国の地位を付与することを決定した。"
    ]
    assert texts(report, BlockKind.FOOTNOTE) == [lines[2], lines[3] + lines[4]]
    marks = [a for a in report.asides if a.kind is AsideKind.FOOTNOTE_MARK]
    targets = [report.blocks[mark.target] for mark in marks]
    assert [report.text[b.start : b.start + 7] for b in targets] == ["1 START", "2 欧州連合の"]


def test_a_heading_ends_a_sentence_that_lost_its_end(tmp_path: Path) -> None:
    lines = [CUT, "(2) 中央アジア諸国", "中央アジアは重要である。"]
    found = blocks(read_text("\n\n".join(lines), tmp_path))
    assert found == [(P, CUT), (H, lines[1]), (P, lines[2])]


PAGES = [
    "諸外国の政策",
    "　米国は、2022年に国家安全保障戦略を公表し",
    "た。日米安全保障協議委員会が開催され、林",
    "45",
    "諸外国の政策",
    "外務大臣、浜田防衛大臣、オースティン国防",
    "長官が出席した（注１）。この会合は二年ぶ",
    "りである。",
    "（注１）第３部第２章を参照。",
    "46",
    "諸外国の政策",
    "　中国は、台湾の周辺での軍事活動を活発に",
    "している。",
]


def test_running_heads_and_notes_between_pages(tmp_path: Path) -> None:
    report = read_text("\n".join(PAGES), tmp_path)
    assert texts(report, P) == [
        "米国は、2022年に国家安全保障戦略を公表した。日米安全保障協議委員会が開催され、林外務大臣、"
        "浜田防衛大臣、オースティン国防長官が出席した。この会合は二年ぶりである。",
        "中国は、台湾の周辺での軍事活動を活発にしている。",
    ]
    assert texts(report, H) == ["諸外国の政策"]  # the first can be the title
    assert asides(report, AsideKind.RUNNING_HEAD) == ["諸外国の政策"] * 2
    assert asides(report, AsideKind.PAGE_NUMBER) == ["45", "46"]
    (mark,) = (aside for aside in report.asides if aside.kind is AsideKind.FOOTNOTE_MARK)
    assert (mark.text, report.blocks[mark.target].kind) == ("（注１）", BlockKind.FOOTNOTE)
