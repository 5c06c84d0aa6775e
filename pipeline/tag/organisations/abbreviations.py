"""Abbreviations that the report itself explains: （以下「安保理」という。）, （NATO）."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipeline.mention import Mention

_SHORT = r"(?P<short>[A-Z][A-Za-z0-9&+./-]{1,14})"
_AFTER = (
    # 国連安全保障理事会（以下「安保理」という。）; 国際協力機構（JICA。以下「機構」という。）
    re.compile(
        r"\((?:[^()\n]{0,40}?[、,。;] ?)?(?:以下、?|以下では|略称[:は、]?|通称[:は、]?)"
        r"[「『]?(?P<short>[^「」『』()\n、。]{2,20}?)[」』]?(?:と?いう|と略|とする|と呼ぶ|と表記|[、。)])"
    ),
    # 北大西洋条約機構（NATO）; 湾岸協力理事会（GCC：Cooperation Council …）
    re.compile(rf"[ ]?\((?:英文?略称?[:]?|略称[:]?)?{_SHORT}(?= ?[):,、。;/])"),
    # 国連難民高等弁務官事務所（Office of the … for Refugees: UNHCR）
    re.compile(rf"[ ]?\([A-Z][A-Za-z ,&'./-]{{8,90}}[:;,、] ?{_SHORT}\)"),
)
# 日本労働組合総連合会（連合）
_JAPANESE = re.compile(r"\((?P<short>[一-鿿ァ-ヴー]{2,8})\)")
# 日本貿易振興機構（ジェトロ）: an organisation's name, too
_KANA = re.compile("[ァ-ヴー]+")
# SCO : Shanghai Cooperation Organization
_BEFORE = re.compile(rf"(?<![A-Za-z0-9]){_SHORT} ?(?:[:=]|\() ?(?:The |the )?$")
_GLOSS = re.compile(
    rf"(?<![A-Za-z0-9]){_SHORT} ?(?:[:=]|\() ?(?P<full>[A-Z][A-Za-z'-]+(?:,? [A-Za-z'-]+){{1,12}})"
)
_BRACKETED = re.compile(rf"[一-鿿々ァ-ヴー] ?\({_SHORT}(?= ?[):,、;])")


@dataclass(frozen=True, slots=True)
class Explained:
    """`short` stands for `full`, an organisation of `country` (a code or empty), in this report."""

    full: str
    short: str
    country: str


def explained(text: str, found: Iterable[Mention]) -> Iterator[Explained]:
    """The abbreviations that stand beside organisations' names, in a folded text."""
    names = sorted(found, key=lambda m: m.start, reverse=True)
    places = {(name.start, name.end) for name in names}
    longest = {name.end: name for name in names}
    for mention in longest.values():
        full = text[mention.start : mention.end]
        for pattern in _AFTER:
            match = pattern.match(text, mention.end)
            if match and match["short"] != full:
                yield Explained(full, match["short"], mention.value)
        japanese = _JAPANESE.match(text, mention.end)
        if japanese and (
            _abbreviates(japanese["short"], full)
            or (_KANA.fullmatch(japanese["short"]) and japanese.span("short") in places)
        ):
            yield Explained(full, japanese["short"], mention.value)
        line = text[max(0, mention.start - 24) : mention.start].rpartition("\n")[2]
        before = _BEFORE.search(line)
        if before and full[:1].isascii() and " " in full:
            yield Explained(full, before["short"], mention.value)


def _abbreviates(short: str, full: str) -> bool:
    """Whether all characters of `short` stand in `full` in this order: 安保理, 安全保障理事会."""
    rest = iter(full)
    return len(short) < len(full) and all(char in rest for char in short)


def glossed(text: str) -> Iterator[tuple[str, str]]:
    """Latin abbreviations and the English that they are said to stand for."""
    for match in _GLOSS.finditer(text):
        yield match["short"], match["full"]


def bracketed(text: str) -> Iterator[tuple[str, int]]:
    """Every Latin abbreviation in brackets after Japanese, and where the bracket opens."""
    for match in _BRACKETED.finditer(text):
        yield match["short"], match.start() + 1
