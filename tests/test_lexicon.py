"""Lexicon files: read as spreadsheets save them, refused with file and line."""

from pathlib import Path

import pytest

from pipeline.lexicon import Gazetteer, LexiconError, parts, read_rows

# (a file's bytes, what the error must say)
BROKEN = [
    # a cell too many
    ("name,example\n外務省,[外務省]が,x\n".encode(), "line 2: not as many cells"),
    # a column is missing
    ("name\n外務省\n".encode(), "line 1: no column example"),
    # the key is empty
    ("name,example\n,[外務省]が\n".encode(), "row 2: the column name is empty"),
    # saved by Excel as Shift_JIS
    ("name,example\n外務省,[外務省]が\n".encode("cp932"), "not UTF-8; save it as"),
]


@pytest.mark.parametrize(("content", "says"), BROKEN)
def test_refused(tmp_path: Path, content: bytes, says: str) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes(content)
    with pytest.raises(LexiconError, match=says):
        read_rows(file, ["name", "example"])


def test_read_with_a_bom_and_stripped(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes("name,example\r\n 外務省 ,\r\n".encode("utf-8-sig"))
    assert read_rows(file, ["name", "example"]) == [{"name": "外務省", "example": ""}]
    assert parts("WHO; 世界保健機関;") == ["WHO", "世界保健機関"]


def test_the_gazetteer_finds_the_longest_and_all() -> None:
    row, other = {"name": "国連"}, {"name": "総会"}
    known = Gazetteer([("国連", row), ("国連総会", other), ("総会", other)])
    assert [(e.start, e.end) for e in known.longest("𠮟国連総会")] == [(1, 5)]
    assert [(e.start, e.end) for e in known.all("国連総会")] == [(0, 2), (0, 4), (2, 4)]
    assert "国連" in known
    assert "国" not in known
