"""Running heads, page numbers and side tabs: told by the whole report, not by a page."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pipeline.extract.pdf.columns import walls
from pipeline.extract.pdf.lattice import lattices
from pipeline.extract.pdf.lines import Line, is_inside, join_level
from pipeline.extract.pdf.page_numbers import is_page_number
from pipeline.extract.pdf.sheet import Sheet
from pipeline.extract.pdf.signs import is_note
from pipeline.report import AsideKind

# How many rows from the top or the bottom of a page a running head can be away.
_ROWS = 3
# White between the text and a page number that stands on no other page's height (ems).
_PART = 0.8
# Parts of one head are no further apart than this (ems).
_HEAD_GAP = 4.0
# White between a running head and the text is more than this (ems).
_CLOSE = 0.8
# A head that stands on one page alone is smaller than this share of the text's type.
_HEAD_SIZE = 0.95
# On a vertical page, a line at the foot or head is no longer than this: a page number.
_SHORT = 6

_PREFIXED = re.compile(r"^[^#]{0,4}[-－‐–―]#$")  # a part's name and a number: 医－3
_DIGITS = re.compile(r"[0-9０-９ivxⅰ-ⅻ〇一二三四五六七八九十]+")


class SetAside(NamedTuple):
    """A line that is no part of the text, and what it is."""

    kind: AsideKind
    line: Line


Key = tuple[str, int, int]
"""What a line at a page's edge says, how far from the edge, in which size."""


def edge_keys(sheet: Sheet) -> set[Key]:
    """What stands at the edges of a page, each at its height and a little above and below it."""
    keys = (_key(line, sheet) for line in _edge_lines(sheet))
    return {(text, near, size) for text, top, size in keys for near in (top - 1, top, top + 1)}


