"""The tables of all reports: checked, in three formats, whole or absent."""

import csv
import sqlite3
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from spacy.language import Language

from pipeline.record import Rows, dump_rows, load_rows, rows_of_failed, write_tables
from pipeline.record.tables import PUBLISHED
from pipeline.record.write.check import problems
from pipeline.report import Media, Problem, Report, Status
from pipeline.settings import RecordSettings, load_settings
from tests.record.marked import Given, recorded

TEXT: list[Given] = [
    "[7月|2024-07]には[穂坂泰|P]外務大臣政務官が[ガーナ|GHA]を訪問し、[ボチウェイ|P]外相と会談した。",
    "＝[外務省|O JPN]の発表による。",
    "=1+1 とある。",
]


@pytest.fixture(scope="module")
def made(ginza: Language) -> Rows:
    return recorded(ginza, TEXT)


@pytest.fixture
def settings() -> RecordSettings:
    return load_settings().record


def _named(made: Rows, doc: str) -> Rows:
    """The rows as those of another report."""
    return {
        name: [[doc, *row[1:]] for row in rows] if name != "country_names" else rows
        for name, rows in made.items()
    }


def _parts(folder: Path, *reports: Rows) -> list[Path]:
    paths = []
    for report in reports:
        path = folder / "parts" / f"{report['reports'][0][0]}.json"
        dump_rows(report, path)
        paths.append(path)
    return paths


