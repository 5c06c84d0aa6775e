"""Years that have lost their era or century, where their company shows that they are years."""

import re

from pipeline.tag.dates.expression import Expression, YearPart, YearUnit
from pipeline.tag.dates.grammar import KANJI, MONTH_AHEAD, SPACE, TO, numeral
from pipeline.tag.dates.guards import joins
from pipeline.tag.dates.numbers import number

_COUNT = numeral("[0-9]{1,2}", f"元|[{KANJI}]{{1,3}}")
_SHORT_YEAR = re.compile(
    rf"(?:(?P<mark>['’翌]|同(?!一))|(?<![一-鿿々]))(?P<count>{_COUNT})"
    rf"(?:{TO}(?P<last>[0-9]{{2}}))?{SPACE}(?P<unit>年度|年)"
    r"(?!前|後|間|ほど|ぶり|目|余|以上|生|ごと|くらい|程度|連続|未満|ずつ|おき|越し|物|代|債|制|次|もの)"
)
_A_YEAR_IS_TOLD = re.compile(
    r"[にのはもがを、,](?!わた|及|歳月|間|歴史)|から|まで|以[降来]|時点|[末初春夏秋冬版当現]|[A-Za-z]"
    r"|[一-鿿]"
)
_COUNTED = re.compile(r"(?:約|計|延べ|過去|今後|以来|満|第|この|ここ|わずか|もう|あと|およそ)\Z")
_OF_BUDGET = re.compile("(?:当初|補正|本|暫定)?予算|概算要求|決算|税制改正")
_TERM = re.compile(r"(?:懲役|禁[錮固]|拘禁刑?|勤続|在職|刑期|[か箇ヶカ]年)[^。]{0,4}\Z")
_CENTURY_TURNS = 60  # ’59年 is read as 2059, ’60年 as 1960


def short_year(
    text: str, at: int, limit: int, before: Expression | None
) -> tuple[YearPart, int] | None:
    """The year that begins at `at` with no era or century to it, and where it ends.

    `23年2月`, `平成22年から23年`, `九七年の合意`, `’08年`, `同23年`,
    `25年度予算`; not `23年の歳月`,
    `発足して七十年の節目`, `懲役2年6月`.
    """
    match = _SHORT_YEAR.match(text, at, limit)
    if match is None:
        return None
    written, count = match["count"], number(match["count"])
    if not (
        match["mark"]
        or (MONTH_AHEAD.match(text, match.end()) and not _is_term(text, at))
        or (match["unit"] == "年度" and _OF_BUDGET.match(text, match.end()))
        or (joins(text, before, at) and _goes_on(before, count))
        or (_names_a_year(written, count) and _is_told(text, at, match.end()))
    ):
        return None
    unit, last = YearUnit(match["unit"]), number(match["last"]) if match["last"] else None
    if _is_positional(written) or match["mark"] in {"'", "’"}:
        return YearPart(unit, full_year(count), last=last and full_year(last)), match.end()
    return YearPart(unit, count, last=last, short=True), match.end()


def full_year(count: int) -> int:
    """The year that two figures of the Gregorian calendar stand for: 97 → 1997, 8 → 2008."""
    return count + (1900 if count >= _CENTURY_TURNS else 2000)


def _goes_on(before: Expression | None, count: int) -> bool:
    """Whether 23年 can follow 平成22年, 20年 can follow 2019年."""
    year = before.year if before else None
    if year is None or year.count is None or year.unit not in {YearUnit.YEAR, YearUnit.FISCAL}:
        return False
    last = year.last or year.count
    return count > (last if year.era or year.short else last % 100)


def _names_a_year(written: str, count: int) -> bool:
    """九七, 08, 97: a number of years would not be written or be as large as this."""
    of_figures = len(written) == 2 and written.isascii()
    return _is_positional(written) or (of_figures and (written[0] == "0" or count >= 60))


def _is_positional(written: str) -> bool:
    """九七 in kanji figures, which no number of years is written in (that is 九十七)."""
    return len(written) == 2 and not written.isascii() and "十" not in written


def _is_told(text: str, start: int, end: int) -> bool:
    counted = _COUNTED.search(text, max(0, start - 3), start)
    return not counted and _A_YEAR_IS_TOLD.match(text, end) is not None


def _is_term(text: str, at: int) -> bool:
    return _TERM.search(text, max(0, at - 12), at) is not None
