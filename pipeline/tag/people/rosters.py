"""Names in lists of members and in front of 君, where layout says what the dictionary cannot.

Minutes set a name in five ems: 勝俣　孝明君, 辻　　清人君, 黄川田仁志君.
"""

import re
from collections.abc import Iterator
from itertools import chain

from pipeline.tag.people.cues import KANJI, KATAKANA
from pipeline.tag.people.shapes import Candidate, Shape
from pipeline.tag.words import Words, reading

_NAME = rf"[{KANJI}{KATAKANA}ぁ-ん]"
_MEMBER = re.compile(
    rf"(?:(?P<surname>{_NAME}{{1,4}})(?P<gap>[ 　]{{1,4}}))?(?P<rest>{_NAME}{{1,9}})君"
    r"(?![主臨達])"
)
# 宍戸　常寿（東京大学教授）: a line or a field of a list that is a name alone, or with its post
_FIELD = rf"(?P<surname>[{KANJI}]{{1,3}})[ 　]{{1,3}}(?P<given>[{KANJI}ぁ-んァ-ヴー]{{1,4}})"
_LISTED = [
    re.compile(
        rf"(?:^|(?<=[\n\t：:○・]))[ 　]{{0,9}}{post}{_FIELD}"
        r"(?=[ 　]*(?:[\n\t（(、，]|\Z)|[ 　]+[^ 　])"
    )
    for post in ("", rf"[{KANJI}]{{2,8}}[ 　]{{1,9}}")
]
_POST = re.compile(
    "委員長|副委員長|議長|副議長|理事|会長|委員|大臣|参考人|議員|座長|教授|部長|課長|室長|局長"
)
_MARKS = "○〇◯●"
# ○屋良委員　, 【有田委員】, （古谷委員長代理）: the speaker, whatever the dictionary knows
_SPEAKER = re.compile(
    rf"(?:^[ 　]*[{_MARKS}]|(?P<bracket>[【（(]))"
    rf"(?P<name>[{KANJI}ぁ-ん]{{1,4}}?[{KATAKANA}]{{0,8}})"
    r"(?:委員長|部会長|分科会長|会長|座長|委員|構成員|分科員|議員|主査)(?:代理|代行)?"
    r"(?(bracket)[】）)]|(?=[（(　 \n]))",
    re.MULTILINE,
)
# とかしきなおみ厚生労働大臣政務官, あべ俊子文部科学大臣: what Sudachi cuts in particles
_HIRAGANA = re.compile(rf"(?<![ぁ-ん{KANJI}{KATAKANA}])[ぁ-ん]{{2,8}}[{KANJI}]{{0,2}}")
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


def speakers(words: Words) -> Iterator[Candidate]:
    """Surnames in the line or the bracket that says who speaks, but no posts: ○専門委員."""
    for match in _SPEAKER.finditer(words.text):
        told = reading(match["name"])
        if match["name"] and (told.surname or not told.common):
            yield Candidate(*match.span("name"), Shape.SURNAME)


def listed(words: Words) -> Iterator[Candidate]:
    """Names with a gap in them in lists of members, their given names unknown to the dictionary."""
    for match in chain.from_iterable(pattern.finditer(words.text) for pattern in _LISTED):
        post = _POST.search(words.text, match.start("given") + 1, match.end("given"))
        start, end = match.start("surname"), post.start() if post else match.end("given")
        given = reading(words.text[match.start("given") : end])
        unknown = not (given.common or given.place)
        if (
            end - start > 3
            and (given.given or unknown)
            and reading(match["surname"]).surname
            and words.aligned(start, match.end("surname"))
            and words.aligned(match.start("given"), end)
        ):
            yield Candidate(start, end, Shape.FULL)


def _belongs(match: re.Match[str]) -> bool:
    surname, gap, rest = match["surname"], match["gap"], match["rest"]
    if len(surname) + len(gap) + len(rest) == _EMS:
        return True
    return len(rest) <= 3 and len(gap) <= 2 and reading(surname).surname


def _after_post(words: Words, start: int, end: int) -> int:
    """Leave out a post, and a particle after it: 理事|佐藤正久君, 委員長に|藤川政人君."""
    posts = _POST.finditer(words.text, start, end)
    after = [m.end() for m in posts if m.end() < end and m.end() in words.starting_at]
    if not after:
        return start
    index = words.starting_at[after[-1]]
    particle = words.tags[index].startswith("助詞") and words.ends[index] < end
    return words.ends[index] if particle else after[-1]


def _stands_alone(words: Words, start: int, end: int) -> bool:
    before = words.text[start - 1] if start else "\n"
    if words.text[start:end] in _COLLECTIVE:
        return False
    if before in _MARKS:
        return True  # ○牧山ひろえ君, whatever Sudachi makes of the given name
    if before not in " 　\n（(、":
        return False
    inside = (words.starting_at.get(offset) for offset in range(start, end))
    return not any(i is not None and words.tags[i].startswith(_NO_NAME) for i in inside)
