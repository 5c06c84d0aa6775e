"""Records against gold: what counts as right, and what is told as an error."""

from pathlib import Path

import pytest

from pipeline.score.gold import GoldError
from pipeline.score.records import SlotScore, score_records, total

PEOPLE = """name,title,affiliation,country
林芳正,外務大臣,,JPN
サイドフ,外相,,UZB
"""
EVENTS = """start,end,type,date,people,countries,organisations
10,50,meeting,2023-03,林芳正;サイドフ,JPN;UZB,
10,50,visit,2023-03,サイドフ,JPN;UZB,
"""
STATEMENTS = """name,affiliation,title,session,start,end
林芳正,,外務大臣,,5,20
"""


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    (tmp_path / "a.people.csv").write_text(PEOPLE, "utf-8")
    (tmp_path / "a.events.csv").write_text(EVENTS, "utf-8")
    (tmp_path / "a.statements.csv").write_text(STATEMENTS, "utf-8")
    return tmp_path


def _person(name: str, title: str, country: str) -> dict[str, str]:
    return {"doc": "a", "name": name, "title": title, "affiliation": "", "country": country}


def _event(kind: str, date: str, people: str, countries: str, start: int = 10) -> dict[str, str]:
    row = {"doc": "a", "type": kind, "date": date, "people": people, "countries": countries}
    return row | {"source_start": str(start), "source_end": "50", "start": "0", "end": "9"}


def _scored(gold: Path, **tables: list[dict[str, str]]) -> dict[str, SlotScore]:
    return {score.slot: score for score in score_records(gold, "a", tables)}


def test_people_by_name_then_attributes_of_those_found(gold: Path) -> None:
    ours = [_person("林芳正", "外務大臣", "JPN"), _person("サイードフ", "外相", "UZB")]
    scores = _scored(gold, people=ours)
    assert (scores["people"].right, scores["people"].predicted, scores["people"].gold) == (1, 2, 2)
    assert scores["people"].errors == ["false サイードフ", "missed サイドフ"]
    assert scores["people-title"].f1 == 1.0
    assert scores["people-title"].gold == 1


def test_a_wrong_attribute_is_told(gold: Path) -> None:
    scores = _scored(gold, people=[_person("林芳正", "", "JPN")])
    assert scores["people-title"].errors == ["title of 林芳正: –, not 外務大臣"]


def test_events_align_by_type_and_place(gold: Path) -> None:
    ours = [_event("meeting", "2023-03", "林芳正", "JPN;UZB"), _event("signing", "", "", "JPN")]
    scores = _scored(gold, events=ours)
    assert (scores["event-type"].right, scores["event-type"].predicted) == (1, 2)
    assert scores["event-people"].errors == [
        "missed サイドフ (meeting at 10)",
        "missed サイドフ (visit at 10)",
    ]
    assert scores["event-slots"].gold == 2 + 2 + 3 + 4


def test_an_event_elsewhere_is_another(gold: Path) -> None:
    scores = _scored(gold, events=[_event("meeting", "2023-03", "林芳正", "JPN", start=49)])
    assert scores["event-type"].right == 1
    scores = _scored(gold, events=[_event("meeting", "2023-03", "林芳正", "JPN", start=50)])
    assert scores["event-type"].right == 0


def test_statements_by_speaker_and_bounds(gold: Path) -> None:
    turn = {"doc": "a", "name": "林芳正", "source_start": "5", "source_end": "20"}
    assert _scored(gold, statements=[turn])["statements"].f1 == 1.0
    assert _scored(gold, statements=[turn | {"source_end": "21"}])["statements"].f1 == 0.0


def test_what_has_no_gold_is_not_scored(tmp_path: Path) -> None:
    assert score_records(tmp_path, "a", {"people": [_person("林", "", "")]}) == []


# (a file, its content, what the error must say)
BROKEN = [
    # a column is missing
    ("a.people.csv", "name,title\n林,外相\n", "line 1: no column affiliation, country"),
    # a cell is missing
    ("a.people.csv", "name,title,affiliation,country\n林\n", "line 2: not as many cells"),
    # no offset
    ("a.statements.csv", "name,start,end\n林,x,9\n", "line 2: start and end are offsets"),
    # nothing at all
    ("a.statements.csv", "", "line 1: no column name, start, end"),
]


@pytest.mark.parametrize(("file", "content", "says"), BROKEN)
def test_broken_gold(tmp_path: Path, file: str, content: str, says: str) -> None:
    (tmp_path / file).write_text(content, "utf-8")
    with pytest.raises(GoldError, match=f"{file}: {says}"):
        score_records(tmp_path, "a", {})


def test_gold_saved_as_shift_jis_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.people.csv").write_bytes(PEOPLE.encode("cp932"))
    with pytest.raises(GoldError, match="not UTF-8"):
        score_records(tmp_path, "a", {})


def test_scores_add_up(gold: Path) -> None:
    ours = {"people": [_person("林芳正", "外務大臣", "JPN")]}
    once = score_records(gold, "a", ours)
    twice = {score.slot: score for score in total([*once, *once])}
    assert (twice["people"].right, twice["people"].gold) == (2, 4)
    assert twice["people"].f1 == next(s.f1 for s in once if s.slot == "people")
