"""Reads dates by their grammar: year, month, day, and what may stand between and after them."""

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.tag.dates import notations
from pipeline.tag.dates.expression import Expression, Period, Slot, YearPart, YearUnit
from pipeline.tag.dates.grammar import (
    DAY,
    JOINT,
    KANJI,
    MONTH,
    QUARTER,
    SEASON,
    SEASON_NUMBERS,
    SPACE,
    TAIL,
    TAIL_OF_AGE,
    WEEKDAY,
)
from pipeline.tag.dates.guards import (
    bare_day,
    closes_range,
    is_past,
    is_term,
    is_to_come,
    is_yearly,
    joins,
)
from pipeline.tag.dates.lexicon import DateLexicon, RelativeWord, Unit
from pipeline.tag.dates.numbers import number
from pipeline.tag.dates.short_years import short_year
from pipeline.tag.dates.years import YearReader

_GLOSS = re.compile(rf"{SPACE}\([^()\n]{{2,12}}年度?\)")
_WEEKDAY_OF = re.compile(rf"{SPACE}の?(?P<day>[月火水木金土日])曜日?")
_SEASON_WORDS = {Unit.SPRING: 21, Unit.SUMMER: 22, Unit.AUTUMN: 23, Unit.WINTER: 24}
_SAME_NEXT = {"同": 0, "翌": 1}


