"""Footnotes at the foot of a page, and the marks in the text that point to them."""

import unicodedata
from collections.abc import Sequence
from itertools import pairwise

from pipeline.extract.pdf.frame import Rect
from pipeline.extract.pdf.lines import Line, rows
from pipeline.extract.pdf.sheet import Sheet
from pipeline.extract.pdf.signs import note_label
from pipeline.extract.pdf.spaces import is_wide, text_of
from pipeline.extract.pdf.turn import Glyph

_MARK = set("0123456789０１２３４５６７８９()（）[]［］,，、*＊†‡※注-‐–～")
_ROMAN = set("ivxⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹ")  # of endnotes
_RAISED = set("⁰¹²³⁴⁵⁶⁷⁸⁹")


Note = list[Line]


def take_footnotes(sheet: Sheet) -> list[list[Note]]:
    """Take the footnotes out of the sheet: those of the page's foot, or of each column's foot."""
    feet = _feet(sheet)
    gone = {id(line) for foot in feet for line in foot}
    sheet.lines = [line for line in sheet.lines if id(line) not in gone]
    return [_notes(foot) for foot in feet if foot]


def _notes(below: Sequence[Line]) -> list[Note]:
    notes: list[Note] = []
    for line in rows(below):
        if notes and not _begins(line, notes[-1][0]):
            notes[-1].append(line)
        else:
            notes.append([line])
    return notes


def _begins(line: Line, first: Line) -> bool:
    """Whether a new footnote begins: with a label, and as far left as the one before."""
    return label_length(line) > 0 and line.x0 < first.x0 + 0.8 * line.size


def _feet(sheet: Sheet) -> list[list[Line]]:
    """The lines of the page's foot, or of each column's: those below a short rule, or small type
    that begins with a label."""
    rules = _rules(sheet)
    feet: list[list[Line]] = []
    for rule in rules:
        beside = [other.x0 for other in rules if _on_the_right(other, rule, sheet)]
        right = min(beside, default=float("inf"))
        taken = {id(line) for foot in feet for line in foot}
        below = [
            line
            for line in sheet.lines
            if line.top > rule.top - 0.3 * line.size
            and rule.x0 - sheet.em < line.x0
            and line.x1 < right
            and id(line) not in taken
        ]
        if below and _are_notes(below, sheet):
            feet.append(below)
    return feet or [_foot_without_rule(sheet)]


def _on_the_right(other: Rect, rule: Rect, sheet: Sheet) -> bool:
    """Whether the other rule parts off the foot of the next column."""
    level = abs(other.top - rule.top) < 0.2 * sheet.frame.height
    return level and other.x0 > rule.x1


def _are_notes(below: Sequence[Line], sheet: Sheet) -> bool:
    """Whether lines below a rule are footnotes: a label, and small type there or all over."""
    first = min(below, key=_order)
    small = sum(line.size < 0.93 * sheet.em for line in below)
    raised = first.glyphs[0].size < 0.8 * sheet.em
    length = label_length(first)
    return length > 0 and (
        raised or small > 0.8 * len(below) or _is_marked(bare_label(first.text[:length]), sheet)
    )


def _is_marked(label: str, sheet: Sheet) -> bool:
    """Whether a mark in the text points to a footnote with this label."""
    marks = (mark for line in sheet.lines for mark in find_marks(line, {label}))
    return any(bare_label("".join(glyph.char for glyph in mark)) == label for mark in marks)


def _rules(sheet: Sheet) -> list[Rect]:
    """Short horizontal rules in the lower part of the page with text below, from left to right."""
    left = min((line.x0 for line in sheet.lines), default=0.0)
    right = max((line.x1 for line in sheet.lines), default=0.0)
    lowest = max((line.top for line in sheet.lines), default=0.0)
    rules = [
        rule
        for rule in sheet.strokes
        if rule.height < 2
        and 3 * sheet.em < rule.width < 0.7 * (right - left)
        and 0.3 * sheet.frame.height < rule.top < lowest
    ]
    return sorted(rules, key=lambda rule: (rule.x0, rule.top))


