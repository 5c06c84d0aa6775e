"""Enumeration marks at the start of a line: 第1章, 1, (1), ア, （イ）, ①, ・."""

import re
from typing import NamedTuple


class Marker(NamedTuple):
    """A mark, its family (the deeper in an outline, the larger `rank`), and which one it is.

    `（ロ） エディル` → rank of `(ア)`, value 2, and the text begins at `end`.
    """

    rank: int
    value: int
    end: int
    order: str = ""  # 五十音 or いろは: how kana count


BULLET = 99
_GOJUON = (
    "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
)
_IROHA = (
    "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス"
)
_DIGITS = "0-9０-９"
_KANJI_DIGITS = "一二三四五六七八九十"
_GAP = r"[ \t\u3000]+"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_ROMAN = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ"

# From the outermost to the innermost, as the guide to official documents has them.
_FAMILIES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"第(?P<n>[{_DIGITS}{_KANJI_DIGITS}]+)[部編](?={_GAP}|$)",
        rf"第(?P<n>[{_DIGITS}{_KANJI_DIGITS}]+)章(?={_GAP}|$)",
        rf"第(?P<n>[{_DIGITS}{_KANJI_DIGITS}]+)節(?={_GAP}|$)",
        rf"第(?P<n>[{_DIGITS}{_KANJI_DIGITS}]+)[項款](?={_GAP}|$)",
        rf"第?(?P<n>[{_ROMAN}])[.．、]?{_GAP}?|第(?P<n2>[{_DIGITS}{_KANJI_DIGITS}]+){_GAP}",
        rf"(?P<n>[{_KANJI_DIGITS}]{{1,3}})(?:、|{_GAP})",
        rf"(?P<n>[{_DIGITS}]{{1,2}})(?:[.．、](?![{_DIGITS}])|{_GAP})(?=\S)",
        rf"(?P<n>[{_DIGITS}]{{1,2}}[-－―.．][{_DIGITS}]{{1,2}})(?:[.．、](?![{_DIGITS}])|{_GAP})",
        rf"[(（](?P<n>[{_DIGITS}]{{1,2}})[)）]|(?P<n2>[{_DIGITS}]{{1,2}})[)）](?=\S)",
        rf"(?P<n>[{_GOJUON}])(?:[.．]|{_GAP})(?=\S)",
        rf"[(（](?P<n>[{_GOJUON}])[)）]",
        rf"(?P<n>[{_CIRCLED}])",
        rf"(?P<n>[a-zA-Zａ-ｚＡ-Ｚ])(?:[.．](?=\s)|{_GAP})(?=\S)",
        r"[(（](?P<n>[a-zａ-ｚ]|[ivxⅰ-ⅹ]{1,4})[)）]",
    )
)
NUMBER, PAREN_NUMBER, KANA, PAREN_KANA = 6, 8, 9, 10
_BULLETS = re.compile(rf"[・･●○◯〇■□◆◇▶➢✓◎▪•](?!{_GAP}?$)|[-–‐−*＊]{_GAP}(?=\S)")
_BEGINS = re.compile(  # most lines begin otherwise, and long before 14 families are tried
    rf"第|[(（・･●○◯〇■□◆◇▶➢✓◎▪•{_CIRCLED}{_ROMAN}]|[-–‐−*＊0-9０-９a-zA-Zａ-ｚＡ-Ｚ]"
    rf"|[{_GOJUON}{_KANJI_DIGITS}](?:[.．、]|{_GAP}|[{_KANJI_DIGITS}])"
)
_FULL_WIDTH = str.maketrans("０１２３４５６７８９", "0123456789")


def marker(text: str, order: str = "") -> Marker | None:
    """The mark that a line begins with, if it does; `order` is how kana count around it."""
    if _BEGINS.match(text) is None:
        return None
    for rank, family in enumerate(_FAMILIES):
        match = family.match(text)
        if match:
            number = match["n"] or match["n2"]
            value, order = _value(number, order)
            return Marker(rank, value, match.end(), order)
    match = _BULLETS.match(text)
    return Marker(BULLET, 0, match.end()) if match else None


def _value(number: str, order: str) -> tuple[int, str]:
    plain = number.translate(_FULL_WIDTH)
    if plain.isdecimal():
        return int(plain), ""
    if number in _GOJUON:
        known = order or ("いろは" if number == "ロ" else "五十音")
        return (_IROHA if known == "いろは" else _GOJUON).index(number) + 1, known
    for signs in (_CIRCLED, _ROMAN, _KANJI_DIGITS):
        if number in signs:
            return signs.index(number) + 1, ""
    return 0, ""
