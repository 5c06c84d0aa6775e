"""Which reports are collected, and what they are called."""

from pathlib import Path

import pytest

from pipeline.chain.sources import SourceError, collect

SUFFIXES = frozenset({".pdf", ".txt", ".html"})

# (files, places, names)
CASES = [
    # a folder: the path below it without suffix
    (["raw/2024/青書.pdf", "raw/a.txt"], ["raw"], ["2024/青書", "a"]),
    # other files, hidden ones, and Word's lock files are no reports
    (["raw/a.txt", "raw/a.toml", "raw/.b.txt", "raw/~$c.txt", "raw/.git/d.txt"], ["raw"], ["a"]),
    # suffixes in capitals
    (["raw/A.PDF"], ["raw"], ["A"]),
    # two of one name keep their suffixes
    (["raw/a.pdf", "raw/a.html"], ["raw"], ["a.html", "a.pdf"]),
    # a file by itself
    (["x/a.txt"], ["x/a.txt"], ["a"]),
    # two of one name from two folders
    (["x/a.txt", "y/a.txt"], ["x", "y"], ["a", "y/a"]),
    # the same file named twice is one report
    (["raw/a.txt"], ["raw", "raw/a.txt"], ["a"]),
    # what hokoku wrote below the folder
    (["a.txt", "out/.state/tables", "out/1-text/a.txt", "out/view/a.html"], ["."], ["a"]),
    # an empty folder
    ([], ["raw"], []),
]


@pytest.mark.parametrize(("files", "places", "names"), CASES)
def test_names(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    files: list[str],
    places: list[str],
    names: list[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("raw").mkdir()
    for file in files:
        Path(file).parent.mkdir(parents=True, exist_ok=True)
        Path(file).write_text("")
    assert [source.doc for source in collect(map(Path, places), SUFFIXES).sources] == names


def test_a_place_that_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "reports").mkdir()
    with pytest.raises(
        SourceError, match="reportz: no such file or folder; did you mean .*reports"
    ):
        collect([tmp_path / "reportz"], SUFFIXES)


def test_files_of_other_kinds_are_passed_over_but_not_when_named(tmp_path: Path) -> None:
    for name in ("a.txt", "a.toml", "b.doc", "c.xlsx", ".hidden.doc", "~$b.doc"):
        (tmp_path / name).touch()
    found = collect([tmp_path], SUFFIXES)
    assert [path.name for path in found.passed_over] == ["b.doc", "c.xlsx"]
    named = collect([tmp_path / "b.doc"], SUFFIXES)
    assert ([source.doc for source in named.sources], named.passed_over) == (["b"], [])
