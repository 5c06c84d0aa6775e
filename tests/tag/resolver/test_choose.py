"""Which of several overlapping candidates stand."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.mention import Label, Mention
from pipeline.tag.resolver.choose import flat

P, C, O, D = Label.PERSON, Label.COUNTRY, Label.ORG, Label.DATE  # noqa: E741

# (candidates as start, end, label, score; those that stand)
CASES = [
    # where candidates nest, the longest name wins: キルギス in キルギス外務省
    ([(0, 4, C, 0.97), (0, 7, O, 0.9)], [(0, 7)]),
    # … also over two inside it: 日・タジキスタン…委員会
    ([(0, 1, C, 0.97), (2, 8, C, 0.97), (0, 20, O, 0.7)], [(0, 20)]),
    # … but not when it is much the less likely
    ([(0, 4, C, 0.97), (0, 9, O, 0.3)], [(0, 4)]),
    # candidates that only overlap: the likelier
    ([(0, 5, P, 0.6), (3, 9, O, 0.9)], [(3, 9)]),
    # two disjoint ones outweigh one across both of their edges
    ([(0, 4, P, 0.8), (2, 8, O, 0.9), (6, 10, P, 0.8)], [(0, 4), (6, 10)]),
    # one span, two labels: the likelier
    ([(0, 2, P, 0.7), (0, 2, C, 0.95)], [(0, 2)]),
    # neighbours do not overlap: 日露
    ([(0, 1, C, 0.9), (1, 2, C, 0.9)], [(0, 1), (1, 2)]),
    # under the threshold
    ([(0, 2, P, 0.2)], []),
]


@pytest.mark.parametrize(("candidates", "standing"), CASES)
def test_flat(
    candidates: list[tuple[int, int, Label, float]], standing: list[tuple[int, int]]
) -> None:
    found = [Mention(s, e, label, score=score) for s, e, label, score in candidates]
    assert [(m.start, m.end) for m in flat(found, threshold=0.25)] == standing


_CANDIDATES = st.lists(
    st.builds(
        lambda start, length, label, score: Mention(start, start + length, label, score=score),
        st.integers(0, 30),
        st.integers(1, 12),
        st.sampled_from(list(Label)),
        st.floats(0, 1),
    ),
    max_size=14,
)


@given(_CANDIDATES)
def test_the_choice_is_flat_and_from_the_candidates(candidates: list[Mention]) -> None:
    chosen = flat(candidates, threshold=0.5)
    assert all(a.end <= b.start for a, b in pairwise(chosen))
    assert all(m in candidates and m.score >= 0.5 for m in chosen)


@given(_CANDIDATES)
def test_nothing_likely_is_left_out_for_no_reason(candidates: list[Mention]) -> None:
    chosen = flat(candidates, threshold=0.5)
    for m in candidates:
        if m.score >= 0.5:
            assert any(c.start < m.end and m.start < c.end for c in chosen)
