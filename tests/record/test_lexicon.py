"""Every row of the lexicon files that records read proves itself by its example."""

import csv
import re

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from pipeline.context import set_context
from pipeline.lexicon import parts
from pipeline.mention import Label, Mention, set_mentions
from pipeline.record.countries import Towns
from pipeline.record.events.cues import load_cues
from pipeline.record.people.countries import leaders
from pipeline.record.reading import Reading
from tests.record.marked import LEXICON
from tests.reports import report_of


def _rows(name: str) -> list[dict[str, str]]:
    with (LEXICON / name).open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def _reading(text: str, country: str = "") -> Reading:
    """The text as one token; `country` is the surface of a COUNTRY in it."""
    doc = Doc(Vocab(), words=[text], spaces=[False], deps=["dep"], heads=[0], sent_starts=[True])
    set_context(doc, report_of([text]))
    at = text.find(country) if country else -1
    found = [Mention(at, at + len(country), Label.COUNTRY, "XXX")] if at >= 0 else []
    set_mentions(doc, found)
    return Reading(doc)


def _cues(text: str) -> list[tuple[str, str]]:
    reading = _reading(text, "印" if re.search("[訪渡]印", text) else "")
    found = load_cues(LEXICON).find(reading, 0, len(text))
    return [(text[cue.start : cue.end], str(cue.type)) for cue in found]


@pytest.mark.parametrize("row", _rows("event_cues.csv"), ids=lambda row: row["cue"])
def test_cues(row: dict[str, str]) -> None:
    for example in parts(row["example"]):
        cue = re.search(r"\[(.+?)\]", example)
        assert cue, example
        told = [
            found for found, kind in _cues(re.sub(r"[\[\]]", "", example)) if kind == row["type"]
        ]
        assert any(found.startswith(cue[1]) for found in told), example
    for example in parts(row["not"]):
        told = [found for found, _ in _cues(re.sub(r"[\[\]]", "", example))]
        assert row["cue"] not in told, example


@pytest.mark.parametrize("row", _rows("places.csv"), ids=lambda row: row["name"])
def test_places(row: dict[str, str]) -> None:
    text = re.sub(r"[\[\]]", "", row["example"])
    assert [code for *_, code in Towns(LEXICON).find(text, 0, len(text))] == [row["country"]]


def test_towns_end_where_a_word_ends() -> None:
    assert list(Towns(LEXICON).find("クリマの変化とリマ", 0, 9)) == [(7, 9, "PER")]


@pytest.mark.parametrize("row", _rows("leaders.csv"), ids=lambda row: row["name"])
def test_leaders(row: dict[str, str]) -> None:
    assert f"[{row['name']}]{row['post']}" in row["example"]
    assert row["country"] in leaders(LEXICON)[row["name"]]
