"""How far two annotators agree on the same reports."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.label import Label
from pipeline.score.gold import GoldError, Span, gold_docs, read_gold
from pipeline.score.spans import Counts, strict


@dataclass(frozen=True, slots=True)
class Agreement:
    """Of one label (None: of all): spans that both marked alike, and Cohen's kappa a character."""

    label: Label | None
    counts: Counts
    kappa: float


def agreement(one: Path, other: Path) -> list[Agreement]:
    """Agreement on the reports that both folders hold. Raises GoldError if there is none.

    F1 takes spans as a whole; kappa takes each character that either marked, so that
    disagreeing on a span's edge weighs less than on its being one.
    """
    shared = sorted(set(gold_docs(one)) & set(gold_docs(other)))
    if not shared:
        raise GoldError(f"{one} and {other} have no report in common")
    pairs = [(read_gold(one / f"{d}.jsonl"), read_gold(other / f"{d}.jsonl")) for d in shared]
    return [_of(label, pairs) for label in [*Label, None]]


def _of(label: Label | None, pairs: list[tuple[list[Span], list[Span]]]) -> Agreement:
    counts = Counts()
    tallies: dict[tuple[str, str], int] = {}
    for left, right in pairs:
        counted = strict(left, right)
        counts += sum((c for name, c in counted.items() if label in (None, name)), Counts())
        for pair in _characters(left, right, label):
            tallies[pair] = tallies.get(pair, 0) + 1
    return Agreement(label, counts, _kappa(tallies))


def _characters(
    left: list[Span], right: list[Span], label: Label | None
) -> Iterator[tuple[str, str]]:
    """What each annotator says of every character up to the last that either marked."""
    first, second = (
        {o: s.label for s in side for o in range(s.start, s.end)} for side in (left, right)
    )
    for offset in range(max([*first, *second], default=-1) + 1):
        said = first.get(offset, ""), second.get(offset, "")
        yield said if label is None else (_only(said[0], label), _only(said[1], label))


def _only(said: str, label: Label) -> str:
    return said if said == label else ""


def _kappa(tallies: dict[tuple[str, str], int]) -> float:
    """Cohen's kappa: agreement beyond what two annotators of these habits reach by chance."""
    total = sum(tallies.values())
    if not total:
        return 1.0
    seen = sum(n for (a, b), n in tallies.items() if a == b) / total
    names = {name for pair in tallies for name in pair}
    chance = (
        sum(
            sum(n for (a, _), n in tallies.items() if a == name)
            * sum(n for (_, b), n in tallies.items() if b == name)
            for name in names
        )
        / total**2
    )
    return 1.0 if chance == 1 else (seen - chance) / (1 - chance)
