"""Reads the year of a date, in all the ways that it is written."""

import re
from collections.abc import Callable, Iterable

from pipeline.tag.dates.expression import YearPart, YearUnit
from pipeline.tag.dates.grammar import ERA_COUNT, KANJI, SPACE, TO, YEAR_COUNT, YEAR_UNIT, numeral
from pipeline.tag.dates.lexicon import DateLexicon, Era, Unit
from pipeline.tag.dates.numbers import number

Form = tuple[re.Pattern[str], Callable[[re.Match[str]], YearPart]]

_UNITS = {
    Unit.YEAR: YearUnit.YEAR,
    Unit.FISCAL: YearUnit.FISCAL,
    Unit.CENTURY: YearUnit.CENTURY,
}
_INSIDE = rf"(?:{SPACE}\([^()\n]{{1,8}}\)(?={SPACE}[年~\-・、]))?"  # 昭和60(1985)年
_BUDGET = r"(?=当初|補正|予算|決算|概算|実績|見込|目標|時点|末|[~・、,→/][A-Z]?[0-9])"  # R6当初
_NAMED = "同翌本昨"  # 同（2023）年, 翌2024年


class YearReader:
    """Reads a year where it begins in a folded text."""

    def __init__(self, lexicon: DateLexicon) -> None:
        self._lexicon = lexicon
        self._numbered = [self._era_form(), _GREGORIAN]
        self._forms = [*self._numbered, self._initial_form(), self._glossed_form(), *_OTHER_FORMS]

    def year(self, text: str, at: int, limit: int) -> tuple[YearPart, int] | None:
        """The year that begins at `at`, and where it ends."""
        word = self._lexicon.word_pattern.match(text, at, limit)
        if word and (relative := self._lexicon.words[word[0]]).unit in _UNITS:
            return YearPart(_UNITS[relative.unit], word=relative), word.end()
        if text[at] in _NAMED and (named := self._named(text, at + 1, limit)):
            return named
        return _first(self._forms, text, at, limit)

    def _named(self, text: str, at: int, limit: int) -> tuple[YearPart, int] | None:
        """The year that 同 or 翌 names itself: 同（2023）年, 翌2024年, 本（令和5）年度."""
        bracketed = _IN_BRACKETS.match(text, at, limit)
        if bracketed is None:
            return _first(self._numbered, text, at, limit)
        plain = bracketed["inside"].strip().removesuffix("年") + bracketed["unit"]
        year = _first(self._numbered, plain, 0, len(plain))
        return (year[0], bracketed.end()) if year else None

    def _era_form(self) -> Form:
        """令和5年, R5年度, 昭60年, 昭和60（1985）年, 平成22～24年度, 平成30～令和4年度."""
        names = alternatives(name for name in self._lexicon.eras if len(name) > 1)
        letters = "".join(name for name in self._lexicon.eras if name.isascii())
        kanji = "".join(n for n in self._lexicon.eras if len(n) == 1 and not n.isascii())
        pattern = (
            rf"(?P<era>{names}|(?<![A-Za-z0-9])[{letters}](?=[0-9])|(?<![一-鿿])[{kanji}](?=[0-9元]))"
            rf"{SPACE}(?P<count>{ERA_COUNT}){_INSIDE}"
            rf"(?:{TO}(?P<last_era>{names}|[{letters}])?{SPACE}(?P<last>{ERA_COUNT}){_INSIDE})?"
            rf"{SPACE}(?P<unit>{YEAR_UNIT})"
        )
        return re.compile(pattern), self._of_era

    def _initial_form(self) -> Form:
        """R6, where what follows shows that it is a year: R6当初予算, R4～R6."""
        letters = "".join(name for name in self._lexicon.eras if name in "SHR")
        pattern = (
            rf"(?<![A-Za-z0-9])(?P<era>[{letters}])(?P<count>[0-9]{{1,2}})(?![0-9])"
            rf"(?:(?<=[0-9][~・、,→/][A-Z][0-9])|(?<=[0-9][~・、,→/][A-Z][0-9]{{2}})|{_BUDGET})"
        )
        return re.compile(pattern), self._of_initial

    def _glossed_form(self) -> Form:
        """22（令和4）年, as white papers have it: the gloss says of which century."""
        names = alternatives(name for name in self._lexicon.eras if len(name) > 1)
        pattern = (
            rf"{numeral('[0-9]{2}', '(?!)')}{SPACE}\({SPACE}(?P<era>{names}){SPACE}"
            rf"(?P<count>{ERA_COUNT})年?{SPACE}\){SPACE}(?P<unit>年度|年)"
        )
        return re.compile(pattern), self._of_gloss

    def _of_gloss(self, match: re.Match[str]) -> YearPart:
        return YearPart(
            YearUnit(match["unit"]), number(match["count"]), self._lexicon.eras[match["era"]]
        )

    def _of_era(self, match: re.Match[str]) -> YearPart:
        last_era = self._lexicon.eras.get(match["last_era"] or "")
        return _part(match, self._lexicon.eras[match["era"]], last_era)

    def _of_initial(self, match: re.Match[str]) -> YearPart:
        return YearPart(count=int(match["count"]), era=self._lexicon.eras[match["era"]])


