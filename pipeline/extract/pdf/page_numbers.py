"""Page numbers: what they look like, and those that stand upright on a page that is turned."""

import re
from collections.abc import Iterator, Sequence

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


def is_page_number(text: str) -> bool:
    """Whether a line can be a page's number: `- 12 -`, `医－3`, `4/12`, `iv`."""
    return _NUMBER.fullmatch(text) is not None


def take_turned_numbers(sheets: Sequence[Sheet]) -> dict[int, list[Line]]:
    """Take the page numbers out of the sheets that run another way than the page's text, and
    stand where other pages have theirs: in a table that lies on its side, perhaps."""
    usual = [
        _place(line, sheet)
        for sheet in sheets
        if sheet.frame.direction is Direction.RIGHT
        for line in sheet.lines
        if is_page_number(line.text)
    ]
    taken = {}
    for sheet in sheets:
        numbers = [line for line in _counting(sheet) if _is_usual(_place(line, sheet), usual)]
        gone = set(map(id, numbers))
        sheet.aslant = [line for line in sheet.aslant if id(line) not in gone]
        taken[sheet.number] = numbers
    return taken


def _counting(sheet: Sheet) -> Iterator[Line]:
    return (line for line in sheet.aslant if is_page_number(line.text))


def _place(line: Line, sheet: Sheet) -> tuple[float, float]:
    """Where the middle of a line stands on the page, whichever way its text runs."""
    x, y = (line.x0 + line.x1) / 2, (line.top + line.bottom) / 2
    return sheet.frame.page_point(x, y)


def _is_usual(place: tuple[float, float], usual: Sequence[tuple[float, float]]) -> bool:
    near = (abs(x - place[0]) < _SAME and abs(y - place[1]) < _SAME for x, y in usual)
    return sum(near) >= _PROOF
