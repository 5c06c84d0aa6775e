"""Lexicon files: read as spreadsheets save them, refused with file and line."""

import re
from pathlib import Path

import pytest

from pipeline.columns import WORDS
from pipeline.lexicon import Gazetteer, LexiconError, parts, read_rows
from pipeline.paths import configs
from pipeline.record.tables import EventType
from pipeline.tag.dates.lexicon import Unit
from pipeline.tag.organisations.grammar import Needs

DOCS = Path(__file__).parents[1] / "docs" / "lexicon.md"
FILES = sorted((configs() / "lexicon").glob("*.csv"))

# (a file's bytes, what the error must say)
BROKEN = [
    # a cell too many
    ("name,example\n外務省,[外務省]が,x\n".encode(), "line 2: not as many cells"),
    # a column is missing
    ("name\n外務省\n".encode(), "line 1: no column example$"),
    # the key is empty
    ("name,example\n,[外務省]が\n".encode(), "line 2: the column name is empty"),
    # a cell of two lines before it: the line as a text editor counts
    ('name,example\n外務省,"[外務省]が\n"\n,x\n'.encode(), "line 4: the column name is empty"),
    # saved with the list separator of another country, or as text with tabs
    ("name;example\n外務省;[外務省]が\n".encode(), "no column name, example; .* parted by ';'"),
    (b"name\texample\n", "no column name, example; .* parted by '"),
    # saved by Excel as Shift_JIS
    ("name,example\n外務省,[外務省]が\n".encode("cp932"), "not UTF-8; save it as"),
]


@pytest.mark.parametrize(("content", "says"), BROKEN)
def test_refused(tmp_path: Path, content: bytes, says: str) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes(content)
    with pytest.raises(LexiconError, match=says):
        read_rows(file, ["name", "example"])


# (file, header and row, what the error must say)
SLIPS = [
    ("a.csv", "name,country\n外務省,日本", "line 2: country: 日本 is not an ISO 3166-1"),
    ("a.csv", "name,country\n外務省,jpn", "country: jpn is not an ISO 3166-1"),
    ("a.csv", "name,since\n外務省,明治2年", "since: 明治2年 is not a year"),
    ("a.csv", "name,start\n令和,2019", "start: 2019 is not a day"),
    (
        "organisations.csv",
        "name,kind\n外務省,ministy",
        "no such word: ministy; did you mean ministry",
    ),
    ("organisations.csv", "name,kind\n外務省,省", "no such word: 省; there are agency, "),
    ("posts.csv", "post,kind\n外務大臣,", "kind: no such word: an empty cell"),
]


@pytest.mark.parametrize(("name", "content", "says"), SLIPS)
def test_a_slip_in_a_cell_is_refused(tmp_path: Path, name: str, content: str, says: str) -> None:
    file = tmp_path / name
    file.write_text(content, "utf-8")
    with pytest.raises(LexiconError, match=says):
        read_rows(file, [content.split(",", maxsplit=1)[0]])


def test_a_day_may_be_written_as_excel_saves_it(tmp_path: Path) -> None:
    file = tmp_path / "eras.csv"
    file.write_text("name,start,end\n令和,2019/5/1,\n", "utf-8")
    assert read_rows(file, ["name"])[0]["start"] == "2019/5/1"


def test_rows_that_a_spreadsheet_leaves_empty_are_none(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("name,example\n外務省,x\n,\n\n,\n", "utf-8")
    assert read_rows(file, ["name"]) == [{"name": "外務省", "example": "x"}]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_excel_reads_the_file_as_utf_8_and_its_cells_can_be_read(file: Path) -> None:
    content = file.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    rows = read_rows(file, [content.decode("utf-8-sig").split(",")[0]])
    for column, words in WORDS.get(file.name, {}).items():
        assert {row[column] for row in rows} == set(words.split("|"))


def test_the_words_of_a_column_are_those_that_its_readers_know() -> None:
    assert set(WORDS["date_words.csv"]["unit"].split("|")) == set(Unit)
    assert set(WORDS["org_suffixes.csv"]["needs"].split("|")) == {n.value for n in Needs}
    assert set(WORDS["event_cues.csv"]["type"].split("|")) == set(EventType)


def _documented() -> dict[str, dict[str, str]]:
    """Of each file in docs/lexicon.md, what is said of its columns."""
    told: dict[str, dict[str, str]] = {}
    file = ""
    rows = re.findall(r"^\| (.*?) ?\| (.+?) \| (.+) \|$", DOCS.read_text("utf-8"), re.MULTILINE)
    for name, columns, meaning in rows:
        file = name or file
        told.setdefault(file, {}).update(dict.fromkeys(columns.split(", "), meaning))
    return told


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_column_and_word_is_documented(file: Path) -> None:
    told = _documented()[file.name]
    header = file.read_text("utf-8-sig").splitlines()[0].split(",")
    assert set(told) == set(header) - {"example", "not"}
    for column, words in WORDS.get(file.name, {}).items():
        assert set(re.findall(r"`([a-z-]+)`", told[column])) >= set(filter(None, words.split("|")))


def test_read_with_a_bom_and_stripped(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes("name,example\r\n 外務省 ,\r\n".encode("utf-8-sig"))
    assert read_rows(file, ["name", "example"]) == [{"name": "外務省", "example": ""}]
    assert parts("WHO; 世界保健機関;") == ["WHO", "世界保健機関"]


def test_the_gazetteer_finds_the_longest() -> None:
    row, other = {"name": "国連"}, {"name": "総会"}
    known = Gazetteer([("国連", row), ("国連総会", other), ("総会", other), ("国連", other)])
    assert [(e.start, e.end) for e in known.longest("𠮟国連総会と国連")] == [(1, 5), (6, 8)]
    assert next(known.longest("国連")).rows == (row, other)