def _first(forms: Iterable[Form], text: str, at: int, limit: int) -> tuple[YearPart, int] | None:
    for pattern, part in forms:
        if match := pattern.match(text, at, limit):
            return part(match), match.end()
    return None


def _part(match: re.Match[str], era: Era | None, last_era: Era | None) -> YearPart:
    last = number(match["last"]) if match["last"] else None
    return YearPart(YearUnit(match["unit"]), number(match["count"]), era, last, last_era)


def alternatives(words: Iterable[str]) -> str:
    """A pattern of any of these words, the longest first."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_IN_BRACKETS = re.compile(rf"{SPACE}\((?P<inside>[^()\n]{{1,10}})\){SPACE}(?P<unit>年度|年)")
_GREGORIAN: Form = (
    re.compile(
        rf"(?:西暦{SPACE})?(?P<count>{YEAR_COUNT}|(?<=西暦)[0-9]{{1,3}}){_INSIDE}"
        rf"(?:{TO}(?P<last>[12][0-9]{{3}}|[0-9]{{2}}(?![0-9])|{YEAR_COUNT}){_INSIDE})?"
        rf"{SPACE}(?P<unit>{YEAR_UNIT})"
    ),
    lambda match: _part(match, None, None),
)
_CENTURY_COUNT = numeral("(?!1世)[0-9]{1,2}", f"(?!一世)[{KANJI}]{{1,3}}")
_OTHER_FORMS: list[Form] = [
    (
        re.compile(r"紀元前[0-9〇一二三四五六七八九十百千]{1,5}(?:年代?|世紀)"),
        lambda _: YearPart(),  # EDTF as the tables have it begins with the year 1
    ),
    (
        re.compile(r"(?<![A-Z])FY(?P<count>[12][0-9]{3})(?![0-9])"),
        lambda match: YearPart(YearUnit.FISCAL, number(match["count"])),
    ),
    (
        re.compile(rf"(?P<count>{numeral('[1-9]0', '[二三四五六七八九][十〇]')}){SPACE}年代"),
        lambda match: YearPart(
            YearUnit.DECADE, number(match["count"].replace("〇", "十")), short=True
        ),
    ),
    (
        re.compile(
            rf"(?P<count>{_CENTURY_COUNT}){SPACE}世紀(?!ぶり|にわた|にも|に及|以上|余|間|近く|半)"
            r"|(?P<english>[0-9]{1,2})(?:st|nd|rd|th)[ -][Cc]entury"
        ),
        lambda match: YearPart(YearUnit.CENTURY, number(match["count"] or match["english"])),
    ),
]
