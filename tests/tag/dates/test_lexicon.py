"""Every row of the lexicon's date files proves itself."""

from pathlib import Path

import pytest

from pipeline.lexicon import LexiconError, parts, read_rows
from pipeline.paths import configs
from pipeline.tag.dates.lexicon import read_date_lexicon
from tests.tag.dates.conftest import Find
from tests.tag.marking import plain

FILES = ["eras.csv", "date_words.csv"]
ROWS = [row for file in FILES for row in read_rows(configs() / "lexicon" / file, ["example"])]


def spans(marked: str) -> list[str]:
    return [piece.partition("]")[0] for piece in marked.split("[")[1:]]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.get("word") or row["name"])
def test_examples_and_counter_examples(dates: Find, row: dict[str, str]) -> None:
    for example in parts(row["example"]):
        found = [plain(example)[m.start : m.end] for m in dates(plain(example), "2024-07-30")]
        assert set(spans(example)) <= set(found), example
    for example in parts(row["not"]):
        found = [plain(example)[m.start : m.end] for m in dates(plain(example), "2024-07-30")]
        assert not set(spans(example)) & set(found), example


def test_a_wrong_cell_is_named(tmp_path: Path) -> None:
    header = "word,unit,offset,anchor,not_after,not_before,only_before,example,not\n"
    (tmp_path / "eras.csv").write_text("name,initial,short,start,end\n", "utf-8")
    (tmp_path / "date_words.csv").write_text(header + "本旬,旬,0,document,,,,,\n", "utf-8")
    with pytest.raises(LexiconError, match=r"date_words\.csv.*旬"):
        read_date_lexicon(tmp_path)
