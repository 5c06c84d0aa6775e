"""The chain on real files: only what changed is done, and no failure stops the others."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from benchmarks.tables import same_tables
from pipeline.chain import Outcome, run
from pipeline.chain.fingerprints import STAGES
from pipeline.paths import configs
from pipeline.settings import Settings

MINUTES = "2023年9月、上川外務大臣はキルギス外務省でクルバエフ外相と会談した。\n"
RELEASE = "令和5年5月3日、林外務大臣はケニアを訪問した。\n"


@pytest.fixture(autouse=True)
def steady_code(monkeypatch: pytest.MonkeyPatch) -> None:
    """The package's own files are read once: somebody may be editing them while tests run."""
    monkeypatch.setattr("pipeline.chain.fingerprints._code", lambda stage: [])


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    folder = tmp_path / "raw"
    folder.mkdir()
    (folder / "minutes.txt").write_text(MINUTES, "utf-8")
    (folder / "release.txt").write_text(RELEASE, "utf-8")
    return folder


@pytest.fixture
def go(raw: Path, tmp_path: Path, settings: Settings) -> Callable[..., Outcome]:
    def run_here(chosen: Settings = settings, **options: object) -> Outcome:
        return run([raw], tmp_path / "out", chosen, **options)  # type: ignore[arg-type]

    return run_here


def _modified(output: Path, stage: str) -> dict[str, int]:
    return {p.stem: p.stat().st_mtime_ns for p in (output / stage).iterdir() if p.is_file()}


def test_from_reports_to_tables(go: Callable[..., Outcome], tmp_path: Path) -> None:
    outcome = go()
    assert (outcome.reports, outcome.failed) == (["minutes", "release"], {})
    connection = sqlite3.connect(tmp_path / "out" / "4-records" / "records.sqlite")
    found = connection.execute(
        "SELECT doc, label, text, value FROM mentions WHERE label != 'PERSON' ORDER BY doc, start"
    ).fetchall()
    assert found == [
        ("minutes", "DATE", "2023年9月", "2023-09"),
        ("minutes", "ORG", "キルギス外務省", "KGZ"),
        ("release", "DATE", "令和5年5月3日", "2023-05-03"),
        ("release", "COUNTRY", "ケニア", "KEN"),
    ]


def test_a_run_with_nothing_new_does_nothing(go: Callable[..., Outcome]) -> None:
    assert go().done == ["minutes", "release"]
    again = go()
    assert (again.done, again.tables_written) == ([], False)


def test_a_new_report_costs_one_report(go: Callable[..., Outcome], raw: Path) -> None:
    go()
    (raw / "new.txt").write_text("米国が発表した。\n", "utf-8")
    assert go().done == ["new"]


def test_a_changed_report_is_done_again(go: Callable[..., Outcome], raw: Path) -> None:
    go()
    (raw / "release.txt").write_text(RELEASE + RELEASE, "utf-8")
    assert go().done == ["release"]


def test_a_sidecar_is_part_of_its_report(go: Callable[..., Outcome], raw: Path) -> None:
    go()
    (raw / "minutes.toml").write_text('title = "会談"\n', "utf-8")
    assert go().done == ["minutes"]


def test_a_report_taken_away_leaves_the_tables(
    go: Callable[..., Outcome], raw: Path, tmp_path: Path
) -> None:
    go()
    (raw / "release.txt").unlink()
    go()
    connection = sqlite3.connect(tmp_path / "out" / "4-records" / "records.sqlite")
    assert connection.execute("SELECT doc FROM reports").fetchall() == [("minutes",)]


def test_an_edited_lexicon_line_redoes_tag_and_record_only(
    go: Callable[..., Outcome], tmp_path: Path, settings: Settings
) -> None:
    lexicon = tmp_path / "lexicon"
    lexicon.mkdir()
    for file in (configs() / "lexicon").glob("*.csv"):
        (lexicon / file.name).write_bytes(file.read_bytes())
    tag = settings.tag.model_copy(update={"lexicon": str(lexicon)})
    own = settings.model_copy(update={"tag": tag})
    go(own)
    output = tmp_path / "out"
    before = {stage: _modified(output, stage) for stage in ("2-segments", "3-tags")}
    posts = lexicon / "posts.csv"
    posts.write_text(posts.read_text("utf-8").replace("外相", "外相", 1) + "\n", "utf-8")
    assert len(go(own).done) == 2
    assert _modified(output, "2-segments") == before["2-segments"]
    assert all(_modified(output, "3-tags")[doc] > then for doc, then in before["3-tags"].items())


def test_an_edited_setting_redoes_the_stages_that_read_it(
    go: Callable[..., Outcome], tmp_path: Path, settings: Settings
) -> None:
    go()
    before = _modified(tmp_path / "out", "2-segments")
    tag = settings.tag.model_copy(update={"threshold": 0.7})
    assert len(go(settings.model_copy(update={"tag": tag})).done) == 2
    assert _modified(tmp_path / "out", "2-segments") == before


