"""The labels of tests/realgold: well-formed, and placed anew where a text has changed."""

import hashlib
import json
from collections import Counter
from pathlib import Path

import pytest

from benchmarks import realtexts
from benchmarks.realtexts import GOLD, Passage, passages, write
from pipeline.edtf import is_valid
from pipeline.label import Label

_HEAD = "id,kind,half,source,start,end,sha256\n"
_TEXT = "農林水産と、日本と、豪州。"  # from 3 to 16 of the source, as it was labelled
_LABELS = (
    {"start": 0, "end": 4, "label": "ORG", "text": "農林水産"},
    {"start": 6, "end": 8, "label": "COUNTRY", "text": "日本"},
    {"start": 10, "end": 12, "label": "COUNTRY", "text": "豪州"},
)


@pytest.mark.parametrize("passage", passages(), ids=lambda passage: str(passage.id))
def test_labels_are_well_formed(passage: Passage) -> None:
    """Flat, in order, inside the passage; a value on every DATE, and on nothing else."""
    last = 0
    for line in (GOLD / f"{passage.id}.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        assert last <= row["start"] < row["end"] <= passage.end - passage.start
        assert row["end"] - row["start"] == len(row["text"])
        assert row["text"] == row["text"].strip()
        assert (Label(row["label"]) is Label.DATE) == is_valid(row.get("norm", ""))
        last = row["end"]


def test_no_source_is_in_both_halves() -> None:
    halves = Counter(source for source, _ in {(p.source, p.half) for p in passages()})
    assert set(halves.values()) == {1}


@pytest.mark.parametrize(
    ("whole", "text", "surfaces", "told"),
    [
        # As it was labelled: nothing to tell.
        (f"前書き{_TEXT}", _TEXT, "農林水産 日本 豪州", 0),
        # A running head came in before it, and a space into a name.
        (
            "頁一\n前書き農林 水産と、日本と、豪州。",
            "農林 水産と、日本と、豪州。",
            "農林 水産 日本 豪州",
            1,
        ),
        # A name has gone: the others keep their places, and it is told.
        ("前書き農林水産と、豪州。", "農林水産と、豪州。", "農林水産 豪州", 1),
    ],
)
def test_labels_find_their_places(
    whole: str,
    text: str,
    surfaces: str,
    told: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    gold, source = tmp_path / "gold", tmp_path / "report.txt"
    gold.mkdir()
    sha256 = hashlib.sha256(_TEXT.encode()).hexdigest()
    (gold / "passages.csv").write_text(f"{_HEAD}a,x,A,report.txt,3,16,{sha256}\n", "utf-8")
    lines = (json.dumps(label, ensure_ascii=False) for label in _LABELS)
    (gold / "a.jsonl").write_text("\n".join(lines), "utf-8")
    source.write_text(whole, "utf-8")
    monkeypatch.setattr(realtexts, "GOLD", gold)
    complaints = write(tmp_path / "out", "A", tmp_path)
    written = (tmp_path / "out" / "a.txt").read_text("utf-8")
    rows = [json.loads(x) for x in (tmp_path / "out" / "a.jsonl").read_text("utf-8").splitlines()]
    assert written == text
    assert [written[row["start"] : row["end"]] for row in rows] == [row["text"] for row in rows]
    assert " ".join(row["text"] for row in rows) == surfaces
    assert len(complaints) == told
