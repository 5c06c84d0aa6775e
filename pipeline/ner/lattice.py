"""All readings of a sentence as mentions at once, and how probable each mention is.

A reading gives every token a BILUO tag, so that tags follow one another as they may (B-ORG, then
I-ORG or L-ORG). Its weight is the product of the network's scores; forward-backward sums over
all readings. This is a conditional random field whose transitions are merely allowed or not.
"""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from pipeline.label import Label
from pipeline.ner.tags import OUTSIDE, TAGS

Floats = npt.NDArray[Any]

_OPEN = {"B", "I"}  # places after which the mention goes on
_INSIDE = {"I", "L"}  # places before which it has begun


def _may_follow(before: str, after: str) -> bool:
    if before[0] in _OPEN or after[0] in _INSIDE:
        return before[0] in _OPEN and after[0] in _INSIDE and before[1:] == after[1:]
    return True


ALLOWED: Floats = np.array([[_may_follow(b, a) for a in TAGS] for b in TAGS], dtype="float32")
_O = TAGS.index(OUTSIDE)


class Found(NamedTuple):
    """Tokens `[start, end)` of a sentence are a mention with this probability."""

    start: int
    end: int
    label: Label
    probability: float


class Lattice:
    """The readings of several sentences, given the network's scores (tokens x tags) of each."""

    def __init__(self, scores: Sequence[Floats], possible: Sequence[Floats] | None = None) -> None:
        """`possible` holds 1 for the tags that a token may have, 0 for others; by default all."""
        self._lengths = [len(rows) for rows in scores]
        self._weights = _padded(scores, possible)
        self._run()

    def _run(self) -> None:
        steps, batch, tags = self._weights.shape
        forward = np.empty_like(self._weights)
        backward = np.ones_like(self._weights)
        scale = np.empty((steps, batch, 1), dtype=self._weights.dtype)
        reached = np.broadcast_to(ALLOWED[_O], (batch, tags))
        for step in range(steps):
            raw = reached * self._weights[step]
            scale[step] = raw.sum(axis=1, keepdims=True)
            forward[step] = raw / scale[step]
            reached = forward[step] @ ALLOWED
        self._weights /= scale
        for step in range(steps - 1, 0, -1):
            backward[step - 1] = (backward[step] * self._weights[step]) @ ALLOWED.T
        self._forward, self._backward = forward, backward

    def marginals(self) -> list[Floats]:
        """For each sentence the probability of each tag (tokens x tags)."""
        both = self._forward * self._backward
        return [both[:length, index] for index, length in enumerate(self._lengths)]

    def mentions(self, least: float) -> Iterator[list[Found]]:
        """For each sentence the mentions with at least this probability, best first.

        Mentions that exclude each other share a probability of 1: with `least` over 0.5 none of
        them overlap.
        """
        both = self._forward * self._backward
        for index, length in enumerate(self._lengths):
            found: list[Found] = []
            for label in Label:
                begin, single = TAGS.index(f"B-{label}"), TAGS.index(f"U-{label}")
                for start in np.flatnonzero(both[:length, index, single] >= least):
                    probability = float(both[start, index, single])
                    found.append(Found(int(start), int(start) + 1, label, probability))
                for start in np.flatnonzero(both[:length, index, begin] >= least):
                    found += self._ends(index, int(start), label, least)
            yield sorted(found, key=lambda mention: -mention.probability)

    def _ends(self, index: int, start: int, label: Label, least: float) -> Iterator[Found]:
        inner, last = TAGS.index(f"I-{label}"), TAGS.index(f"L-{label}")
        so_far = float(self._forward[start, index, TAGS.index(f"B-{label}")])
        for step in range(start + 1, self._lengths[index]):
            weight = self._weights[step, index]
            probability = so_far * float(weight[last] * self._backward[step, index, last])
            if probability >= least:
                yield Found(start, step + 1, label, probability)
            so_far *= float(weight[inner])
            if so_far * float(self._backward[step, index, inner]) < least:
                return


def _padded(scores: Sequence[Floats], possible: Sequence[Floats] | None) -> Floats:
    """Weights as steps x sentences x tags; after its end a sentence goes on with O."""
    steps = max(map(len, scores)) + 1
    weights = np.zeros((steps, len(scores), len(TAGS)), dtype="float64")
    weights[:, :, _O] = 1.0
    for index, rows in enumerate(scores):
        peak = rows.max(axis=1, keepdims=True)
        weights[: len(rows), index] = np.exp(rows - peak)
        if possible is not None:
            weights[: len(rows), index] *= possible[index]
    return weights
