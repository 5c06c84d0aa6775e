"""The lattice: probabilities of tags and mentions, against all readings counted one by one."""

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.label import Label
from pipeline.ner.lattice import ALLOWED, Floats, Lattice
from pipeline.ner.tags import TAGS

FEW = [TAGS.index(t) for t in ("O", "B-ORG", "I-ORG", "L-ORG", "U-ORG", "B-DATE", "L-DATE")]


def readings(scores: Floats) -> dict[tuple[int, ...], float]:
    """All ways to tag the tokens with the FEW tags, with their weights."""
    weights = {}
    o = TAGS.index("O")
    for tags in product(FEW, repeat=len(scores)):
        path = (o, *tags, o)
        if all(ALLOWED[b, a] for b, a in pairwise(path)):
            weights[tags] = float(np.exp(sum(scores[i, t] for i, t in enumerate(tags))))
    return weights


def only_few(rows: list[list[float]]) -> Floats:
    scores = np.full((len(rows), len(TAGS)), -200.0)
    scores[:, FEW] = rows
    return scores


small = st.lists(
    st.lists(st.floats(-4, 4), min_size=len(FEW), max_size=len(FEW)), min_size=1, max_size=4
)


@settings(max_examples=25, deadline=None)
@given(small, small)
def test_marginals_are_those_of_all_readings(
    one: list[list[float]], two: list[list[float]]
) -> None:
    batch = [only_few(one), only_few(two)]
    for scores, marginals in zip(batch, Lattice(batch).marginals(), strict=True):
        weights = readings(scores)
        total = sum(weights.values())
        for token in range(len(scores)):
            for tag in FEW:
                share = sum(w for tags, w in weights.items() if tags[token] == tag) / total
                assert marginals[token, tag] == pytest.approx(share, abs=1e-9)


@settings(max_examples=25, deadline=None)
@given(small)
def test_a_mention_has_the_probability_of_the_readings_that_hold_it(
    rows: list[list[float]],
) -> None:
    scores = only_few(rows)
    weights = readings(scores)
    total = sum(weights.values())
    (found,) = Lattice([scores]).mentions(least=0.01)
    assert [m.probability for m in found] == sorted((m.probability for m in found), reverse=True)
    for mention in found:
        if mention.end - mention.start == 1:
            inside = [f"U-{mention.label}"]
        else:
            middle = [f"I-{mention.label}"] * (mention.end - mention.start - 2)
            inside = [f"B-{mention.label}", *middle, f"L-{mention.label}"]
        wanted = tuple(TAGS.index(tag) for tag in inside)
        share = sum(w for t, w in weights.items() if t[mention.start : mention.end] == wanted)
        assert mention.probability == pytest.approx(share / total, abs=1e-9)


def test_possible_tags_leave_no_others() -> None:
    scores = np.zeros((2, len(TAGS)))
    possible = np.zeros((2, len(TAGS)))
    possible[0, TAGS.index("B-PERSON")] = 1
    possible[1] = 1  # unknown: only L-PERSON or I-PERSON may follow, and only L may end
    (marginals,) = Lattice([scores], [possible]).marginals()
    assert marginals[1, TAGS.index("L-PERSON")] == pytest.approx(1)


def test_a_sure_long_mention_is_found_whole() -> None:
    path = ["O", "B-ORG", "I-ORG", "L-ORG", "O"]
    scores = np.array([[8.0 * (tag == wanted) for tag in TAGS] for wanted in path])
    (found,) = Lattice([scores]).mentions(least=0.5)
    assert [(m.start, m.end, m.label) for m in found] == [(1, 4, Label.ORG)]
