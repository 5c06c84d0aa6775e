"""Sources and output in a store that fsspec reaches."""

import csv
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.chain import SourceError, run
from pipeline.errors import UserError
from pipeline.paths import place
from pipeline.settings import Settings

upath = pytest.importorskip("upath")


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setattr("pipeline.chain.fingerprints._contents", lambda files: [])
    root = place("memory://hokoku-test")
    (root / "raw" / "2024").mkdir(parents=True, exist_ok=True)
    (root / "raw" / "2024" / "談話.txt").write_text("林外務大臣はケニアを訪問した。\n", "utf-8")
    (root / "raw" / "2024" / "談話.toml").write_text('title = "訪問"\n', "utf-8")
    yield root
    root.fs.rm(root.path, recursive=True)  # type: ignore[attr-defined]


def test_from_store_to_store(store: Path, settings: Settings) -> None:
    outcome = run([store / "raw"], store / "out", settings)
    assert (outcome.reports, outcome.failed) == (["2024/談話"], {})
    tables = store / "out" / "4-records"
    assert "ケニア" in (tables / "mentions.csv").read_text("utf-8-sig")
    [row] = csv.DictReader((tables / "reports.csv").read_text("utf-8-sig").splitlines())
    assert (row["doc"], row["title"]) == ("2024/談話", "訪問")
    assert row["source"] == "memory://hokoku-test/raw/2024/談話.txt"
    again = run([store / "raw"], store / "out", settings)
    assert (again.done, again.tables_written) == ([], False)


def test_from_store_to_folder(store: Path, settings: Settings, tmp_path: Path) -> None:
    assert run([store / "raw"], tmp_path, settings).done == ["2024/談話"]
    (store / "raw" / "2024" / "談話.txt").write_text("林外務大臣はガーナを訪問した。\n", "utf-8")
    assert run([store / "raw"], tmp_path, settings).done == ["2024/談話"]
    assert "ガーナ" in (tmp_path / "4-records" / "countries.csv").read_text("utf-8-sig")


def test_a_place_that_a_store_does_not_have(store: Path, settings: Settings) -> None:
    with pytest.raises(SourceError, match="memory://hokoku-test/absent: no such file or folder"):
        run([store / "absent"], store / "out", settings)


def test_a_file_address_is_a_path(tmp_path: Path) -> None:
    assert place(f"file://{tmp_path}") == tmp_path


def test_the_extra_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "upath", None)
    with pytest.raises(UserError, match=r"pip install 'hokoku\[cluster\]'"):
        place("s3://reports/2024")


def test_an_unknown_protocol() -> None:
    with pytest.raises(UserError, match="zzz://x: cannot be reached"):
        place("zzz://x")
