"""Runs of nouns: the stretches in which a composed name can stand."""

import re
from collections.abc import Iterator

from pipeline.tag.organisations.grammar import Grammar
from pipeline.tag.words import Words

_NOMINAL = ("名詞", "接頭辞", "接尾辞", "形状詞", "記号")
_INSIDE = frozenset("・･＝-－&＆＋+")
# An unknown name in hiragana: 村立|おといねっぷ|美術工芸高等学校; no particles, no verb.
_HIRAGANA = re.compile("[ぁ-んー]+")
_UNKNOWN_NAME = re.compile("[ぁ-んー]{2,9}[^のるすうくむぶつぬぐたなにをはがでともへや]")
_FUNCTION_WORDS = ("助", "接続", "副詞", "連体", "感動", "代名詞")
_OPENS_NAME = re.compile(r"[^一-鿿々ァ-ヴーA-Za-z0-9ぁ-ん]|立|\A")
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
            yield range(_with_hiragana(words, start), index)
        # A word behind a space is the first of the next run.
        start = index if index < len(words) and _is_apart(words, index) else index + 1


def _with_hiragana(words: Words, start: int) -> int:
    """Where the run begins, an unknown name in hiragana before it included."""
    first = start
    while first and _HIRAGANA.fullmatch(words.surfaces[first - 1]):
        first -= 1
    name = words.text[words.starts[first] : words.starts[start]]
    if not _UNKNOWN_NAME.fullmatch(name) or words.tags[first].startswith(_FUNCTION_WORDS):
        return start
    if not _OPENS_NAME.fullmatch(words.text[: words.starts[first]][-1:]):
        return start
    while first and words.surfaces[first - 1].endswith("立"):
        first -= 1 + (words.surfaces[first - 1] == "立")  # 村|立
    return first


def _continues(words: Words, index: int, start: int, grammar: Grammar) -> bool:
    surface = words.surfaces[index]
    if _SPACE.search(surface) or (index > start and _is_apart(words, index)):
        return False
    if surface.endswith(grammar.breaks):
        return words.surfaces[index + 1 : index + 2] == ["官房"]  # 法務省大臣官房
    if surface in _INSIDE:
        return index > start and index + 1 < len(words)
    return words.tags[index].startswith(_NOMINAL)


def _is_apart(words: Words, index: int) -> bool:
    """Whether a space that is none between Latin words stands before the word.

    `クルマシェフ カザフスタン大統領府`: the fields of a speaker's line.
    """
    if index == 0 or words.starts[index] == words.ends[index - 1]:
        return False
    return not (words.surfaces[index - 1].isascii() and words.surfaces[index].isascii())
