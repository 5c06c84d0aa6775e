"""Counts of what was found, missed, and found wrongly; they add up."""

from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.label import Label
from pipeline.score.gold import Span


@dataclass(frozen=True, slots=True)
class Counts:
    """Found and in gold, found in all, in gold in all; of dated or coded ones, values right."""

    right: int = 0
    found: int = 0
    gold: int = 0
    values: int = 0
    values_right: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(
            self.right + other.right,
            self.found + other.found,
            self.gold + other.gold,
            self.values + other.values,
            self.values_right + other.values_right,
        )

    @property
    def precision(self) -> float:
        """Of what was found, the share that is right."""
        return self.right / self.found if self.found else float(not self.gold)

    @property
    def recall(self) -> float:
        """Of what is in gold, the share that was found."""
        return self.right / self.gold if self.gold else float(not self.found)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.found + self.gold
        return 2 * self.right / total if total else 1.0

    @property
    def value_share(self) -> float:
        """Of the strict matches whose value gold gives, the share with that value."""
        return self.values_right / self.values if self.values else 1.0


def strict(gold: Iterable[Span], found: Iterable[Span]) -> dict[Label, Counts]:
    """Counts a label; right is what has the same start, end, and label."""
    wanted = {span.key: span for span in gold}
    given = {span.key: span for span in found}
    counts = {label: Counts() for label in Label}
    for span in wanted.values():
        counts[span.label] += Counts(gold=1)
    for key, span in given.items():
        match = wanted.get(key)
        valued = match is not None and bool(match.value)
        counts[span.label] += Counts(
            right=match is not None,
            found=1,
            values=valued,
            values_right=valued and match is not None and match.value == span.value,
        )
    return counts


def partial(gold: Iterable[Span], found: Iterable[Span]) -> dict[Label, Counts]:
    """Counts a label; right is what overlaps a gold span of its label, each counted once.

    One prediction over two gold spans matches one of them (nervaluate#40, #84 count two).
    """
    counts = {label: Counts() for label in Label}
    gold, found = list(gold), list(found)
    for label in Label:
        wanted = sorted({s.key for s in gold if s.label == label})
        given = sorted({s.key for s in found if s.label == label})
        counts[label] = Counts(_overlapping(wanted, given), len(given), len(wanted))
    return counts


def _overlapping(wanted: list[tuple[int, int, Label]], given: list[tuple[int, int, Label]]) -> int:
    """How many pairs overlap when each span is used once; both lists are in order."""
    pairs = left = right = 0
    while left < len(wanted) and right < len(given):
        if wanted[left][1] <= given[right][0]:
            left += 1
        elif given[right][1] <= wanted[left][0]:
            right += 1
        else:
            pairs, left, right = pairs + 1, left + 1, right + 1
    return pairs
