"""Things that belong together because others between them do: each pair joins two groups."""

from collections.abc import Iterable


def groups(count: int, pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """The numbers below `count` in groups that the pairs join, in order of their first.

    `groups(5, [(0, 3), (3, 4)])` → `[[0, 3, 4], [1], [2]]`
    """
    above = list(range(count))

    def root(index: int) -> int:
        while above[index] != index:
            above[index] = above[above[index]]
            index = above[index]
        return index

    for one, other in pairs:
        above[root(other)] = root(one)
    members: dict[int, list[int]] = {}
    for index in range(count):
        members.setdefault(root(index), []).append(index)
    return list(members.values())
