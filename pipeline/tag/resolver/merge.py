"""Proposals of one span and label, by several finders, made one."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

from pipeline.mention import Label, Mention

_EDGES = ' 　\n\t「」『』（）()〈〉《》【】［］[]“”"、。，'


def merged(found: Iterable[Mention], text: str) -> list[Mention]:
    """One candidate for each span and label; no white space or bracket at its edges.

    Finders that agree are surer than the surest of them: they would all have to be wrong.
    """
    trimmed = (m for m in (_trimmed(mention, text) for mention in found) if m is not None)
    ordered = sorted(trimmed, key=_same)
    return [_one(list(group)) for _, group in groupby(ordered, key=_same)]


def _same(mention: Mention) -> tuple[int, int, Label]:
    return mention.start, mention.end, mention.label


def _trimmed(mention: Mention, text: str) -> Mention | None:
    start, end = mention.start, mention.end
    while start < end and text[start] in _EDGES:
        start += 1
    while start < end and text[end - 1] in _EDGES and not _closes(text, start, end):
        end -= 1
    if start == end:
        return None
    return replace(mention, start=start, end=end)


def _closes(text: str, start: int, end: int) -> bool:
    """Whether the last character closes a bracket inside the span: 令和5年3月14日（金）."""
    pairs = {"）": "（", ")": "(", "」": "「", "』": "『", "〉": "〈", "】": "【"}
    opener = pairs.get(text[end - 1])
    return opener is not None and opener in text[start:end]


def _one(same: list[Mention]) -> Mention:
    best = max(same, key=lambda m: (bool(m.value), m.score))
    wrong = 1.0
    for score in {m.found_by: m.score for m in same}.values():
        wrong *= 1.0 - score
    finders = sorted({m.found_by for m in same})
    return replace(best, found_by="+".join(finders), score=1.0 - wrong)
