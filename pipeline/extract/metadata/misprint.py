"""A printed date that its own weekday and the text both contradict.

Minutes headed 令和5年3月14日（金） that tell of December 2024: that day was a Tuesday in 2023 and a
Friday in 2025.
"""

import re
from datetime import date

from pipeline.extract.metadata.fulldate import full_dates

_WEEKDAYS = "月火水木金土日"
_WEEKDAY = re.compile(rf"[ 　]*[（(]([{_WEEKDAYS}])(?:曜日?)?[）)]")
_REACH = 3  # years; a slip of more is none that the weekday could tell


def meant(value: str, after: str, text: str) -> str:
    """The day that `value` must be a misprint of; `value` itself where nothing contradicts it.

    `after` is what follows the printed date, `text` the whole report. Both witnesses are needed:
    the weekday differs, and the text tells of months after the printed day.
    """
    told = _WEEKDAY.match(after)
    if told is None or len(value) != len("2023-03-14"):
        return value
    printed, weekday = date.fromisoformat(value), _WEEKDAYS.index(told[1])
    months = [d.value[:7] for d in full_dates(text) if value[:7] < d.value[:7]]
    near = [month for month in months if int(month[:4]) <= printed.year + _REACH]
    if printed.weekday() == weekday or not near:
        return value
    for year in range(printed.year + 1, printed.year + _REACH + 1):
        if (printed.month, printed.day) == (2, 29):
            break
        day = printed.replace(year=year)
        if day.weekday() == weekday and day.isoformat()[:7] >= max(near):
            return day.isoformat()
    return value