def repeating(pages: Sequence[set[Key]]) -> set[Key]:
    """What stands at the same height on two pages or more (and on a twentieth of all)."""
    count = Counter(key for keys in pages for key in keys)
    enough = max(2, len(pages) // 20)
    return {key for key, times in count.items() if times >= enough}


def take_heads(sheet: Sheet, repeated: set[Key]) -> list[SetAside]:
    """Take running heads, page numbers and side tabs out of a sheet.

    A head repeats at the same height on several pages (those of one side at least): `repeated`
    are those that do. A page number stands at the page's edge and counts.
    """
    found = [
        SetAside(kind, line)
        for line in _edge_lines(sheet)
        if (kind := _kind(line, sheet, repeated))
    ]
    found = _apart(found, sheet)
    gone = {id(aside.line) for aside in found}
    sheet.lines = [line for line in sheet.lines if id(line) not in gone]
    sheet.aslant = [line for line in sheet.aslant if id(line) not in gone]
    return [*_whole(found), *_side_tabs(sheet)]


def _apart(found: Sequence[SetAside], sheet: Sheet) -> list[SetAside]:
    """Those that white parts from the text: a label close to the table below it is no head."""
    gone = {id(aside.line) for aside in found}
    text = [line for line in sheet.lines if id(line) not in gone]
    return [
        aside
        for aside in found
        if aside.kind is not AsideKind.RUNNING_HEAD
        or sheet.vertical
        or not any(_is_close(aside.line, line) for line in text)
    ]


def _is_close(head: Line, line: Line) -> bool:
    white = max(line.top - head.bottom, head.top - line.bottom)
    return white < _CLOSE * head.size and line.x0 < head.x1 and line.x1 > head.x0


def _whole(found: Sequence[SetAside]) -> list[SetAside]:
    """Parts of one head that stand side by side, as one line."""
    kinds = sorted({aside.kind for aside in found})
    return [
        SetAside(kind, line)
        for kind in kinds
        for line in join_level([a.line for a in found if a.kind is kind], _HEAD_GAP)
    ]


def _edge_lines(sheet: Sheet) -> list[Line]:
    """The lines in the first and last rows of a page, in vertical writing those that run across
    it as page numbers do."""
    outside: list[Line] = []
    if sheet.vertical:
        short = [line for line in sheet.lines if len(line.glyphs) <= _SHORT]
        outside = [line for line in [*sheet.aslant, *short] if _outside(line, sheet, _PART)]
    lines = sorted(sheet.lines, key=lambda line: line.top)
    first = _first_rows(lines, outside)
    return [*outside, *first, *_first_rows(lines[::-1], [*outside, *first])]


def _first_rows(lines: Sequence[Line], known: Sequence[Line]) -> list[Line]:
    found: list[Line] = []
    row, height = 0, None
    for line in lines:
        if line in known:
            continue
        if height is None or abs(line.top - height) > 0.5 * line.size:
            row, height = row + 1, line.top
        if row > _ROWS:
            break
        found.append(line)
    return found


def _key(line: Line, sheet: Sheet) -> Key:
    """What the line says, how far it is from the nearer edge, its size: verso and recto mirror
    each other."""
    edge = min(line.top, sheet.frame.height - line.bottom)
    text = _PREFIXED.sub("-#", _DIGITS.sub("#", line.text))
    return text, round(edge / 3), round(line.size * 2)


def _kind(line: Line, sheet: Sheet, repeated: set[Key]) -> AsideKind | None:
    number = is_page_number(line.text)
    known = _is_known(line, sheet, repeated)
    if number and _outside(line, sheet, 0.0 if known else _PART):
        return AsideKind.PAGE_NUMBER
    if sheet.vertical and _beyond_rule(line, sheet):
        return AsideKind.RUNNING_HEAD
    if not number and known and _at_margin(line, sheet) and _all_known(line, sheet, repeated):
        if _in_table(line, sheet) or is_note(line.text) or line.text.startswith("※"):
            return None
        words = _DIGITS.sub("", line.text)
        counts = len(words) < min(4, len(line.text)) and "年" not in words
        return AsideKind.PAGE_NUMBER if counts else AsideKind.RUNNING_HEAD
    return None


def _beyond_rule(line: Line, sheet: Sheet) -> bool:
    """Whether a rule along a vertical page's head or foot parts the line from the text."""
    long = [other for other in sheet.lines if len(other.glyphs) > _SHORT]
    if not long:
        return False
    start, end = min(other.x0 for other in long), max(other.x1 for other in long)
    near = 0.2 * line.size  # a glyph's box is larger than its ink
    return any(
        line.x1 - near <= wall.x0 <= start or end <= wall.x0 <= line.x0 + near
        for wall in walls(sheet.strokes, sheet.frame.height)
    )


def _all_known(line: Line, sheet: Sheet, repeated: set[Key]) -> bool:
    """Whether all on the line's level repeats, or counts: 第２章 does, but not with its title."""
    level = [other for other in sheet.lines if abs(other.top - line.top) < 0.5 * line.size]
    return all(_is_known(other, sheet, repeated) or is_page_number(other.text) for other in level)


def _is_known(line: Line, sheet: Sheet, repeated: set[Key]) -> bool:
    """Whether a line repeats, or stands in small type as high as heads do that repeat: the head of
    a chapter of one page, or of the only verso."""
    key = _key(line, sheet)
    if key in repeated or line.top > sheet.frame.height / 2 or line.size > _HEAD_SIZE * sheet.em:
        return key in repeated
    return any(other[1:] == key[1:] and len(other[0]) > 1 for other in repeated)


def _at_margin(line: Line, sheet: Sheet) -> bool:
    """Whether the line stands near the page's head or foot, in no larger type than the text."""
    share = line.top / sheet.frame.height
    small = line.size < 1.15 * sheet.em
    return small and (sheet.vertical or share < 0.15 or share > 0.85)


def _in_table(line: Line, sheet: Sheet) -> bool:
    """Whether the line stands in the head of a ruled table, which repeats as running heads do."""
    middle = (line.top + line.bottom) / 2
    if not any(s.top < middle < s.bottom for s in sheet.strokes):
        return False
    return any(
        is_inside(line, lattice.box) and lattice.rows_of_several() > 1
        for lattice in lattices(sheet.strokes, sheet.em)
    )


def _outside(line: Line, sheet: Sheet, part: float) -> bool:
    """Whether nothing else stands on the line's side of it, and white of at least `part` of its
    size parts it from the rest."""
    if sheet.vertical:
        others = [other for other in sheet.lines if len(other.glyphs) > _SHORT]
        return bool(others) and (
            line.x0 >= max(other.x1 for other in others)
            or line.x1 <= min(other.x0 for other in others)
        )
    level = [other for other in sheet.lines if abs(other.top - line.top) <= line.size]
    if _textual(other for other in level if other is not line):
        return False
    others = [other for other in sheet.lines if abs(other.top - line.top) > line.size]
    above = [other for other in others if other.top < line.top]
    below = [other for other in others if other.top > line.top]
    if line.top > sheet.frame.height / 2:
        gap = line.top - max((other.bottom for other in above), default=0)
        return not _textual(below) and gap > part * line.size
    gap = min((other.top for other in below), default=sheet.frame.height) - line.bottom
    return not _textual(above) and gap > part * line.size


def _textual(lines: Iterable[Line]) -> bool:
    return any(len(line.glyphs) > 12 for line in lines)


def _side_tabs(sheet: Sheet) -> list[SetAside]:
    """Lines that run another way at the outer edge of the text."""
    long = [line for line in sheet.lines if line.width > 10 * sheet.em]
    left = min((line.x0 for line in long), default=sheet.frame.width * 0.1)
    right = max((line.x1 for line in long), default=sheet.frame.width * 0.9)
    tabs = [line for line in sheet.aslant if line.x1 <= left or line.x0 >= right]
    gone = set(map(id, tabs))
    sheet.aslant = [line for line in sheet.aslant if id(line) not in gone]
    numbers = [line for line in tabs if is_page_number(line.text)]
    counted = set(map(id, numbers))
    return [
        SetAside(AsideKind.PAGE_NUMBER if id(line) in counted else AsideKind.SIDE_TAB, line)
        for line in tabs
    ]