class DateReader:
    """Finds the dates of a text that is folded; durations, ages and the like are left alone."""

    def __init__(self, lexicon: DateLexicon) -> None:
        self._words = lexicon.words
        self._word_pattern = lexicon.word_pattern
        self._years = YearReader(lexicon)
        self._notations = notations.readers(lexicon)
        begins = "".join({w[0] for w in lexicon.words} | {e[0] for e in lexicon.eras})
        self._start = re.compile(
            rf"[0-9{KANJI}{begins}西千元紀F'’]|(?<![A-Za-z])[A-Z](?=[a-z]{{2}})"
        )

    def read(self, text: str, start: int, end: int) -> Iterator[Expression]:
        """The dates in `[start, end)` of a folded text, from left to right."""
        at = start
        before: Expression | None = None
        while match := self._start.search(text, at, end):
            found = self._date(text, match.start(), end, before)
            if found is None:
                at = match.end()
                continue
            to_end = closes_range(text, before, found.start)
            past, to_come = is_past(text, found.end), is_to_come(text, found.end)
            found = replace(found, closes_range=to_end, past=past, to_come=to_come)
            yield found
            before, at = found, found.end

    def _date(self, text: str, at: int, limit: int, before: Expression | None) -> Expression | None:
        for notation in self._notations:
            if written := notation(text, at, limit):
                return written
        if year := self._years.year(text, at, limit) or short_year(text, at, limit, before):
            return self._after_year(text, at, *year, limit)
        if month := self._month(text, at, limit):
            return None if is_term(text, at) else self._after_month(text, at, None, *month, limit)
        if word := self._word_pattern.match(text, at, limit):
            return self._of_word(text, at, self._words[word[0]], word.end(), limit)
        day = self._day(text, at, limit)
        return self._bare_day(text, at, *day, limit, before) if day else None

    def _after_year(
        self, text: str, start: int, year: YearPart, end: int, limit: int
    ) -> Expression:
        """Month, season, quarter or 末 after the year; a gloss between them belongs to it."""
        gloss = _GLOSS.match(text, end, limit)
        for after in [gloss.end(), end] if gloss else [end]:
            joint = JOINT.match(text, after, limit)
            at = joint.end() if joint else after
            if month := self._month(text, at, limit, of_year=True):
                return self._after_month(text, start, year, *month, limit)
            if period := _period(text, after, limit):
                return Expression(start, period[1], year, period=period[0])
            age = year.unit in {YearUnit.DECADE, YearUnit.CENTURY}
            if tail := (TAIL_OF_AGE if age else TAIL).match(text, after, limit):
                return Expression(start, tail.end(), year)
            if year.word and (month := self._word_of(Unit.MONTH, text, at, limit)):
                return self._after_month(text, start, year, *month, limit)
        return Expression(start, end, year, sure=not year.short)

    def _after_month(
        self, text: str, start: int, year: YearPart | None, month: Slot, end: int, limit: int
    ) -> Expression:
        joint = JOINT.match(text, end, limit)
        at = joint.end() if joint else end
        if month.last is None and (day := self._day(text, at, limit)):
            return _after_day(Expression(start, day[1], year, month, day[0]), text, limit)
        tail = TAIL.match(text, end, limit)
        end = tail.end() if tail else end
        return Expression(start, end, year, month, yearly=not year and is_yearly(text, start, end))

    def _of_word(
        self, text: str, at: int, word: RelativeWord, end: int, limit: int
    ) -> Expression | None:
        if word.unit is Unit.MONTH:
            return self._after_month(text, at, None, Slot(word=word), end, limit)
        if word.unit is Unit.DAY:
            return _after_day(Expression(at, end, day=Slot(word=word)), text, limit)
        if word.unit is Unit.WEEK:
            return self._after_week(text, Expression(at, end, week=word), limit)
        if season := _SEASON_WORDS.get(word.unit):
            return Expression(at, end, YearPart(word=word), period=Period(season=season))
        return None

    def _after_week(self, text: str, told: Expression, limit: int) -> Expression:
        """The week, or the day of it that is named: 来週の火曜日, 先週の二十三日, 今週末."""
        if weekday := _WEEKDAY_OF.match(text, told.end, limit):
            named = "月火水木金土日".index(weekday["day"])
            return replace(told, end=weekday.end(), weekday=named)
        if text.startswith("末", told.end):
            return replace(told, end=told.end + 1)
        day = self._day(text, told.end + 1, limit) if text.startswith("の", told.end) else None
        return _after_day(replace(told, end=day[1], day=day[0]), text, limit) if day else told

    def _bare_day(
        self,
        text: str,
        at: int,
        day: Slot,
        end: int,
        limit: int,
        before: Expression | None,
    ) -> Expression | None:
        told = _after_day(Expression(at, end, day=day), text, limit)
        if told.end > end or _names_itself(text, at) or joins(text, before, at):
            return told
        return replace(told, sure=False) if bare_day(text, at, end) else None

    def _month(
        self, text: str, at: int, limit: int, *, of_year: bool = False
    ) -> tuple[Slot, int] | None:
        """`7月`, `10～12月`, `翌三月`; 13月 is one only after a year, to be called impossible."""
        step = _SAME_NEXT[text[at]] if _names_itself(text, at) else None
        match = MONTH.match(text, at if step is None else at + 1, limit)
        if match is None or not (of_year or 1 <= number(match["count"]) <= 12):
            return None
        last = number(match["last"]) if match["last"] else None
        word = None if step is None else RelativeWord(Unit.MONTH, step, from_document=False)
        return Slot(number(match["count"]), last, word), match.end()

    def _day(self, text: str, at: int, limit: int) -> tuple[Slot, int] | None:
        """`24日`, `8、9日`, `同24日`."""
        if at >= limit:
            return None
        match = DAY.match(text, at + 1 if _names_itself(text, at) else at, limit)
        if match is None:
            return self._word_of(Unit.DAY, text, at, limit)
        last = number(match["last"]) if match["last"] else None
        return Slot(number(match["count"]), last), match.end()

    def _word_of(self, unit: Unit, text: str, at: int, limit: int) -> tuple[Slot, int] | None:
        match = self._word_pattern.match(text, at, limit)
        if match and self._words[match[0]].unit is unit:
            return Slot(word=self._words[match[0]]), match.end()
        return None


def _names_itself(text: str, at: int) -> bool:
    """Whether 同 or 翌 stands before a number: 同24日, 翌三月; 同一日 is another word."""
    return text[at : at + 1] in _SAME_NEXT and text[at + 1 : at + 2] != "一"


def _period(text: str, at: int, limit: int) -> tuple[Period, int] | None:
    if match := SEASON.match(text, at, limit):
        return Period(season=SEASON_NUMBERS[match["season"]]), match.end()
    if match := QUARTER.match(text, at, limit):
        if match["half"]:
            first = 1 if match["half"] == "上" else 7
            return Period(first, first + 5), match.end()
        quarter = match["quarter"] or match["after_q"] or match["before_q"]
        first = number(quarter) * 3 - 2
        return Period(first, first + 2), match.end()
    return None


def _after_day(told: Expression, text: str, limit: int) -> Expression:
    """The day with its weekday: 14日（金）."""
    weekday = WEEKDAY.match(text, told.end, limit)
    told = replace(told, end=weekday.end()) if weekday else told
    return replace(told, yearly=not told.year and is_yearly(text, told.start, told.end))
