"""The hand-made gold of the specimen reports holds together."""

import csv
import json
import re
from pathlib import Path
from typing import Any

import pytest

_GOLD = Path(__file__).parent
_RAW = _GOLD.parent.parent / "raw"
_SOURCES = {
    "pacific-dialogue-4": _RAW / "pacific-dialogue-4.txt",
    "press-2023-05-05-africa": _RAW / "press-2023-05-05-africa.html",
    "southeast-asia-2023": _GOLD / "southeast-asia-2023.txt",
}
_specimens = pytest.mark.parametrize("doc", _SOURCES)


def _mentions(doc: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (_GOLD / f"{doc}.jsonl").read_text("utf-8").splitlines()]


def _rows(doc: str, table: str) -> list[dict[str, str]]:
    with (_GOLD / f"{doc}.{table}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _source(doc: str) -> str:
    return _SOURCES[doc].read_bytes().decode("utf-8")


def _names(doc: str, label: str) -> set[str]:
    """The surfaces of a label, white space of the layout left out."""
    return {re.sub(r"\s", "", m["text"]) for m in _mentions(doc) if m["label"] == label}


@_specimens
def test_mentions_are_flat_and_ground_in_the_source(doc: str) -> None:
    source, done = _source(doc), 0
    for mention in _mentions(doc):
        assert mention["start"] >= done
        done = mention["end"]
        there = source[mention["start"] : done]
        assert re.sub(r"<[^>]*>", "", there) == mention["text"] == mention["text"].strip()
        assert ("norm" in mention) == (mention["label"] == "DATE")


@_specimens
def test_people_are_mentioned_and_each_mention_is_somebody(doc: str) -> None:
    people = _rows(doc, "people")
    mentioned = _names(doc, "PERSON")
    assert {row["name"] for row in people} <= mentioned
    assert {row["affiliation"] for row in people} - {""} <= _names(doc, "ORG")
    assert all(any(name in row["name"] for row in people) for name in mentioned)


@_specimens
def test_events_name_people_and_organisations_of_the_report(doc: str) -> None:
    people = {row["name"] for row in _rows(doc, "people")}
    for event in _rows(doc, "events"):
        assert set(event["people"].split(";")) - {""} <= people
        assert set(event["organisations"].split(";")) - {""} <= _names(doc, "ORG")
        assert event["countries"].split(";") == sorted(event["countries"].split(";"))
        told = _source(doc)[int(event["start"]) : int(event["end"])]
        assert told == told.strip() and told[-1] in "。分"


def test_statements_are_whole_turns() -> None:
    people = {row["name"]: row for row in _rows("pacific-dialogue-4", "people")}
    for turn in _rows("pacific-dialogue-4", "statements"):
        said = _source("pacific-dialogue-4")[int(turn["start"]) : int(turn["end"])]
        assert said == said.strip() and said.endswith("。")
        person = people[turn["name"]]
        assert (turn["affiliation"], turn["title"]) == (person["affiliation"], person["title"])