def test_a_damaged_report_stops_no_other(go: Callable[..., Outcome], raw: Path) -> None:
    (raw / "broken.pdf").write_bytes(b"%PDF-1.7\nnothing else")
    outcome = go()
    assert list(outcome.failed) == ["broken"]
    assert set(outcome.done) == {"broken", "minutes", "release"}
    assert list(go().failed) == ["broken"]  # told again, though not tried again
    assert go().done == []


def test_a_crash_inside_a_stage_is_told_in_the_tables(
    go: Callable[..., Outcome], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import pipeline.record

    def rows_or_crash(report: object, *rest: object) -> object:
        if report.doc == "minutes":  # type: ignore[attr-defined]
            raise ValueError("三月")
        return real(report, *rest)  # type: ignore[arg-type]

    real = pipeline.record.rows
    monkeypatch.setattr(pipeline.record, "rows", rows_or_crash)
    assert go().failed == {"minutes": "record-error: ValueError: 三月"}
    connection = sqlite3.connect(tmp_path / "out" / "4-records" / "records.sqlite")
    rows = connection.execute("SELECT doc, status, problems FROM reports").fetchall()
    assert rows[0][:2] == ("minutes", "failed")
    assert rows[1][:2] == ("release", "ok")
    monkeypatch.setattr(pipeline.record, "rows", real)
    assert go().done == ["minutes"]  # tried again, and well this time


def test_rows_that_break_the_schema_are_a_failure(
    go: Callable[..., Outcome], tmp_path: Path
) -> None:
    go()
    part = tmp_path / "out" / "4-records" / "parts" / "minutes.json"
    part.write_text(part.read_text("utf-8").replace('"COUNTRY"', '"LAND"'), "utf-8")
    part.write_text(part.read_text("utf-8").replace('"ORG"', '"LAND"'), "utf-8")
    for _ in range(2):
        assert list(go(force=False, stages=["record"]).failed) == []  # nothing is stale
    (tmp_path / "out" / "4-records" / "reports.csv").unlink()
    for _ in range(2):
        assert "bad-rows" in go().failed["minutes"]


def test_a_file_that_may_not_be_read_fails_alone(
    go: Callable[..., Outcome], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def opened(path: Path, *how: Any, **more: Any) -> Any:
        if (path.parent.name, path.name) == ("raw", "minutes.txt"):
            raise PermissionError(13, "Permission denied")
        return really(path, *how, **more)

    really = Path.open
    monkeypatch.setattr(Path, "open", opened)
    for done in (["minutes", "release"], []):
        outcome = go()
        assert outcome.done == done
        assert outcome.failed == {"minutes": "unreadable: cannot be read: Permission denied"}
    connection = sqlite3.connect(tmp_path / "out" / "4-records" / "records.sqlite")
    rows = connection.execute("SELECT doc, status, sha256 FROM reports").fetchall()
    assert [row[:2] for row in rows] == [("minutes", "failed"), ("release", "ok")]
    assert rows[0][2] == ""
    monkeypatch.setattr(Path, "open", really)
    assert go().done == ["minutes"]


def test_a_single_stage_needs_the_one_before(go: Callable[..., Outcome]) -> None:
    outcome = go(stages=["segment"])
    assert "run `hokoku extract` first" in outcome.failed["minutes"]
    assert go(stages=["extract"]).failed == {}
    assert go(stages=["segment"]).failed == {}


def test_stage_by_stage_the_tables_are_the_same(tmp_path: Path, settings: Settings) -> None:
    """A Doc that one stage hands to the next is what the next would have read from its file."""
    specimens = [Path(__file__).parents[2] / "raw"]
    run(specimens, tmp_path / "run", settings)
    for stage in STAGES:
        run(specimens, tmp_path / "staged", settings, [stage])
    assert same_tables(tmp_path / "run", tmp_path / "staged")


def test_two_workers_write_the_same_tables(
    raw: Path,
    tmp_path: Path,
    settings: Settings,
    go: Callable[..., Outcome],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    go()
    monkeypatch.setattr("pipeline.chain.portions._WORTH_A_WORKER", 0.001)
    monkeypatch.setattr("pipeline.chain.portions._LEAST", 0)
    two = settings.run.model_copy(update={"workers": 2})
    run([raw], tmp_path / "two", settings.model_copy(update={"run": two}))
    assert same_tables(tmp_path / "out", tmp_path / "two")


def test_workers_that_cannot_be_forked(
    go: Callable[..., Outcome], settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("crew", "pool"):
        monkeypatch.setattr(f"pipeline.chain.{module}.FORKS", False)
    monkeypatch.setattr("pipeline.chain.portions._WORTH_A_WORKER", 0.001)
    two = settings.model_copy(update={"run": settings.run.model_copy(update={"workers": 2})})
    assert go(two, stages=["extract"]).done == ["minutes", "release"]
