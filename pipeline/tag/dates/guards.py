"""What is a date only in the right company: bare days and months; and what comes every year."""

import re

from pipeline.tag.dates.expression import Expression
from pipeline.tag.dates.grammar import SPACE

_JOINS = re.compile(
    rf"{SPACE}(?:\([^()]{{1,20}}\))?(?:から|より|及び|および|並びに|又は|または|若しくは|あるいは|ないし"
    rf"|[、,・~\-/とやか(])?{SPACE}"
)
_TO_END = re.compile(rf"{SPACE}(?:から|より|[~\-]){SPACE}")
_TERM = re.compile(r"(?:[0-9元一二三四五六七八九十〇]年|生後|余命)\Z")
_MAY_TELL_A_DAY = re.compile(
    r"(?:[、。,(「・\sはがもにでとのを○●◆■】」)]|去る|来る|翌|また|そして|さらに|\A)\Z"
)
_COUNTS_DAYS = re.compile(
    r"(?:約|計|各|丸|まる|わずか|あと|残り|数|第|たった|合わせて|ほぼ|以上|以下)\Z"
)
_TIME_OF_DAY = r"午前|午後|未明|早朝|朝|夕|夜|深夜|昼|[0-9]{1,2}時"
_TELLS_A_DAY = re.compile(
    rf"{_TIME_OF_DAY}|[、,(]|は(?:[、,]|[^か無な])|も(?=[、,])|から|より|以降|時点|現在|付|開[催会幕]|発[表売]"
    r"|に(?!わた|及|渡|[0-9一二三四五六七八九十]+[回件人]|短|延|限|足|満|達|上|相当)"
    r"|まで(?!に[0-9])|の(?!間|猶予|期間|休|余裕|労働|有|年|工期|うち|滞在|日程)"
    r"|[都市県]内|現地|東京|国会|首相|政府|[参衆]院|伝え|引け"
)
# 22日|から25日まで: what it begins is ended by another day
_TO_A_DAY = re.compile(
    rf"{SPACE}(?:から|より|[~\-]){SPACE}[0-9一二三四五六七八九十]{{1,3}}{SPACE}日"
    rf"{SPACE}(?:\({SPACE}[日月火水木金土]{SPACE}\){SPACE}?)?(?:まで(?!に?延)|にかけて|の日程)"
)
_AT_A_TIME = re.compile(_TIME_OF_DAY)
_FEW = {"1", "2", "3", "一", "二", "三"}
_PAST = re.compile(r"[^。、\n]{0,24}?(?:[しきいっ]た|された|られた|でした|んだ)(?![いらりめ])")
_TO_COME = re.compile(
    r"[^。、\n]{0,24}?(?:延期(?:いたし|し|され)ます|(?:予定|見込み|運び)(?:です|であ[るり]|とな|。|\Z)"
    r"|予定して(?:いる|います|おり)|(?:いたし|され|行い|開き)ます)"
)
_YEARLY_BEFORE = re.compile(rf"(?:毎年|例年){SPACE}\Z")
_YEARLY_AFTER = re.compile(
    r"を「?[^。、」]{1,24}(?:の日|記念日|デー)」?(?:と[すし定]|に(?:指定|制定|定め)|とする)?"
)


def joins(text: str, before: Expression | None, at: int) -> bool:
    """Whether only から, ・, and the like part a date from the one before it."""
    return before is not None and _JOINS.fullmatch(text, before.end, at) is not None


def closes_range(text: str, before: Expression | None, at: int) -> bool:
    """Whether a date is the end of the range that the one before it begins: 12月から2月."""
    return before is not None and _TO_END.fullmatch(text, before.end, at) is not None


def is_term(text: str, at: int) -> bool:
    """Whether a bare month is of a term or an age: 懲役二年六月, 生後3月."""
    return _TERM.search(text, max(0, at - 3), at) is not None


def bare_day(text: str, start: int, end: int) -> bool:
    """Whether a day without its month is one of the calendar, as newspapers have it: 14日、."""
    before = max(0, start - 3)
    if _TO_A_DAY.match(text, end) and not _COUNTS_DAYS.search(text, before, start):
        return True
    if not _MAY_TELL_A_DAY.search(text, before, start) or _COUNTS_DAYS.search(text, before, start):
        return False
    few = text[start:end].strip("日 ") in _FEW
    return (_AT_A_TIME if few else _TELLS_A_DAY).match(text, end) is not None


def is_past(text: str, end: int) -> bool:
    """Whether the clause after a date tells of something that was: 12月に起きた事件."""
    return _PAST.match(text, end) is not None


def is_to_come(text: str, end: int) -> bool:
    """Whether the clause after a date tells of what is planned: 1月に開催の予定です。"""
    return _TO_COME.match(text, end) is not None


def is_yearly(text: str, start: int, end: int) -> bool:
    """Whether a day is told to come every year: 毎年9月3日, 9月3日を「…の日」とする."""
    before = _YEARLY_BEFORE.search(text, max(0, start - 6), start)
    return before is not None or _YEARLY_AFTER.match(text, end) is not None
