"""Deals documents into folds, so that each can be scored by a network that has not seen it."""

from collections.abc import Mapping


def deal(sizes: Mapping[str, int], folds: int) -> dict[str, int]:
    """The fold of each document; folds are as even in size as whole documents allow.

    `{"青書": 500, "対話": 200, "答弁": 250}` in two → `{"青書": 0, "答弁": 1, "対話": 1}`
    """
    filled = [0] * folds
    dealt = {}
    for doc, size in sorted(sizes.items(), key=lambda item: (-item[1], item[0])):
        fold = filled.index(min(filled))
        dealt[doc] = fold
        filled[fold] += size
    return dealt
