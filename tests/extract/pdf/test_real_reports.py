"""Reports of ../shared/reports: facts that hold of them (their texts are not kept here)."""

from functools import cache
from pathlib import Path

import pytest

from pipeline.extract.builder import unaccounted
from pipeline.report import AsideKind, BlockKind, Report, Status
from tests.extract.pdf.reading import bare, lost, read, sentences


@cache
def report_of(source: Path) -> Report:
    return read(source)


@pytest.fixture
def reports(shared: Path) -> Path:
    return shared / "reports"


@pytest.mark.parametrize(
    ("name", "share"),
    [("gov_cio_dp2020_03", 0.98), ("gov_cio_dp2021_06", 0.98), ("gov_cio_dp2021_10", 0.98)],
)
def test_sentences_of_the_word_original_survive(reports: Path, name: str, share: float) -> None:
    truth = (reports / f"{name}.truth.txt").read_text("utf-8")
    broken = lost(truth, report_of(reports / f"{name}.pdf"), shortest=15)
    assert len(broken) <= (1 - share) * len(sentences(truth, 15))


WHOLE = [
    # a paragraph across two columns and two pages, with a footnote's marks in it
    (
        "gov_mext_sti2024_ch1",
        "言語や画像等の複数のモダリティ（データの種類）も対応付けられ、マルチモーダル性・",
    ),
    # in two columns below a heading between two rules
    ("gov_mext_sti2024_ch1", "略称です。ＡＩという言葉は、1955年に米国の計算機科学研究者"),
    # across a page, with figure, caption, note and footnotes between
    (
        "gov_mext_sti2024_ch1",
        "「ノイズ除去拡散確率モデル」などにより、高精度な画像生成が可能になり、",
    ),
    # under ruby
    ("gov_mext_sti2024_ch1", "2010年頃から「第３次ブーム」が牽引されてきましたが、"),
    # beside a heading in the next column, over whose gutter the 、 before ガイド hangs
    ("gov_mext_sti2024_ch5", "生成ＡＩの活用に向けて、ガイドラインの整備や試行的な取組"),
    # a full-width ’ set over the s
    ("gov_mext_sti2024_ch1", "“LearningfromTay’sintroduction”"),
    # 次 and ブ are spaces for the PDF, not for its font
    ("gov_mext_sti2024_ch1", "第2次ブーム頃から応用が広が"),
    # beside a picture
    ("gov_mext_sti2024_ch5", "私たちの生活は便利になりました。"),
    # vertical writing
    ("gov_mhlw_kokuji_1p_vertical", "別表第一から別表第三までを次のように改める。"),
    # a note that repeats on eleven pages, beside a caption
    ("gov_otoineppu_kouji_89p", "個別に定める資格要件※記載がない箇所"),
    # Kangxi radicals
    ("gov_otoineppu_kouji_89p", "自治体別"),
    # struck four times
    ("gov_otoineppu_sogosenryaku", "森と水と人が織りなす匠の里・おといねっぷ"),
]


@pytest.mark.parametrize(("name", "text"), WHOLE)
def test_text_is_whole(reports: Path, name: str, text: str) -> None:
    assert text in bare(report_of(reports / f"{name}.pdf").text)


@pytest.mark.parametrize("name", ["gov_mext_sti2024_ch1", "gov_mext_sti2024_ch5"])
def test_running_heads_leave_and_titles_stay(reports: Path, name: str) -> None:
    report = report_of(reports / f"{name}.pdf")
    heads = [a for a in report.asides if a.kind is AsideKind.RUNNING_HEAD]
    assert {head.page for head in heads} == {page.number for page in report.pages}
    titles = [b for b in report.blocks if b.kind is BlockKind.HEADING and b.level == 1]
    assert report.text[titles[0].start : titles[0].end].startswith("第")


@pytest.mark.parametrize(
    ("name", "marks"), [("gov_mext_sti2024_ch1", 26), ("gov_mext_sti2024_ch5", 12)]
)
def test_marks_find_their_footnotes(reports: Path, name: str, marks: int) -> None:
    report = report_of(reports / f"{name}.pdf")
    found = [a for a in report.asides if a.kind is AsideKind.FOOTNOTE_MARK and a.target >= 0]
    assert len(found) >= marks


@pytest.mark.parametrize(
    ("name", "page", "cells"),
    [
        ("gov_mext_sti2024_ch1", 6, ["BERT", "Google社", "2018", "3.4億", ""]),
        # the head of a table that stands on other pages too
        (
            "gov_otoineppu_sogosenryaku",
            13,
            ["重要業績評価指標（ＫＰＩ）", "現状値（2014年度）", "目標値（2019年度）"],
        ),
        # entries of one cell, far apart
        ("gov_otoineppu_kouji_89p", 20, ["⑪　⑫", "自治体　自治体"]),
        ("gov_tokyo_covid_2p", 1, ["男性", "女性", "不明"]),
        # a remark over the cells of four columns
        (
            "gov_tokyo_covid_2p",
            2,
            ["4904", "５月１２日（火）", "", "10代", "女性", "", "現在、調査中です。"],
        ),
        ("gov_mhlw_kokuji_mixed_4p", 2, ["改正後", "改正前"]),
    ],
)
def test_tables(reports: Path, name: str, page: int, cells: list[str]) -> None:
    report = report_of(reports / f"{name}.pdf")
    rows = [r for t in report.tables if report.blocks[t.block].page == page for r in t.rows]
    assert cells in [row[: len(cells)] for row in rows]


@pytest.mark.parametrize("name", ["gov_otoineppu_kouji_89p", "gov_otoineppu_sogosenryaku"])
def test_no_radical_is_left(reports: Path, name: str) -> None:
    report = report_of(reports / f"{name}.pdf")
    assert not [char for char in report.text if "\u2e80" <= char < "\u2fe0"]


PROBLEMS = [
    ("gov_pmda_scan_7p", Status.FAILED, "no-text@1"),
    ("bad_password_aes256", Status.FAILED, "needs-password"),
    ("gov_mhlw_kokuji_1p_vertical", Status.OK, "vertical@1"),
    ("gov_cio_dp2021_06", Status.OK, "ocr@2"),  # items' numbers are pictures
    ("gov_mhlw_kokuji_mixed_4p", Status.PARTIAL, "no-text@1"),  # a part of it is outlines
    ("gov_otoineppu_sogosenryaku", Status.PARTIAL, "no-text@1"),  # the title is outlines
    ("gov_mext_sti2024_ch1", Status.OK, "outlines@7"),  # the title of a box is
    ("gov_mext_sti2024_ch5", Status.OK, "outlines@4"),
]


@pytest.mark.parametrize(("name", "status", "problem"), PROBLEMS)
def test_problems(reports: Path, name: str, status: Status, problem: str) -> None:
    report = report_of(reports / f"{name}.pdf")
    assert report.status is status
    assert problem in [str(found) for found in report.problems]


def test_the_password_opens(reports: Path) -> None:
    assert read(reports / "bad_password_aes256.pdf", passwords=["foo"]).status is Status.OK


@pytest.mark.parametrize("name", ["gov_mext_sti2024_ch1", "gov_mhlw_tuti_22p", "tex_ruby_sample"])
def test_every_source_character_is_accounted_for(reports: Path, name: str) -> None:
    assert unaccounted(report_of(reports / f"{name}.pdf")) == []
