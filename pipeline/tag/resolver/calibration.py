"""Turns a candidate's raw score into how often such candidates are right.

The table configs/calibration.csv is measured on reports (`python -m benchmarks.calibration`): of
mentions with score 0.9, nine in ten are right.
"""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from pipeline.lexicon import LexiconError, read_rows
from pipeline.mention import Label, Mention

Knots = list[tuple[float, float]]


class Calibration:
    """For each label knots of raw score and share right; between knots a straight line."""

    def __init__(self, knots: Mapping[Label, Knots]) -> None:
        self._knots = {label: sorted(points) for label, points in knots.items()}

    def __call__(self, mention: Mention) -> Mention:
        """The mention with its calibrated score; as it is, where nothing was measured."""
        knots = self._knots.get(mention.label)
        return replace(mention, score=_between(knots, mention.score)) if knots else mention


def read_calibration(file: Path) -> Calibration:
    """Read the table with the columns label, raw, score. Raises LexiconError."""
    knots: dict[Label, Knots] = {}
    for number, row in enumerate(read_rows(file, ["label", "raw", "score"]), 2):
        try:
            label, point = Label(row["label"]), (float(row["raw"]), float(row["score"]))
        except ValueError as error:
            raise LexiconError(f"{file}: row {number}: {error}") from None
        knots.setdefault(label, []).append(point)
    return Calibration(knots)


def _between(knots: Knots, raw: float) -> float:
    right = bisect_right(knots, (raw, 2.0))
    if right == 0:
        return knots[0][1]
    if right == len(knots):
        return knots[-1][1]
    (x0, y0), (x1, y1) = knots[right - 1], knots[right]
    return y0 + (y1 - y0) * (raw - x0) / (x1 - x0)
