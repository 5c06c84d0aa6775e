"""Strict scores of predicted mentions against gold ones, by label."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.label import Label

Key = tuple[int, int, Label]  # [start, end) in characters


@dataclass(slots=True)
class Tally:
    """How many mentions were right, how many there are in gold, how many were predicted."""

    right: Counter[Label] = field(default_factory=Counter)
    gold: Counter[Label] = field(default_factory=Counter)
    predicted: Counter[Label] = field(default_factory=Counter)

    def add(self, gold: Iterable[Key], predicted: Iterable[Key]) -> None:
        """Count one text's mentions; right is who has the same start, end, and label."""
        true, found = set(gold), set(predicted)
        self.gold.update(label for *_, label in true)
        self.predicted.update(label for *_, label in found)
        self.right.update(label for *_, label in true & found)

    def f1(self, labels: Sequence[Label] = tuple(Label)) -> float:
        """Strict F1 of the labels together, 0 to 1."""
        right, gold, predicted = (
            sum(count[label] for label in labels)
            for count in (self.right, self.gold, self.predicted)
        )
        return 2 * right / (gold + predicted) if gold + predicted else 0.0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.right + other.right, self.gold + other.gold, self.predicted + other.predicted
        )


def table(tallies: Mapping[str, Tally]) -> str:
    """The F1 of each fold by label, their mean, and that of all mentions pooled."""
    lines = [f"{'':>6}" + "".join(f"{name:>9}" for name in (*Label, "all"))]
    rows = {
        name: [tally.f1([label]) for label in Label] + [tally.f1()]
        for name, tally in tallies.items()
    }
    columns = list(zip(*rows.values(), strict=True))
    rows["mean"] = [sum(column) / len(column) for column in columns]
    pooled = sum(tallies.values(), Tally())
    rows["pooled"] = [pooled.f1([label]) for label in Label] + [pooled.f1()]
    lines += [f"{name:>6}" + "".join(f"{f1:9.3f}" for f1 in row) for name, row in rows.items()]
    return "\n".join(lines)
