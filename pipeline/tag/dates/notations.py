"""Dates in figures and in English: 2023.4.1, R5.3.14, 3/14(火), March 14, 2023, 森川(2019)."""

import re
from collections.abc import Callable
from datetime import datetime

from pipeline.tag.dates.bare_years import cited
from pipeline.tag.dates.expression import Expression, Slot, YearPart
from pipeline.tag.dates.grammar import WEEKDAY
from pipeline.tag.dates.lexicon import DateLexicon
from pipeline.tag.dates.numbers import number

Notation = Callable[[str, int, int], Expression | None]

_MONTH_NAMES = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
)
_FREE = r"(?<![0-9A-Za-z./_\-])"
_CLOSED = r"(?![0-9A-Za-z_]|[./\-][0-9A-Za-z])"
_NO_QUANTITY = (
    r"(?!\s?(?:[%倍億万千百兆人件円点回歳度℃㎡mkgtM]|ポイント|ドル|パーセント|ユーロ|トン"
    r"|メートル))"
)


def readers(lexicon: DateLexicon) -> list[Notation]:
    """The notations, each as a function from a place in a folded text to the date there."""
    names = "|".join(sorted(map(re.escape, lexicon.eras), key=len, reverse=True))
    year = (
        r"(?:(?P<year>(?:1[89]|20)[0-9]{2})"
        rf"|(?P<era>(?<![一-鿿])(?:{names}))(?P<count>元|[0-9]{{1,2}}))"
    )
    month, day = r"(?P<month>1[0-2]|0?[1-9])", r"(?P<day>3[01]|[12][0-9]|0?[1-9])"
    full = re.compile(
        rf"{_FREE}{year}(?P<sep>[./\-・]) ?(?P<month>[0-9]{{1,2}})(?P=sep) ?"
        rf"(?P<day>[0-9]{{1,2}}){_CLOSED}"
    )
    short = re.compile(rf"{_FREE}(?![MT]){year}[./]{month}{_CLOSED}{_NO_QUANTITY}")
    weekday = re.compile(rf"{_FREE}{month}[/.]{day}(?=\([日月火水木金土](?:[・、]?祝)?\))")

    def figures(text: str, at: int, limit: int) -> Expression | None:
        match = full.match(text, at, limit)
        if match is None:
            return None
        month, day = Slot(int(match["month"])), Slot(int(match["day"]))
        told = Expression(at, match.end(), _year(match, lexicon), month, day)
        return _with_weekday(told, text, limit)

    def month_of_year(text: str, at: int, limit: int) -> Expression | None:
        match = short.match(text, at, limit)
        if match is None:
            return None
        return Expression(at, match.end(), _year(match, lexicon), Slot(int(match["month"])))

    def day_of_month(text: str, at: int, limit: int) -> Expression | None:
        match = weekday.match(text, at, limit)
        if match is None:
            return None
        month, day = Slot(int(match["month"])), Slot(int(match["day"]))
        return _with_weekday(Expression(at, match.end(), None, month, day), text, limit)

    return [figures, month_of_year, day_of_month, english, cited]


_ENGLISH = [
    re.compile(pattern)
    for pattern in (
        rf"(?P<month>{_MONTH_NAMES})\.?\s(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?,?\s(?P<year>[0-9]{{4}})(?![0-9])",
        rf"(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?\s(?P<month>{_MONTH_NAMES})\.?,?\s(?P<year>[0-9]{{4}})(?![0-9])",
        rf"(?P<month>{_MONTH_NAMES})\.?,?\s(?P<year>[0-9]{{4}})(?![0-9])",
    )
]


def english(text: str, at: int, limit: int) -> Expression | None:
    """`March 14, 2023`, `14 March 2023`, `May 2023`."""
    for pattern in _ENGLISH:
        if match := pattern.match(text, at, limit):
            month = datetime.strptime(match["month"][:3], "%b").month
            day = match.groupdict().get("day")
            return Expression(
                at,
                match.end(),
                YearPart(count=int(match["year"])),
                Slot(month),
                Slot(int(day)) if day else None,
            )
    return None


def _year(match: re.Match[str], lexicon: DateLexicon) -> YearPart:
    if match["year"]:
        return YearPart(count=int(match["year"]))
    return YearPart(count=number(match["count"]), era=lexicon.eras[match["era"]])


def _with_weekday(told: Expression, text: str, limit: int) -> Expression:
    weekday = WEEKDAY.match(text, told.end, limit)
    end = weekday.end() if weekday else told.end
    return Expression(told.start, end, told.year, told.month, told.day)
