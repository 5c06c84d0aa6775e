"""What a run says at its end."""

from pathlib import Path

from pipeline.chain.run import Outcome
from pipeline.chain.state import ReportState
from pipeline.chain.summary import summary


def _outcome(**more: object) -> Outcome:
    given = {
        "reports": ["a"],
        "done": ["a"],
        "failed": {},
        "partial": {},
        "notes": {},
        "passed_over": [],
    }
    return Outcome(**given | {"tables": False} | more)  # type: ignore[arg-type]


def test_one_report(tmp_path: Path) -> None:
    [line] = summary(_outcome(), tmp_path, ["csv"])
    assert line == "1 report: 1 done now, 0 up to date, 0 failed"


def test_only_the_wanted_forms_of_the_tables_are_named(tmp_path: Path) -> None:
    *_, line = summary(_outcome(tables=True), tmp_path, ["csv", "parquet"])
    assert line == f"tables: {tmp_path}/4-records/*.csv, *.parquet"


def test_what_was_not_read_stands_last(tmp_path: Path) -> None:
    files = [Path(f"raw/{number}.doc") for number in range(5)]
    lines = summary(
        _outcome(
            failed={"b": "empty: the file has no bytes"},
            partial={"a": "no-text@3: is a picture"},
            notes={"c": "sidecar: c.toml: titel: no such key"},
            passed_over=files,
        ),
        tmp_path,
        ["csv"],
    )
    assert list(lines)[1:] == [
        "passed over, no PDF, HTML, DOCX, TXT: raw/0.doc, raw/1.doc, raw/2.doc and 2 more",
        "note: c: sidecar: c.toml: titel: no such key",
        "partial: a: no-text@3: is a picture",
        "failed: b: empty: the file has no bytes",
    ]


def test_of_many_reports_the_first_are_told(tmp_path: Path) -> None:
    parts = {f"報告{number}": "slow-page@3" for number in range(22)}
    *_, before, last = summary(_outcome(partial=parts), tmp_path, ["csv"])
    assert before == "partial: 報告19: slow-page@3"
    assert last == "partial: 2 reports more; see reports.csv"


def test_pages_with_one_problem_are_told_together() -> None:
    pages = [f"no-text@{page}: is a picture" for page in range(1, 9)]
    scan = ReportState(status="failed", problems=[*pages, "no-date"])
    assert scan.trouble == "no-text@1,2,3,4,5 and 3 more: is a picture; no-date"
    assert scan.loss == ""
    part = ReportState(status="partial", problems=[*pages[:2], "slow-page@3"])
    assert (part.trouble, part.loss) == ("", "no-text@1,2: is a picture; slow-page@3")
    whole = ReportState(status="ok", problems=["no-date", "vertical@1", "misprint@2: 3月4日"])
    assert (whole.trouble, whole.loss, whole.note) == ("", "", "misprint@2: 3月4日")
    assert (scan.note, part.note) == ("", "")
