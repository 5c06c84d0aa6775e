"""Runs of nouns: the stretches in which a composed name can stand."""

import re
from collections.abc import Iterator

from pipeline.tag.organisations.grammar import Grammar
from pipeline.tag.words import Words

_NOMINAL = ("名詞", "接頭辞", "接尾辞", "形状詞", "記号")
_INSIDE = frozenset("・･＝-－&＆＋+")
_SPACE = re.compile(r"\s")


def runs(words: Words, grammar: Grammar) -> Iterator[range]:
    """Indices of words that stand together as nouns, cut where no name goes on.

    `EU加盟国政府は外務省と` → EU; 国政府; 外務省
    """
    start = 0
    for index in range(len(words) + 1):
        if index < len(words) and _continues(words, index, start, grammar):
            continue
        if index > start:
            yield range(start, index)
        start = index + 1


def _continues(words: Words, index: int, start: int, grammar: Grammar) -> bool:
    surface = words.surfaces[index]
    if _SPACE.search(surface):
        return False
    if surface.endswith(grammar.breaks):
        return words.surfaces[index + 1 : index + 2] == ["官房"]  # 法務省大臣官房
    if surface in _INSIDE:
        return index > start and index + 1 < len(words)
    return words.tags[index].startswith(_NOMINAL)
