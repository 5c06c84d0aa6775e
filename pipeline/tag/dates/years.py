"""Reads the year of a date, in all the ways that it is written."""

import re
from collections.abc import Callable, Iterable

from pipeline.tag.dates.expression import YearPart, YearUnit
from pipeline.tag.dates.grammar import ERA_COUNT, KANJI, SPACE, TO, YEAR_COUNT, YEAR_UNIT, numeral
from pipeline.tag.dates.lexicon import DateLexicon, Era, Unit
from pipeline.tag.dates.numbers import number

_UNITS = {
    Unit.YEAR: YearUnit.YEAR,
    Unit.FISCAL: YearUnit.FISCAL,
    Unit.CENTURY: YearUnit.CENTURY,
}
_INSIDE = rf"(?:{SPACE}\([^()\n]{{1,8}}\)(?={SPACE}[年~\-・、]))?"  # 昭和60(1985)年
_SENTENCE = re.compile(r"(?:懲役|禁[錮固]|拘禁刑?|勤続|在職|刑期|[か箇ヶカ]年)[^。]{0,4}$")
_AFTER_YEARS = (
    r"(?!前|後|間|で|ほど|ぶり|目|余|以上|生|ごと|くらい|程度|連続|未満|ずつ|おき|越し|物)"
)


class YearReader:
    """Reads a year where it begins in a folded text."""

    def __init__(self, lexicon: DateLexicon) -> None:
        self._lexicon = lexicon
        names = alternatives(name for name in lexicon.eras if len(name) > 1)
        letters = "".join(name for name in lexicon.eras if name.isascii())
        kanji = "".join(n for n in lexicon.eras if len(n) == 1 and not n.isascii())
        era = rf"(?:{names}|(?<![A-Za-z0-9])[{letters}](?=[0-9])|(?<![一-鿿])[{kanji}](?=[0-9元]))"
        more = rf"(?:{TO}(?P<last_era>{names}|[{letters}])?{SPACE}(?P<last>{ERA_COUNT}){_INSIDE})?"
        self._forms: list[tuple[re.Pattern[str], Callable[[re.Match[str]], YearPart]]] = [
            (
                re.compile(
                    rf"(?P<era>{era}){SPACE}(?P<count>{ERA_COUNT}){_INSIDE}{more}{SPACE}"
                    rf"(?P<unit>{YEAR_UNIT})"
                ),
                self._of_era,
            ),
            (
                re.compile(
                    rf"(?:西暦{SPACE})?(?P<count>{YEAR_COUNT}){_INSIDE}"
                    rf"(?:{TO}(?P<last>[12][0-9]{{3}}|[0-9]{{2}}(?![0-9])|{YEAR_COUNT}){_INSIDE})?"
                    rf"{SPACE}(?P<unit>{YEAR_UNIT})"
                ),
                self._gregorian,
            ),
            (re.compile(r"(?<![A-Z])FY(?P<count>[12][0-9]{3})(?![0-9])"), self._fiscal),
            (
                re.compile(
                    rf"(?P<count>{numeral('[1-9]0', '[二三四五六七八九][十〇]')}){SPACE}年代"
                ),
                self._decade,
            ),
            (
                re.compile(
                    rf"(?P<count>{numeral('[0-9]{1,2}', f'[{KANJI}]{{1,3}}')}){SPACE}世紀"
                    r"|(?P<english>[0-9]{1,2})(?:st|nd|rd|th)[ -][Cc]entury"
                ),
                self._century,
            ),
        ]

    def year(self, text: str, at: int, limit: int) -> tuple[YearPart, int] | None:
        """The year that begins at `at`, and where it ends."""
        if found := self._relative(text, at, limit):
            return found
        for pattern, part in self._forms:
            if match := pattern.match(text, at, limit):
                return part(match), match.end()
        return None

    def _relative(self, text: str, at: int, limit: int) -> tuple[YearPart, int] | None:
        """翌年, and 翌2024年, 同（2023）年, where the number says which."""
        match = self._lexicon.word_pattern.match(text, at, limit)
        if match and (word := self._lexicon.words[match[0]]).unit in _UNITS:
            return YearPart(_UNITS[word.unit], word=word), match.end()
        if text[at] not in "同翌本昨前":
            return None
        bracket = re.compile(rf"{SPACE}\({SPACE}(?=.{{1,10}}\){SPACE}年)").match(
            text, at + 1, limit
        )
        if bracket is None:
            return self._numbered(text, at + 1, limit)
        closing = text.index(")", bracket.end())
        unit = re.compile(rf"{SPACE}(年度|年)").match(text, closing + 1, limit)
        if unit is None:
            return None
        inside = text[bracket.end() : closing].strip().removesuffix("年") + unit[1]
        numbered = self._numbered(inside, 0, len(inside))
        return (numbered[0], unit.end()) if numbered else None

    def _numbered(self, text: str, at: int, limit: int) -> tuple[YearPart, int] | None:
        for pattern, part in self._forms[:2]:
            if match := pattern.match(text, at, limit):
                return part(match), match.end()
        return None

    def _of_era(self, match: re.Match[str]) -> YearPart:
        last_era = self._lexicon.eras.get(match["last_era"] or "")
        era = self._lexicon.eras[match["era"]]
        return _part(match, era, last_era)

    def _gregorian(self, match: re.Match[str]) -> YearPart:
        return _part(match, None, None)

    def _fiscal(self, match: re.Match[str]) -> YearPart:
        return YearPart(YearUnit.FISCAL, number(match["count"]))

    def _decade(self, match: re.Match[str]) -> YearPart:
        return YearPart(YearUnit.DECADE, number(match["count"].replace("〇", "十")), short=True)

    def _century(self, match: re.Match[str]) -> YearPart:
        return YearPart(YearUnit.CENTURY, number(match["count"] or match["english"]))


SHORT_YEAR = re.compile(
    rf"['’]?(?P<count>{numeral('[0-9]{2}', f'[{KANJI}]{{2,3}}')}|元|[0-9]|[一二三四五六七八九])"
    rf"{SPACE}(?P<unit>年度|年){_AFTER_YEARS}"
)


def is_term(text: str, at: int) -> bool:
    """Whether a number of years before a month is a term: 懲役2年6月."""
    return _SENTENCE.search(text, max(0, at - 12), at) is not None


def _part(match: re.Match[str], era: Era | None, last_era: Era | None) -> YearPart:
    last = number(match["last"]) if match["last"] else None
    return YearPart(YearUnit(match["unit"]), number(match["count"]), era, last, last_era)


def alternatives(words: Iterable[str]) -> str:
    """A pattern of any of these words, the longest first."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))
