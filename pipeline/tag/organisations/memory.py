"""Later mentions of organisations by the abbreviation, or the bare name, that the report gave."""

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import replace

from pipeline.mention import Label, Mention
from pipeline.tag.organisations.abbreviations import Explained
from pipeline.tag.words import Words

_EXPLAINED = 0.93
_LESS = 0.05  # a name told by a cue is less sure where the cue is missing
# Names that are known again wherever they stand: ワグネル, GICTF.
_APART = re.compile("[ァ-ヴー・]{3,}|[A-Za-z0-9&-]{3,}")
_LETTERS = re.compile("[A-Za-z0-9]{2}")
_KANA = re.compile("[ァ-ヴー]{2}")
# 日米|合同委員会 is called 合同委員会 in what follows.
_OF_STATES = re.compile("[日米英仏独伊露中韓豪印]{2,3}(?P<tail>[一-鿿]{2,6}(?:委員会|協議会))")
_KANJI = re.compile("[一-鿿]{2}")


def again(
    words: Words,
    text: str,
    found: Iterable[Mention],
    pairs: Iterable[Explained],
    classes: Container[str],
) -> Iterator[Mention]:
    """Every other place where they stand, in a folded text.

    `classes` are words such as 機構, which stay common nouns even where a report says
    （以下「機構」という。）.
    """
    found = list(found)
    names = {
        pair.short: Mention(0, 0, Label.ORG, pair.country, "organisations", _EXPLAINED)
        for pair in pairs
        if pair.short not in classes
    }
    for mention in found:
        name = text[mention.start : mention.end]
        if mention.found_by == "organisations" and _APART.fullmatch(name):
            names.setdefault(name, replace(mention, score=mention.score - _LESS))
        elif joint := _OF_STATES.fullmatch(name):
            names.setdefault(joint["tail"], replace(mention, score=mention.score - _LESS))
    there = {(mention.start, mention.end) for mention in found}
    longest_first = sorted(map(re.escape, names), key=len, reverse=True)
    for match in re.finditer("|".join(longest_first), text) if names else ():
        if match.span() not in there and _is_apart(words, text, *match.span()):
            yield replace(names[match[0]], start=match.start(), end=match.end())


def _is_apart(words: Words, text: str, start: int, end: int) -> bool:
    """Whether the name is no piece of a longer word."""
    around = (text[start - 1 : start + 1], text[end - 1 : end + 1])
    if any(_LETTERS.fullmatch(pair) or _KANA.fullmatch(pair) for pair in around):
        return False
    if any(map(_KANJI.fullmatch, around)):
        return start in words.starting_at or end in words.ending_at
    return True
