"""Which of the corpora's dates are dates for hokoku: no durations, ages, epochs, or clock times."""

import re

from pipeline.label import Label
from pipeline.train.labelled import Stretch, trimmed

_NUMBER = r"[0-9０-９〇一二三四五六七八九十元]+"
_ERA = r"(?:明治|大正|昭和|平成|令和|西暦|紀元前|紀元)"
_CALENDAR = re.compile(
    rf"(?:{_ERA}?\s*(?:[0-9０-９]{{3,4}}|[一二〇三四五六七八九]{{4}})\s*(?:年代|年度|年)"
    rf"|{_ERA}\s*{_NUMBER}\s*年|{_NUMBER}\s*月(?!間)|{_NUMBER}\s*世紀"
    r"|昨年|今年|本年|同年|翌年|前年|先月|今月|来年|来月|同月|翌月|昨日|明日|翌日|前日|同日|一昨年)"
)
_DURATION = re.compile(
    rf"{_NUMBER}\s*(?:年間|日間|週間|[かカヶケ箇]月|歳|才|周年|世代)|年目|日目|年前|年後|毎[年月日週]|ごと|にわたり"
)
_RANGE = re.compile(r"から|～|〜|－|―|-|・|、")
_AFTER = re.compile(r"(?:頃|ころ|ごろ|以降|以前|まで|から|中|現在|当時|に|の)+$")
_VAGUE = re.compile(r"近年|最近|現在|将来|当時|戦前|戦後|戦時中|古代|中世|近世|近代|現代")


def date_stretch(text: str, start: int, end: int) -> list[Stretch]:
    """A corpus's DATE in hokoku's terms: a date, nothing, or unknown (`3日`, 江戸時代, ranges).

    `2012年頃` → `2012年`; `3年間` → nothing.
    """
    start, end = trimmed(text, start, end, "　 ", "　 ")
    after = _AFTER.search(text[start:end])
    end -= len(after[0]) if after else 0
    name = text[start:end]
    if _DURATION.search(name) or _VAGUE.fullmatch(name):
        return []
    if _RANGE.search(name) or not _CALENDAR.match(name) or text.startswith("間", end):
        return [Stretch(start, end, None)]
    return [Stretch(start, end, Label.DATE)]
