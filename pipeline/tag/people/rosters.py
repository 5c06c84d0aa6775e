"""Names in lists of members and in front of 君, where layout says what the dictionary cannot.

Minutes set a name in five ems: 勝俣　孝明君, 辻　　清人君, 黄川田仁志君.
"""

import re
from collections.abc import Iterator

from pipeline.tag.people.cues import KANJI, KATAKANA
from pipeline.tag.people.shapes import Candidate, Shape
from pipeline.tag.words import Words, reading

_NAME = rf"[{KANJI}{KATAKANA}ぁ-ん]"
_MEMBER = re.compile(
    rf"(?:(?P<surname>{_NAME}{{1,4}})(?P<gap>[ 　]{{1,4}}))?(?P<rest>{_NAME}{{1,9}})君"
    r"(?![主臨達])"
)
_POST = re.compile("委員長|副委員長|議長|副議長|理事|会長|委員|大臣|参考人|議員")
_EMS = 5
_NO_NAME = ("助詞", "助動詞", "動詞", "代名詞", "副詞", "接続詞", "連体詞", "形容詞")
# 諸君, 両君: no names.
_COLLECTIVE = frozenset("諸両各同某主暴")


def members(words: Words) -> Iterator[Candidate]:
    """The names before 君, with the white space inside them."""
    for match in _MEMBER.finditer(words.text):
        start, end = match.start("rest"), match.end("rest")
        start = _after_post(words, start, end)
        if match["surname"] and _belongs(match):
            yield Candidate(match.start("surname"), end, Shape.FULL)
        elif start > match.start("rest"):
            yield Candidate(start, end, Shape.FULL)
        elif _stands_alone(words, start, end):
            yield Candidate(start, end, Shape.FULL if end - start > 3 else Shape.SURNAME)


def _belongs(match: re.Match[str]) -> bool:
    surname, gap, rest = match["surname"], match["gap"], match["rest"]
    if len(surname) + len(gap) + len(rest) == _EMS:
        return True
    return len(rest) <= 3 and len(gap) <= 2 and reading(surname).surname


def _after_post(words: Words, start: int, end: int) -> int:
    """Leave out a post that is written without a space: 理事|佐藤正久君."""
    match = _POST.match(words.text, start, end)
    if match is None or match.end() >= end or not words.aligned(start, match.end()):
        return start
    return match.end() + words.text.startswith("の", match.end())


def _stands_alone(words: Words, start: int, end: int) -> bool:
    before = words.text[start - 1] if start else "\n"
    if before not in " 　\n（(、" or words.text[start:end] in _COLLECTIVE:
        return False
    inside = (words.starting_at.get(offset) for offset in range(start, end))
    return not any(i is not None and words.tags[i].startswith(_NO_NAME) for i in inside)
