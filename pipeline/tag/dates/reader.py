"""Reads dates by their grammar: year, month, day, and what may stand between and after them."""

import re
from collections.abc import Iterable, Iterator

from pipeline.tag.dates.expression import Expression, Period, Slot, YearPart, YearUnit
from pipeline.tag.dates.lexicon import DateLexicon, Unit
from pipeline.tag.dates.numbers import number

_S = r"[ \n]{0,2}"
_KANJI = "〇零一二三四五六七八九十"
_SMALL = rf"(?:[0-9]{{1,2}}|[{_KANJI}]{{1,3}})"
_TO = rf"{_S}[~\-・、,/]{_S}"
_MONTH_NUMBER = r"(?:1[0-2]|0?[1-9]|十[一二]?|一[〇一二]|[一二三四五六七八九])"
_DAY_NUMBER = (
    r"(?:3[01]|[12][0-9]|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[二三][〇一]"
    r"|[一二][〇一二三四五六七八九]|[一二三四五六七八九])"
)
_NOT_IN_NUMBER = rf"(?<![0-9.,{_KANJI}百千万第数])"
_WEEKDAY = re.compile(
    rf"{_S}\({_S}[日月火水木金土](?:曜日?)?(?:[・、][祝休]日?)?{_S}\)|{_S}[日月火水木金土]曜日?"
)
_TAIL = re.compile(rf"{_S}(?:末|初め|はじめ|初頭|上旬|中旬|下旬|前半|後半|半ば|なかば|中葉|中頃)")
_SEASONS = {"春": 21, "夏": 22, "秋": 23, "冬": 24}
_OF = rf"{_S}の?{_S}"