def _foot_without_rule(sheet: Sheet) -> list[Line]:
    top = float("inf")
    for line in sorted(sheet.lines, key=lambda line: -line.top):
        if line.size >= 0.93 * sheet.em or line.top < 0.5 * sheet.frame.height:
            break
        if line.glyphs[0].size < 0.8 * line.size and label_length(line):
            top = line.top - 0.5 * line.size
    return [line for line in sheet.lines if line.top > top]


def _order(line: Line) -> tuple[float, float]:
    return line.bottom, line.x0


def label_length(line: Line) -> int:
    """How many glyphs at the line's start are a footnote's label: 1 of `1 2007年の…`."""
    raised = 0
    while raised < len(line.glyphs) and line.glyphs[raised].size < 0.8 * line.size:
        raised += 1
    if 0 < raised < len(line.glyphs) and note_label(line.text[:raised]):
        return raised
    first = "".join(glyph.char for glyph in _first_stretch(line))
    if note_label(first) == first:
        return len(first)
    return len("".join(note_label(text_of([line])).split()))


def _first_stretch(line: Line) -> list[Glyph]:
    """The glyphs up to the first white."""
    for place, (before, after) in enumerate(pairwise(line.glyphs), 1):
        if before.space >= 0 or after.x0 - before.x1 > 0.2 * line.size:
            return line.glyphs[:place]
    return line.glyphs


def split_mark(mark: list[Glyph], labels: set[str]) -> list[list[Glyph]]:
    """Marks that stand side by side: `2、3` → 2 and 3, `56` → 5 and 6 if the page has those."""
    text = "".join(glyph.char for glyph in mark)
    if bare_label(text) in labels:
        return [mark]
    parts: list[list[Glyph]] = []
    for glyph in mark:
        if glyph.char in "、，,":
            parts.append([])
        elif parts and (not parts[-1] or bare_label(glyph.char) not in labels):
            parts[-1].append(glyph)
        else:
            parts.append([glyph])
    return [part for part in parts if part]


def bare_label(label: str) -> str:
    """What marks and labels have in common: `（注2）` → `注2`, `(5)` → `5`."""
    return "".join(char for char in label if char.isalnum() or char in "*＊†‡※")


def find_marks(line: Line, labels: set[str]) -> list[list[Glyph]]:
    """The footnote marks of a line: small, raised figures that follow other text.

    バイアス⁽⁵⁾の → one mark of three glyphs. Powers (km², 10⁻³) are none, unless a footnote of the
    page has that label, nor is the i of xⁱ. `labels` are those.
    """
    marks: list[list[Glyph]] = []
    for place, glyph in enumerate(line.glyphs):
        before = line.glyphs[place - 1] if place else None
        beside = [o for o in line.glyphs[max(place - 1, 0) : place + 2] if o is not glyph]
        if not _raised(glyph, line) or any(_beside(other, glyph) for other in beside):
            continue
        if marks and before is marks[-1][-1]:
            marks[-1].append(glyph)
        elif glyph.char in _ROMAN and (before is None or not is_wide(before.char)):
            continue
        elif before is not None and (
            not _takes_powers(before, glyph) or _known(glyph, before, labels)
        ):
            marks.append([glyph])
    return [mark for mark in marks if any(g.char not in "()（）[]［］、，,-‐–～" for g in mark)]


def _beside(before: Glyph, glyph: Glyph) -> bool:
    """Whether two glyphs share a place in their line: figures set upright in vertical writing."""
    return min(before.x1, glyph.x1) - max(before.x0, glyph.x0) > 0.5 * (glyph.x1 - glyph.x0)


def _raised(glyph: Glyph, line: Line) -> bool:
    if glyph.char in _RAISED:
        return True
    rise = (line.bottom - glyph.bottom) / line.size
    enough = 0.15 if glyph.size < 0.92 * line.size else 0.28
    return (glyph.char in _MARK or glyph.char in _ROMAN) and rise > enough


def _known(glyph: Glyph, before: Glyph, labels: set[str]) -> bool:
    figure = unicodedata.normalize("NFKC", glyph.char)
    return (before.char.isdigit() or glyph.char in _RAISED) and figure in labels


def _takes_powers(before: Glyph, glyph: Glyph) -> bool:
    """m², km², 10³: a unit or a number before the figure; and GOsa², whose 2 is a character."""
    if glyph.char in _RAISED and before.char.isascii():
        return True
    return before.char in "mMcCgsｍ㎝㎞0123456789０１２３４５６７８９"
