"""Records against gold: people, events and statements of one report.

Gold stands beside the mentions' gold as `ID.people.csv`, `ID.events.csv`, `ID.statements.csv`
(columns as in ANNOTATION.md, offsets in the decoded source); what is absent is not scored.
"""

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.score.gold import GoldError, read_text

Record = dict[str, str]


@dataclass(slots=True)
class SlotScore:
    """How many values of a slot are right, of those predicted and of those in gold.

    `errors` has a line for each wrong value: `missed 吉川ゆうみ`, `false 林`, `title of 林: …`.
    """

    slot: str
    right: int = 0
    predicted: int = 0
    gold: int = 0
    errors: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """The share of predicted values that are right; 1 where none is predicted."""
        return self.right / self.predicted if self.predicted else 1.0

    @property
    def recall(self) -> float:
        """The share of gold's values that were found; 1 where there are none."""
        return self.right / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        both = self.predicted + self.gold
        return 2 * self.right / both if both else 1.0

    def count(self, predicted: Iterable[str], gold: Iterable[str], where: str = "") -> None:
        """Compare two sets of values."""
        ours, theirs = set(predicted), set(gold)
        self.right += len(ours & theirs)
        self.predicted += len(ours)
        self.gold += len(theirs)
        self.errors += [f"false {value}{where}" for value in sorted(ours - theirs)]
        self.errors += [f"missed {value}{where}" for value in sorted(theirs - ours)]


def score_records(gold: Path, doc: str, tables: dict[str, list[Record]]) -> list[SlotScore]:
    """Score one report's rows; `tables` holds people, events, and statements as read from CSV.

    Raises GoldError where a gold file lacks a column or has cells that cannot be compared.

    people: by name; then title, affiliation and country of those whose name is right (each counts
    once, the empty ones too). events: aligned by type and overlap of their spans; then type, date,
    each person, each country, and `event-slots` for all four together. statements: speaker and
    bounds.
    """
    scores: list[SlotScore] = []
    for table, (columns, score) in _SCORERS.items():
        file = gold / f"{doc}.{table}.csv"
        if file.is_file():
            ours = [row for row in tables.get(table, []) if row["doc"] == doc]
            scores += score(ours, _read(file, columns))
    return scores


def total(scores: Iterable[SlotScore]) -> list[SlotScore]:
    """The scores of several reports added up, slot by slot."""
    sums: dict[str, SlotScore] = {}
    for score in scores:
        into = sums.setdefault(score.slot, SlotScore(score.slot))
        into.right += score.right
        into.predicted += score.predicted
        into.gold += score.gold
        into.errors += score.errors
    return list(sums.values())


def _people(ours: list[Record], gold: list[Record]) -> list[SlotScore]:
    names = SlotScore("people")
    names.count((row["name"] for row in ours), (row["name"] for row in gold))
    attributes = [SlotScore(f"people-{name}") for name in ("title", "affiliation", "country")]
    known = {row["name"]: row for row in gold}
    for row in ours:
        for score in attributes if row["name"] in known else ():
            column = score.slot.removeprefix("people-")
            told, true = row[column], known[row["name"]][column]
            score.predicted += 1
            score.gold += 1
            score.right += told == true
            if told != true:
                score.errors.append(f"{column} of {row['name']}: {told or '–'}, not {true or '–'}")
    return [names, *attributes]


_EVENT_SLOTS = ("type", "date", "people", "countries")


def _events(ours: list[Record], gold: list[Record]) -> list[SlotScore]:
    scores = {name: SlotScore(f"event-{name}") for name in _EVENT_SLOTS}
    for our, true in _aligned(ours, gold):
        shown = our or true or {}
        start = shown.get("source_start") or shown.get("start")
        where = f" ({shown.get('type')} at {start})"
        for name, score in scores.items():
            score.count(_values(our, name), _values(true, name), where)
    whole = SlotScore("event-slots")
    for score in scores.values():
        whole.right += score.right
        whole.predicted += score.predicted
        whole.gold += score.gold
    return [whole, *scores.values()]


def _values(event: Record | None, slot: str) -> list[str]:
    return [value for value in event[slot].split(";") if value] if event else []


def _aligned(ours: list[Record], gold: list[Record]) -> list[tuple[Record | None, Record | None]]:
    """Pairs of one type that overlap, those that agree most first; then what is left alone."""
    pairs = sorted(
        (
            (_agreement(our, true), -i, -j)
            for i, our in enumerate(ours)
            for j, true in enumerate(gold)
            if our["type"] == true["type"] and _overlap(our, true)
        ),
        reverse=True,
    )
    left, right = dict(enumerate(ours)), dict(enumerate(gold))
    aligned: list[tuple[Record | None, Record | None]] = []
    for _, i, j in pairs:
        if -i in left and -j in right:
            aligned.append((left.pop(-i), right.pop(-j)))
    return [*aligned, *((our, None) for our in left.values()), *((None, g) for g in right.values())]


def _agreement(our: Record, true: Record) -> int:
    return sum(len({*_values(our, slot)} & {*_values(true, slot)}) for slot in _EVENT_SLOTS)


def _overlap(our: Record, true: Record) -> bool:
    start, end = (int(our[f"source_{edge}"] or our[edge]) for edge in ("start", "end"))
    return start < int(true["end"]) and int(true["start"]) < end


def _statements(ours: list[Record], gold: list[Record]) -> list[SlotScore]:
    turns = SlotScore("statements")
    turns.count(
        (f"{row['name']} {row['source_start']}–{row['source_end']}" for row in ours),
        (f"{row['name']} {row['start']}–{row['end']}" for row in gold),
    )
    return [turns]


_Scorer = Callable[[list[Record], list[Record]], list[SlotScore]]
# The columns of each table's gold that are compared, and what compares them.
_SCORERS: dict[str, tuple[Sequence[str], _Scorer]] = {
    "people": (("name", "title", "affiliation", "country"), _people),
    "events": (("start", "end", *_EVENT_SLOTS), _events),
    "statements": (("name", "start", "end"), _statements),
}


def _read(file: Path, columns: Sequence[str] = ()) -> list[Record]:
    reader = csv.DictReader(io.StringIO(read_text(file), newline=""))
    missing = [column for column in columns if column not in (reader.fieldnames or ())]
    if missing:
        raise GoldError(f"{file}: line 1: no column {', '.join(missing)}")
    rows = []
    for row in reader:
        if None in row or None in row.values():
            raise GoldError(f"{file}: line {reader.line_num}: not as many cells as the header has")
        if not all(row.get(edge, "0").isdecimal() for edge in ("start", "end")):
            raise GoldError(f"{file}: line {reader.line_num}: start and end are offsets")
        rows.append(row)
    return rows
