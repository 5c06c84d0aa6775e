"""Numbers in groups that pairs join."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.pdf.groups import groups

# (count, pairs, groups)
JOINED = [
    # nothing
    (0, [], []),
    # no pair: each by itself
    (2, [], [[0], [1]]),
    # a chain, in any order of its links
    (5, [(3, 4), (0, 3)], [[0, 3, 4], [1], [2]]),
    # a pair of one, and a ring
    (3, [(1, 1), (0, 2), (2, 0)], [[0, 2], [1]]),
]


@pytest.mark.parametrize(("count", "pairs", "expected"), JOINED)
def test_pairs_join(count: int, pairs: list[tuple[int, int]], expected: list[list[int]]) -> None:
    assert groups(count, pairs) == expected


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9))))
def test_each_is_in_one_group_with_its_pairs(pairs: list[tuple[int, int]]) -> None:
    found = groups(10, pairs)
    assert sorted(index for group in found for index in group) == list(range(10))
    assert all(any({one, other} <= set(group) for group in found) for one, other in pairs)
