"""Title, date and covered period."""

from pathlib import Path

import pytest

from pipeline.extract.metadata.fulldate import full_dates
from pipeline.report import Status
from tests.extract.reading import read, read_text


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("令和5年3月14日（金）", ["2023-03-14"]),
        ("令和 5 年 3 月 14 日", ["2023-03-14"]),
        ("令和六年十一月二十八日（木曜日）", ["2024-11-28"]),
        ("平成元年一月八日", ["1989-01-08"]),
        ("２０２４年１月２日", ["2024-01-02"]),
        ("二〇二二年二月二十四日", ["2022-02-24"]),
        ("2007年（平成19年）4月", ["2007-04"]),
        ("2024/3/14、2024-03-15 及び R6.3.16", ["2024-03-14", "2024-03-15", "2024-03-16"]),
        ("5年3月14日", []),  # of no era
        ("2023年2月30日", []),  # on no calendar
        ("3月14日", []),
        ("第2024/3/140号", []),
    ],
)
def test_full_dates(text: str, values: list[str]) -> None:
    assert [found.value for found in full_dates(text)] == values


PROSE = "両外相は、二国間関係の強化について議論した。"
SESSION = "議論概要\n日 時：令和 6 年 9 月 20 日（金）14 時\n"
SESSIONS = "概要\n日時：令和5年3月14日（火）～16日（木）\n"
INTERVIEW = "会見記録\n（令和3年2月26日（金曜日）15時　於：本省）\n【林大臣】"
SITTING = "令和六年七月三十日（火曜日）\n　　午後一時開会\n○委員長（山田君）　"


@pytest.mark.parametrize(
    ("name", "text", "date", "covers"),
    [
        ("a.txt", SESSION + PROSE, "2024-09-20", "2024-09-20"),
        ("a.txt", SESSIONS + PROSE, "2023-03-14", "2023-03-14/2023-03-16"),
        ("a.txt", SITTING + PROSE, "2024-07-30", "2024-07-30"),
        ("a.txt", f"１　日時：令和４年９月２１日（水）\n{PROSE}", "2022-09-21", "2022-09-21"),
        ("a.txt", INTERVIEW + PROSE, "2021-02-26", "2021-02-26"),
        ("a.txt", f"令和5年度 協力の実績\n1 概観\n{PROSE}", "", "2023-04/2024-03"),
        ("a.txt", f"1 概観\n2020年版の白書が述べたとおり、{PROSE}", "", ""),  # another report
        ("a.txt", f"外交青書2024\n1 概観\n{PROSE}", "2024", "2023"),
        ("a.txt", f"令和6年版 防衛白書\n1 概観\n{PROSE}", "2024", "2023"),
        ("bluebook-2024-2-6.txt", f"1 概観\n{PROSE}", "2024", "2023"),
        ("2023年版白書.txt", f"1 概観\n{PROSE}", "2023", "2022"),
        ("a.txt", f"日・モルドバ外相会談\n令和6年3月14日\n{PROSE}", "2024-03-14", ""),  # press
        ("a.txt", f"速報\n◆令和２年５月１２日１８時３０分時点\n{PROSE}", "2020-05-12", ""),
        ("a.txt", f"就業規則\n令和４年11月版　労働基準局監督課\n{PROSE}", "2022-11", ""),
        ("a.txt", f"{PROSE}\n（令和6年3月14日）", "2024-03-14", ""),  # dated at its end
        ("release-20240314.txt", PROSE, "2024-03-14", ""),
        ("speech-2024.txt", PROSE, "2024", ""),
        ("a.txt", f"1 概観\n2015年1月2日、{PROSE}", "", ""),  # told of, not the report's own
    ],
)
def test_date_and_covers(name: str, text: str, date: str, covers: str, tmp_path: Path) -> None:
    report = read_text(text, tmp_path, name)
    assert (report.date, report.covers) == (date, covers)
    assert ("no-date" in {p.code for p in report.problems}) == (not date and not covers)
    assert report.status is Status.OK  # that no date is known takes nothing from the text


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            f"「島」対話\n\n「海の展望」\n\n日 時：令和5年3月14日\n\n{PROSE}",
            "「島」対話 「海の展望」",
        ),
        (f"ロシアと中央アジア\n\n1 概観\n\n{PROSE}", "ロシアと中央アジア"),
        (
            f"事務連絡\n\n各都道府県　御中\n\n資料の送付について（その１）\n\n{PROSE}",
            "資料の送付について（その１）",
        ),
        (f"旅券法施行規則の一部を改正する省令\n\n{PROSE}", "旅券法施行規則の一部を改正する省令"),
        (f"{PROSE}\n\n資料の送付について\n\n{PROSE}", ""),  # a line in the middle is no title
        (f"{PROSE}\n\n1 概観\n\n{PROSE}", ""),  # what comes after prose is no title
    ],
)
def test_titles(text: str, title: str, tmp_path: Path) -> None:
    assert read_text(text, tmp_path).title == title


def test_a_sidecar_wins(tmp_path: Path) -> None:
    sidecar = 'title = "外交青書"\ndate = 2024-04-16\ncovers = "2023-04/2024-03"\n'
    (tmp_path / "report.toml").write_text(sidecar, "utf-8")
    report = read_text(f"別の題\n\n令和5年3月14日\n\n{PROSE}", tmp_path)
    assert (report.title, report.date, report.covers) == (
        "外交青書",
        "2024-04-16",
        "2023-04/2024-03",
    )
    assert not report.problems


@pytest.mark.parametrize(
    ("sidecar", "told"),
    [
        ("titel = 'x'\n", "titel: no such key"),
        ("date = '14 March'\n", "date: not an EDTF date"),
        ("date = \n", "not valid TOML"),
    ],
)
def test_a_broken_sidecar_is_a_problem_and_the_text_speaks(
    sidecar: str, told: str, tmp_path: Path
) -> None:
    (tmp_path / "report.toml").write_text(sidecar, "utf-8")
    report = read_text(f"題\n\n令和5年3月14日\n\n{PROSE}", tmp_path)
    (problem,) = report.problems
    assert problem.code == "sidecar"
    assert told in problem.detail
    assert report.date == "2023-03-14"


def test_main_reports(shared: Path) -> None:
    yearbook = read(shared / "labelled" / "bluebook-2024-2-6.txt")
    minutes = read(shared / "labelled" / "tokyo-dialogue-13.txt")
    sitting = read(shared / "labelled" / "diet-2024-11-14-gaimu.txt")
    assert (yearbook.title[:3], yearbook.date, yearbook.covers) == ("ロシア", "2024", "2023")
    assert (minutes.date, minutes.covers) == ("2025-03-14", "2025-03-14")
    assert sitting.date == "2024-11-14"
