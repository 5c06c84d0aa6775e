"""What is a date only in the right company: bare days, short years; and what comes every year."""

import re

from pipeline.tag.dates.expression import Expression, YearPart, YearUnit
from pipeline.tag.dates.grammar import MONTH_AHEAD, SPACE
from pipeline.tag.dates.numbers import number
from pipeline.tag.dates.years import SHORT_YEAR, is_term

_JOINS = re.compile(
    rf"{SPACE}(?:\([^()]{{1,20}}\))?(?:から|より|及び|および|並びに|又は|または|若しくは|あるいは|ないし"
    rf"|[、,・~\-/とやか(])?{SPACE}"
)
_TO_END = re.compile(rf"{SPACE}(?:から|より|[~\-]){SPACE}")
_NO_DAY_BEFORE = re.compile(
    r"(?:約|計|延べ|最大|最長|最短|最低|[年月週間]|過去|以来|累計|上限|各|丸|まる|わずか|あと|残り|数|第"
    r"|連続|平均|[0-9一二三四五六七八九十]|毎|満|以下|以上|えば|たった|合わせて|ほぼ|[^、。(「・\sはがもに])$"
)
_DAY_AFTER = re.compile(
    r"に(?!わた|及|渡|[0-9一二三四五六七八九十]+[回件人]|短|延|限|足|満|達|上|相当)|[、,]|は(?:[、,]|[^か無な])|も(?=[、,])"
    r"|から|まで(?!に[0-9])|の(?!間|猶予|期間|休|余裕|労働|有|年|工期|うち|滞在|日程)|付|夜|朝|未明|深夜|夕|早朝|午[前後]|より|以降|時点|現在|開|\("
)
_SHORT_YEAR_AFTER = re.compile(
    r"[にのはも、,](?!わた|及|歳月|間|歴史)|から|まで|以[降来]|時点|[末初春夏秋冬版当現]|[A-Za-z]|[一-鿿]"
)
_COUNTED = re.compile(
    r"(?:約|計|延べ|過去|今後|創[業立]|設立|[戦生]後|以来|満|第|小学|中学|高校|[0-9一-九十])$"
)
_YEARLY_BEFORE = re.compile(rf"(?:毎年|例年){SPACE}$")
_YEARLY_AFTER = re.compile(
    r"を「?[^。、」]{1,24}(?:の日|記念日|デー)」?(?:と[すし定]|に(?:指定|制定|定め)|とする)?"
)


def joins(text: str, before: Expression | None, at: int) -> bool:
    """Whether only から, ・, and the like part a date from the one before it."""
    return before is not None and _JOINS.fullmatch(text, before.end, at) is not None


def closes_range(text: str, before: Expression | None, at: int) -> bool:
    """Whether a date is the end of the range that the one before it begins: 12月から2月."""
    return before is not None and _TO_END.fullmatch(text, before.end, at) is not None


def bare_day(text: str, start: int, end: int) -> bool:
    """Whether a day without its month is one of the calendar, as newspapers have it: 14日、."""
    if _NO_DAY_BEFORE.search(text, max(0, start - 3), start) and start > 0:
        return False
    small = text[start:end].strip("日 ") in {"1", "2", "3", "一", "二", "三"}
    return not small and _DAY_AFTER.match(text, end) is not None


def short_year(
    text: str, at: int, limit: int, before: Expression | None
) -> tuple[YearPart, int] | None:
    """A year without its era or century, where its company shows that it is one.

    `23年2月`, `平成22年から23年`, `九七年の合意`, `’08年`, `08年`; not `23年の歳月`, `懲役2年6月`.
    """
    match = SHORT_YEAR.match(text, at, limit)
    if match is None:
        return None
    written, count = match["count"], number(match["count"])
    in_company = (
        text[at] in "'’"
        or (MONTH_AHEAD.match(text, match.end()) and not is_term(text, at))
        or (joins(text, before, at) and _goes_on(before, count))
        or (_names_a_year(written, count) and _stands_free(text, at, match.end()))
    )
    if not in_company:
        return None
    return YearPart(YearUnit(match["unit"]), count, short=True), match.end()


def _goes_on(before: Expression | None, count: int) -> bool:
    """Whether 23年 can follow 平成22年, 20年 can follow 2019年."""
    year = before.year if before else None
    if year is None or year.count is None or year.unit not in {YearUnit.YEAR, YearUnit.FISCAL}:
        return False
    last = year.last or year.count
    return count > (last if year.era or year.short else last % 100)


def _names_a_year(written: str, count: int) -> bool:
    """九七, 08, 97: a number of years would not be written or be as large as this."""
    positional = len(written) == 2 and not written.isascii() and "十" not in written
    return positional or (len(written) == 2 and (written[0] == "0" or count >= 60))


def _stands_free(text: str, start: int, end: int) -> bool:
    counted = _COUNTED.search(text, max(0, start - 3), start)
    return not counted and _SHORT_YEAR_AFTER.match(text, end) is not None


def is_yearly(text: str, start: int, end: int) -> bool:
    """Whether a day is told to come every year: 毎年9月3日, 9月3日を「…の日」とする."""
    before = _YEARLY_BEFORE.search(text, max(0, start - 6), start)
    return before is not None or _YEARLY_AFTER.match(text, end) is not None