class DateReader:
    """Finds the dates of a text that is folded; what a date is not is left alone."""

    def __init__(self, lexicon: DateLexicon) -> None:
        self._eras = lexicon.eras
        self._words = lexicon.words
        names = _alternatives(e for e in lexicon.eras if len(e) > 1)
        initials = "".join(e for e in lexicon.eras if len(e) == 1)
        era_number = rf"(?:元|[0-9]{{1,2}}|[{_KANJI}]{{1,3}})"
        gloss = rf"(?:{_S}\([^()\n]{{1,12}}\))?"
        self._era_year = re.compile(
            rf"(?P<era>{names}|(?<![A-Za-z0-9])[{initials}]){_S}(?P<count>{era_number}){gloss}"
            rf"(?:{_TO}(?P=era)?(?P<last>{era_number}){gloss})?{_S}(?P<unit>年度|年代|年(?![間代]))"
        )
        year = (
            rf"(?:[12][0-9]{{3}}|[一二][〇零一二三四五六七八九]{{3}}|[一二]?千[{_KANJI}百]{{0,6}})"
        )
        self._year = re.compile(
            rf"{_NOT_IN_NUMBER}(?:西暦)?(?P<count>{year}){gloss}"
            rf"(?:{_TO}(?P<last>{year}|[0-9]{{2}}){gloss})?{_S}(?P<unit>年度|年代|年(?![間代]))"
        )
        self._short_year = re.compile(
            rf"{_NOT_IN_NUMBER}['’]?(?P<count>{era_number}){_S}(?P<unit>年)"
            rf"(?={_S}{_MONTH_NUMBER}{_S}月)"
        )
        self._short_decade = re.compile(
            rf"{_NOT_IN_NUMBER}(?P<count>[1-9]0|[二三四五六七八九]十){_S}年代"
        )
        self._century = re.compile(
            rf"{_NOT_IN_NUMBER}(?P<count>[0-9]{{1,2}}|[{_KANJI}]{{1,3}}){_S}世紀"
        )
        self._year_patterns = [
            (self._era_year, self._of_era),
            (self._year, self._gregorian),
            (self._short_year, self._short),
            (self._short_decade, self._decade),
            (self._century, self._of_century),
        ]
        self._gloss = re.compile(
            rf"{_S}\({_S}(?:{names}|[12][0-9]{{3}})[^()\n]{{0,8}}\)(?={_OF}{_MONTH_NUMBER}{_S}月|{_S}[春夏秋冬末])"
        )
        self._month = re.compile(
            rf"{_NOT_IN_NUMBER}(?P<count>{_MONTH_NUMBER})"
            rf"(?:{_TO}(?P<last>{_MONTH_NUMBER}))?{_S}月(?!間|ごと|毎|当たり|刊|額)"
        )
        self._day = re.compile(
            rf"{_NOT_IN_NUMBER}(?P<count>{_DAY_NUMBER})"
            rf"(?:{_TO}(?P<last>{_DAY_NUMBER}))?{_S}日(?!間|目|分|本|ごと|毎|当たり|数|程度|以内)"
        )
        self._word = re.compile(_alternatives(self._words))
        starts = "".join({word[0] for word in self._words} | {e[0] for e in lexicon.eras})
        self._start = re.compile(rf"[0-9{_KANJI}{starts}西千]")

    def read(self, text: str, start: int, end: int) -> Iterator[Expression]:
        """The dates in `[start, end)` of a folded text, from left to right."""
        at = start
        while match := self._start.search(text, at, end):
            found = self._date(text, match.start(), end)
            if found is None:
                at = match.end()
            else:
                yield found
                at = found.end

    def _date(self, text: str, at: int, limit: int) -> Expression | None:
        if year := self._year_part(text, at, limit):
            return self._after_year(text, at, *year, limit)
        if month := self._slot(self._month, Unit.MONTH, text, at, limit):
            return self._after_month(text, at, None, *month, limit)
        if day := self._slot(self._day, Unit.DAY, text, at, limit):
            return self._after_day(text, at, None, None, *day, limit)
        if (word := self._word.match(text, at, limit)) and self._words[word[0]].unit is Unit.WEEK:
            return Expression(at, word.end(), week=self._words[word[0]])
        return None

    def _after_year(
        self, text: str, start: int, year: YearPart, end: int, limit: int
    ) -> Expression:
        gloss = self._gloss.match(text, end, limit)
        after = gloss.end() if gloss else end
        joined = re.compile(_OF).match(text, after, limit)
        at = joined.end() if joined else after
        if month := self._slot(self._month, Unit.MONTH, text, at, limit):
            return self._after_month(text, start, year, *month, limit)
        if (season := _SEASONS.get(text[at : at + 1])) and at < limit:
            return Expression(start, at + 1, year, period=Period(0, 0, season))
        return Expression(start, _tail_end(text, end, limit), year)

    def _after_month(
        self, text: str, start: int, year: YearPart | None, month: Slot, end: int, limit: int
    ) -> Expression:
        space = re.compile(_S).match(text, end, limit)
        at = space.end() if space else end
        if day := self._slot(self._day, Unit.DAY, text, at, limit):
            return self._after_day(text, start, year, month, *day, limit)
        return Expression(start, _tail_end(text, end, limit), year, month)

    def _after_day(
        self,
        text: str,
        start: int,
        year: YearPart | None,
        month: Slot | None,
        day: Slot,
        end: int,
        limit: int,
    ) -> Expression:
        weekday = _WEEKDAY.match(text, end, limit)
        return Expression(start, weekday.end() if weekday else end, year, month, day)

    def _year_part(self, text: str, at: int, limit: int) -> tuple[YearPart, int] | None:
        word = self._word.match(text, at, limit)
        relative = self._words[word[0]] if word else None
        if word and relative and relative.unit in _YEAR_UNITS:
            return YearPart(_YEAR_UNITS[relative.unit], word=relative), word.end()
        for pattern, part in self._year_patterns:
            if match := pattern.match(text, at, limit):
                return part(match), match.end()
        return None

    def _short(self, match: re.Match[str]) -> YearPart:
        return YearPart(count=number(match["count"]), short=True)

    def _decade(self, match: re.Match[str]) -> YearPart:
        return YearPart(YearUnit.DECADE, 1900 + number(match["count"]))

    def _of_century(self, match: re.Match[str]) -> YearPart:
        return YearPart(YearUnit.CENTURY, number(match["count"]))

    def _of_era(self, match: re.Match[str]) -> YearPart:
        return self._numbered(match, era=True)

    def _gregorian(self, match: re.Match[str]) -> YearPart:
        return self._numbered(match, era=False)

    def _numbered(self, match: re.Match[str], *, era: bool) -> YearPart:
        last = number(match["last"]) if match["last"] else None
        return YearPart(
            YearUnit(match["unit"]),
            number(match["count"]),
            last,
            self._eras[match["era"]] if era else None,
        )

    def _slot(
        self, pattern: re.Pattern[str], unit: Unit, text: str, at: int, limit: int
    ) -> tuple[Slot, int] | None:
        if match := pattern.match(text, at, limit):
            last = number(match["last"]) if match["last"] else None
            return Slot(number(match["count"]), last), match.end()
        word = self._word.match(text, at, limit)
        if word and self._words[word[0]].unit is unit:
            return Slot(word=self._words[word[0]]), word.end()
        return None


_YEAR_UNITS = {
    Unit.YEAR: YearUnit.YEAR,
    Unit.FISCAL: YearUnit.FISCAL,
    Unit.CENTURY: YearUnit.CENTURY,
}


def _tail_end(text: str, end: int, limit: int) -> int:
    tail = _TAIL.match(text, end, limit)
    return tail.end() if tail else end


def _alternatives(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))
