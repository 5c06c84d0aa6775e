"""Counts add up, and agree with nervaluate where nervaluate counts rightly."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nervaluate import Evaluator

from pipeline.label import Label
from pipeline.score.gold import Span
from pipeline.score.spans import partial, strict

P, C, D = Label.PERSON, Label.COUNTRY, Label.DATE


def _span(start: int, end: int, label: Label = P, value: str = "") -> Span:
    return Span(start, end, label, "", value)


# (gold, found, right found gold of strict PERSON, right of partial PERSON)
CASES = [
    # the same span
    ([_span(0, 2)], [_span(0, 2)], (1, 1, 1), 1),
    # another end: wrong strictly, right partially
    ([_span(0, 2)], [_span(0, 3)], (0, 1, 1), 1),
    # another label: wrong both ways
    ([_span(0, 2)], [_span(0, 2, C)], (0, 0, 1), 0),
    # one prediction over two gold spans matches one (nervaluate#40)
    ([_span(0, 2), _span(2, 4)], [_span(0, 4)], (0, 1, 2), 1),
    # the same prediction twice counts once
    ([_span(0, 2)], [_span(0, 2), _span(0, 2)], (1, 1, 1), 1),
    # touching is not overlapping
    ([_span(0, 2)], [_span(2, 4)], (0, 1, 1), 0),
    # nothing found
    ([_span(0, 2)], [], (0, 0, 1), 0),
]


@pytest.mark.parametrize(("gold", "found", "counts", "overlapping"), CASES)
def test_counts(
    gold: list[Span], found: list[Span], counts: tuple[int, int, int], overlapping: int
) -> None:
    got = strict(gold, found)[P]
    assert (got.right, got.found, got.gold) == counts
    assert partial(gold, found)[P].right == overlapping


def test_values_count_only_where_gold_gives_one_and_the_span_is_right() -> None:
    gold = [_span(0, 2, D, "2023"), _span(3, 5, D, "2024"), _span(6, 8, D)]
    found = [_span(0, 2, D, "2023"), _span(3, 5, D, "2023"), _span(6, 8, D, "2020")]
    got = strict(gold, found)[D]
    assert (got.values, got.values_right) == (2, 1)


def _flat(cuts: list[int]) -> list[Span]:
    edges = sorted(set(cuts))
    labels = [P, C, D]
    pairs = zip(edges[::2], edges[1::2], strict=False)
    return [_span(a, b, labels[(a + b) % 3]) for a, b in pairs]


_FLAT = st.lists(st.integers(0, 40), max_size=12).map(_flat)


@given(gold=_FLAT, found=_FLAT)
def test_strict_agrees_with_nervaluate(gold: list[Span], found: list[Span]) -> None:
    got = strict(gold, found)
    right = sum(c.right for c in got.values())
    if not gold or not found:
        assert right == 0
        return
    as_dicts = [
        [{"label": s.label.value, "start": s.start, "end": s.end - 1} for s in side]
        for side in (gold, found)
    ]
    result = Evaluator([as_dicts[0]], [as_dicts[1]], tags=[x.value for x in Label]).evaluate()
    assert right == result["overall"]["strict"].correct


@given(gold=_FLAT, found=_FLAT)
def test_scores_stay_in_bounds_and_strict_is_no_kinder_than_partial(
    gold: list[Span], found: list[Span]
) -> None:
    for label, counts in strict(gold, found).items():
        assert counts.right <= min(counts.found, counts.gold)
        assert counts.right <= partial(gold, found)[label].right
        assert 0 <= counts.f1 <= 1
