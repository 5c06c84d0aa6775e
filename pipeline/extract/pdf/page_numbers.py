"""Page numbers: what they look like, and those that stand upright on a page that is turned."""

import re
from collections.abc import Sequence

from pipeline.extract.pdf.frame import Direction
from pipeline.extract.pdf.lines import Line
from pipeline.extract.pdf.sheet import Sheet

# So many upright pages must have their number at a place of the page (points, to this many).
_PROOF = 3
_SAME = 6.0

_NUMBER = re.compile(
    r"(?:[^0-9０-９\s]{1,3}[-－‐–―])?(?:Page|[-－—–―‐ー‑〜~(（<＜\[・p.P])*"
    r"\s*(?:[0-9０-９]{1,4}|[ivxlcⅰ-ⅻⅠ-Ⅻ]{1,6}|[〇一二三四五六七八九十]{1,4})"
    r"\s*(?:(?:[/／]|of)\s*[0-9０-９]{1,4})?\s*(?:ページ|[-－—–―‐ー‑〜~)）>＞\]・頁])*"
)


Place = tuple[float, float]


def is_page_number(text: str) -> bool:
    """Whether a line can be a page's number: `- 12 -`, `医－3`, `4/12`, `iv`."""
    return _NUMBER.fullmatch(text) is not None


def number_places(sheet: Sheet) -> list[Place]:
    """Where on an upright page what can be its number stands."""
    if sheet.frame.direction is not Direction.RIGHT:
        return []
    return [_place(line, sheet) for line in sheet.lines if is_page_number(line.text)]


def turned_numbers(sheet: Sheet) -> list[Line]:
    """What can be a page number and runs another way than the page's text."""
    return [line for line in sheet.aslant if is_page_number(line.text)]


def take_turned_numbers(sheet: Sheet, usual: Sequence[Place]) -> list[Line]:
    """Take those out of the sheet that stand where other pages (`usual`) have their numbers: in a
    table that lies on its side, perhaps."""
    numbers = [line for line in turned_numbers(sheet) if _is_usual(_place(line, sheet), usual)]
    gone = set(map(id, numbers))
    sheet.aslant = [line for line in sheet.aslant if id(line) not in gone]
    return numbers


def _place(line: Line, sheet: Sheet) -> Place:
    """Where the middle of a line stands on the page, whichever way its text runs."""
    x, y = (line.x0 + line.x1) / 2, (line.top + line.bottom) / 2
    return sheet.frame.page_point(x, y)


def _is_usual(place: Place, usual: Sequence[Place]) -> bool:
    near = (abs(x - place[0]) < _SAME and abs(y - place[1]) < _SAME for x, y in usual)
    return sum(near) >= _PROOF