def _csv(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def test_rows_survive_their_file(made: Rows, tmp_path: Path) -> None:
    dump_rows(made, tmp_path / "part.json")
    assert load_rows(tmp_path / "part.json") == made


def test_the_three_formats_agree(made: Rows, tmp_path: Path, settings: RecordSettings) -> None:
    write_tables(_parts(tmp_path, _named(made, "b"), made), tmp_path, settings)
    database = sqlite3.connect(tmp_path / "records.sqlite")
    for table in PUBLISHED:
        lines = _csv(tmp_path / f"{table.name}.csv")
        stored = database.execute(f"SELECT * FROM {table.name}").fetchall()
        columns = pq.read_table(tmp_path / f"{table.name}.parquet")
        assert columns.column_names == table.header
        assert [tuple(row.values()) for row in columns.to_pylist()] == stored
        assert len(lines) == len(stored)
    assert [row["doc"] for row in _csv(tmp_path / "reports.csv")] == ["b", "test"]
    database.close()


def test_csv_is_for_excel(made: Rows, tmp_path: Path, settings: RecordSettings) -> None:
    write_tables(_parts(tmp_path, made), tmp_path, settings)
    assert (tmp_path / "sentences.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    texts = [row["text"] for row in _csv(tmp_path / "sentences.csv")]
    assert "'=1+1とある。" in texts
    assert "＝外務省の発表による。" in texts  # a full-width sign is no formula
    bare = settings.model_copy(update={"formula_guard": ""})
    write_tables(_parts(tmp_path, made), tmp_path, bare)
    assert "=1+1とある。" in [row["text"] for row in _csv(tmp_path / "sentences.csv")]


def test_order_and_bytes_do_not_hang_on_the_call(
    made: Rows, tmp_path: Path, settings: RecordSettings
) -> None:
    parts = _parts(tmp_path, made, _named(made, "a"), _named(made, "b"))
    write_tables(parts, tmp_path / "one", settings)
    write_tables(parts[::-1], tmp_path / "two", settings)
    write_tables(parts[::-1], tmp_path / "two", settings)  # again, parts known
    names = sorted(f.name for f in (tmp_path / "one").iterdir())
    assert names == sorted(f.name for f in (tmp_path / "two").iterdir())
    for name in names:
        if not name.startswith("."):
            assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_formats_that_are_not_wanted_go(
    made: Rows, tmp_path: Path, settings: RecordSettings
) -> None:
    parts = _parts(tmp_path, made)
    write_tables(parts, tmp_path, settings)
    write_tables(parts, tmp_path, settings.model_copy(update={"formats": ["csv"]}))
    kinds = {file.suffix for file in tmp_path.iterdir() if file.is_file() and file.stem[0] != "."}
    assert kinds == {".csv"}


def test_a_failed_report_has_its_row_alone(tmp_path: Path, settings: RecordSettings) -> None:
    report = Report("scan", "raw/scan.pdf", Media.PDF, "0" * 64, status=Status.FAILED)
    report.problems.append(Problem("no-text", 3))
    write_tables(_parts(tmp_path, rows_of_failed(report)), tmp_path, settings)
    (row,) = _csv(tmp_path / "reports.csv")
    assert (row["status"], row["problems"]) == ("failed", "no-text@3")
    assert _csv(tmp_path / "mentions.csv") == []


def _broken(made: Rows, table: str, column: int, value: object) -> Rows:
    rows = {name: [list(row) for row in listed] for name, listed in made.items()}
    rows[table][0][column] = value  # type: ignore[call-overload]
    return rows


BROKEN = [
    ("mentions", 12, "PLACE", "a label that there is not"),
    ("mentions", 2, 99, "a sentence that there is not"),
    ("mentions", 4, -1, "an offset below 0"),
    ("mentions", 4, "nought", "text for a number"),
    ("people", 2, "", "a name left empty"),
    ("people", 5, "Japan", "a country that is no code"),
    ("events", 6, "picnic", "a type that there is not"),
    ("event_people", 2, 99, "a person that there is not"),
    ("sentences", 1, 2, "a key that stands twice"),
]


@pytest.mark.parametrize(("table", "column", "value", "what"), BROKEN)
def test_the_schema_sees(made: Rows, table: str, column: int, value: object, what: str) -> None:
    assert list(problems(made)) == []
    assert list(problems(_broken(made, table, column, value))), what


def test_a_broken_report_stops_no_other(
    made: Rows, tmp_path: Path, settings: RecordSettings
) -> None:
    broken = _broken(_named(made, "bad"), "mentions", 2, 99)
    written = write_tables(_parts(tmp_path, broken, made), tmp_path, settings)
    assert list(written.refused) == ["bad"]
    statuses = {row["doc"]: row["status"] for row in _csv(tmp_path / "reports.csv")}
    assert statuses == {"bad": "failed", "test": "ok"}
    assert {row["doc"] for row in _csv(tmp_path / "mentions.csv")} == {"test"}


def test_an_interrupted_write_leaves_the_old_tables(
    made: Rows, tmp_path: Path, settings: RecordSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_tables(_parts(tmp_path, made), tmp_path, settings)
    before = (tmp_path / "mentions.csv").read_bytes()

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("pipeline.record.write.Individuals.rows", stop)
    with pytest.raises(KeyboardInterrupt):
        write_tables(_parts(tmp_path, made, _named(made, "b")), tmp_path, settings)
    assert (tmp_path / "mentions.csv").read_bytes() == before
    assert not list(tmp_path.glob(".unfinished-*"))


VIEWS = [
    (
        "SELECT month, country, person, other_person FROM who_met_whom WHERE country = 'JPN'",
        [("2024-07", "JPN", "穂坂泰", "ボチウェイ")],
    ),
    (
        "SELECT country, other_country_name, contacts FROM contacts_by_country_and_month "
        "WHERE type = 'meeting' AND country = 'JPN'",
        [("JPN", "ガーナ", 1)],
    ),
    ("SELECT from_country, to_country, people FROM visits", [("JPN", "GHA", "穂坂泰")]),
    (
        "SELECT name, title FROM posts_of_people WHERE country = 'JPN'",
        [("穂坂泰", "外務大臣政務官")],
    ),
    ("SELECT count(*) FROM countries_together", [(0,)]),  # one country is named alone
]


@pytest.mark.parametrize(("query", "expected"), VIEWS)
def test_views(
    made: Rows, tmp_path: Path, settings: RecordSettings, query: str, expected: list[tuple[object]]
) -> None:
    write_tables(_parts(tmp_path, made), tmp_path, settings)
    database = sqlite3.connect(tmp_path / "records.sqlite")
    assert database.execute(query).fetchall() == expected
    database.close()


def test_those_of_one_side_did_not_meet_each_other(
    ginza: Language, tmp_path: Path, settings: RecordSettings
) -> None:
    text = (
        "[5月|2024-05]、[林|P]外務大臣と[浜田|P]防衛大臣は、"
        "[米国|USA]の[ブリンケン|P]国務長官と会談した。"
    )
    write_tables(_parts(tmp_path, recorded(ginza, [text])), tmp_path, settings)
    database = sqlite3.connect(tmp_path / "records.sqlite")
    query = "SELECT person, other_person FROM who_met_whom WHERE person < other_person"
    assert set(database.execute(query)) == {("ブリンケン", "林"), ("ブリンケン", "浜田")}
    database.close()
