"""The gold of tests/records: every row is borne out by the mentions of its text."""

import csv
from pathlib import Path

import pytest

from pipeline.edtf import is_valid
from pipeline.label import Label
from pipeline.score.gold import Span, check_against, read_gold

_GOLD = Path(__file__).parent / "records"
_DOCS = sorted(file.relative_to(_GOLD).with_suffix("").as_posix() for file in _GOLD.rglob("*.txt"))
_TYPES = {"visit", "meeting", "call", "conference", "signing"}


def _rows(doc: str, table: str) -> list[dict[str, str]]:
    file = _GOLD / f"{doc}.{table}.csv"
    if not file.exists():
        return []
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _names(spans: list[Span], label: Label) -> set[str]:
    return {"".join(span.text.split()) for span in spans if span.label is label}


def _mentions(doc: str) -> list[Span]:
    return read_gold(_GOLD / f"{doc}.jsonl")


@pytest.mark.parametrize("doc", _DOCS)
def test_mentions_stand_in_the_text(doc: str) -> None:
    spans, text = _mentions(doc), (_GOLD / f"{doc}.txt").read_text("utf-8")
    check_against(spans, text, _GOLD / f"{doc}.jsonl")
    assert all((span.label is Label.DATE) == is_valid(span.value) for span in spans)


@pytest.mark.parametrize("doc", _DOCS)
def test_people_are_the_named(doc: str) -> None:
    """Each is mentioned once at least, and works for an organisation that is."""
    spans, people = _mentions(doc), _rows(doc, "people")
    names = [row["name"] for row in people]
    assert len(names) == len(set(names))
    assert set(names) <= _names(spans, Label.PERSON)
    assert {row["affiliation"] for row in people} - {""} <= _names(spans, Label.ORG)


@pytest.mark.parametrize("doc", _DOCS)
def test_events_are_told_in_the_text(doc: str) -> None:
    """By people and organisations of the report, at a date, in a stretch that a 。 or line ends."""
    spans, text = _mentions(doc), (_GOLD / f"{doc}.txt").read_text("utf-8")
    known = {row["name"] for row in _rows(doc, "people")} | {""}
    for row in _rows(doc, "events"):
        start, end = int(row["start"]), int(row["end"])
        assert text[start:end] == text[start:end].strip()
        assert text[end - 1] == "。" or text[end : end + 1] in ("\n", "")
        assert row["type"] in _TYPES
        assert row["date"] == "" or is_valid(row["date"])
        assert set(row["people"].split(";")) <= known
        assert set(row["organisations"].split(";")) <= _names(spans, Label.ORG) | {""}
        assert row["countries"].split(";") == sorted(set(row["countries"].split(";")))


@pytest.mark.parametrize("doc", [doc for doc in _DOCS if _rows(doc, "statements")])
def test_statements_follow_each_other(doc: str) -> None:
    """Turns of the report's people, trimmed, none within another."""
    text, last = (_GOLD / f"{doc}.txt").read_text("utf-8"), 0
    for row in _rows(doc, "statements"):
        start, end = int(row["start"]), int(row["end"])
        assert last < start < end
        assert text[start:end] == text[start:end].strip()
        assert row["name"] in {person["name"] for person in _rows(doc, "people")}
        last = end
