"""When a contact took place, of all the dates in its sentence."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from pipeline.edtf import bounds
from pipeline.mention import Label, Mention
from pipeline.record.events.cues import Cue
from pipeline.record.reading import Reading

_BRACKET = r"(?:[（(][^）)]*[）)])?"
# A date that says when what follows is done: 3月、 9月20日に; not 2019年に引き続き, 2022年において.
_WHEN = re.compile(
    rf"(?:頃|中|末)?{_BRACKET}"
    r"(?:[　\t]| {2}|に(?!引き続|続|比|おけ|つい|向|予定|延期|は予定)|、|は(?!、?[^、]{0,6}年)"
    r"|も|，|まで|開催|から)"
)
# A date that says which one follows: 7月のクチカーロフ副首相の訪日.
_WHICH = re.compile(rf"{_BRACKET}の")
# A date may follow its conference: 第29回締約国会議（COP29）が、11月11日から.
_HELD_THEN = re.compile(r"[」』]?(?:（[^）]*）)*[がはをも]、?")
_NEAR = 24
_AND = ("、", "及び", "並びに", "と", "、及び")
_RANGE = re.compile(r"(?:（[^）]*）)?(?:から|～|〜|－|-|―)")


def date_of(
    reading: Reading,
    cue: Cue,
    segment: tuple[int, int],
    sentence: tuple[int, int],
    aside: list[Mention],
) -> tuple[str, bool, bool]:
    """The date of a cue, whether it stands in the cue's segment, and whether right before it.

    First what stands in brackets behind it, then what is attached to it, then what says when in
    its segment, or which; of a cue that is not weak also what says when earlier in the sentence;
    last what follows it: 締約国会議が、11月11日から.
    """
    told = next((m for m in aside if m.label is Label.DATE and m.value), None)
    if told is not None and not _is_end(reading, told):
        return told.value, True, True
    attached = attached_date(reading, cue)
    if attached is not None:
        return attached.value, True, True
    floor, ceiling = sentence
    start, end = segment[0], cue.start
    own = date_within(reading, start, end)
    if own:
        return f"{own}/{told.value}" if told and "/" not in own else own, True, False
    before = "" if cue.weak else _last(reading, floor, end, _when)
    if before:
        return before, False, False
    after = _HELD_THEN.match(reading.text, cue.end)
    later = _first(reading, after.end(), min(after.end() + _NEAR, ceiling)) if after else ""
    return later, bool(later), False


def date_within(reading: Reading, start: int, end: int) -> str:
    """The last date of `[start, end)` that says when something was done, or else which it was."""
    return _last(reading, start, end, _when) or _last(reading, start, end, _which)


def listed_dates(reading: Reading, floor: int, cue: Cue, last: str) -> list[str]:
    """The dates of which `last` ends a list: 1月、4月及び7月に会談を行った."""
    dates = list(reading.within(floor, cue.start, Label.DATE))
    at = [i for i, date in enumerate(dates) if date.value == last]
    if not at:
        return [last]
    first = index = at[-1]
    while first and reading.text[dates[first - 1].end : dates[first].start] in _AND:
        first -= 1
    return [date.value for date in dates[first : index + 1] if date.value] or [last]


def attached_date(reading: Reading, cue: Cue) -> Mention | None:
    """The date right before the compound: 2018年の中央アジア首脳会議."""
    before = reading.ending.get(cue.left) or (
        reading.ending.get(cue.left - 1) if reading.text[cue.left - 1] == "の" else None
    )
    return before if before is not None and before.label is Label.DATE else None


def _last(reading: Reading, start: int, end: int, says: Callable[[Reading, Mention], bool]) -> str:
    """The last date of `[start, end)` that does; a range is taken whole: 10月22日から28日."""
    dates = list(reading.within(start, end, Label.DATE))
    for index in range(len(dates) - 1, -1, -1):
        if not dates[index].value or not says(reading, dates[index]):
            continue
        first = dates[index - 1] if index else None
        if first is not None and _is_range(reading, first, dates[index]):
            return f"{first.value}/{dates[index].value}"
        return dates[index].value
    return ""


def _first(reading: Reading, start: int, end: int) -> str:
    """The first date of `[start, end)` that says when, with the end of its range."""
    dates = list(reading.within(start, end, Label.DATE))
    if not dates or not _when(reading, dates[0]):
        return ""
    if len(dates) > 1 and _is_range(reading, dates[0], dates[1]):
        return f"{dates[0].value}/{dates[1].value}"
    return dates[0].value


def _when(reading: Reading, told: Mention) -> bool:
    return _WHEN.match(reading.text, told.end) is not None


def _which(reading: Reading, told: Mention) -> bool:
    return _WHICH.match(reading.text, told.end) is not None


def _is_end(reading: Reading, told: Mention) -> bool:
    """来日した（14日まで）, （～12.16）."""
    before = reading.text[told.start - 1]
    return before in "～〜-－" or reading.text.startswith("まで", told.end)


def _is_range(reading: Reading, first: Mention, last: Mention) -> bool:
    if not first.value or "/" in first.value + last.value:
        return False
    between = reading.text[first.end : last.start]
    return bool(_RANGE.fullmatch(between)) or (
        between in ("、", "及び", "・", "と") and _next_day(first.value) == last.value
    )


def _next_day(value: str) -> str:
    """`2019-06-08` → `2019-06-09`; of what is no day nothing."""
    _, latest = bounds(value)
    return str(date.fromisoformat(latest) + timedelta(days=1)) if latest == value else ""
