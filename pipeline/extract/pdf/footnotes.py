"""Footnotes at the foot of a page, and the marks in the text that point to them."""

from collections.abc import Sequence

from pipeline.extract.pdf.frame import Rect
from pipeline.extract.pdf.lines import Line, rows
from pipeline.extract.pdf.sheet import Sheet
from pipeline.extract.pdf.signs import note_label
from pipeline.extract.pdf.turn import Glyph

_MARK = set("0123456789０１２３４５６７８９()（）[]［］,，、*＊†‡※注-‐–～")
_RAISED = set("⁰¹²³⁴⁵⁶⁷⁸⁹")


def take_footnotes(sheet: Sheet) -> list[list[Line]]:
    """Take the footnotes at the page's foot out of the sheet; each is the list of its lines."""
    top = _foot(sheet)
    below = [line for line in sheet.lines if line.top > top]
    gone = set(map(id, below))
    sheet.lines = [line for line in sheet.lines if id(line) not in gone]
    notes: list[list[Line]] = []
    for line in rows(below):
        if notes and not _begins(line, notes[-1][0]):
            notes[-1].append(line)
        else:
            notes.append([line])
    return notes


def _begins(line: Line, first: Line) -> bool:
    """Whether a new footnote begins: with a label, and as far left as the one before."""
    return bool(note_label(line.text)) and line.x0 < first.x0 + 0.8 * line.size


def _foot(sheet: Sheet) -> float:
    """Where the footnotes begin: below a short rule, or where small type begins with a label."""
    for rule in sorted(_rules(sheet), key=lambda rule: rule.top):
        below = [line for line in sheet.lines if line.top > rule.top - 0.3 * line.size]
        if below and _are_notes(below, sheet):
            return rule.top - 1
    return _foot_without_rule(sheet)


def _are_notes(below: Sequence[Line], sheet: Sheet) -> bool:
    """Whether lines below a rule are footnotes: a label, and small type there or all over."""
    first = min(below, key=_order)
    small = sum(line.size < 0.93 * sheet.em for line in below)
    raised = first.glyphs[0].size < 0.8 * sheet.em
    return bool(note_label(first.text)) and (raised or small > 0.8 * len(below))


def _rules(sheet: Sheet) -> list[Rect]:
    """Short horizontal rules in the lower part of the page that begin where its text does."""
    left = min((line.x0 for line in sheet.lines), default=0.0)
    right = max((line.x1 for line in sheet.lines), default=0.0)
    return [
        rule
        for rule in sheet.strokes
        if rule.height < 2
        and 3 * sheet.em < rule.width < 0.7 * (right - left)
        and rule.top > 0.3 * sheet.frame.height
    ]


def _foot_without_rule(sheet: Sheet) -> float:
    top = float("inf")
    for line in sorted(sheet.lines, key=lambda line: -line.top):
        if line.size >= 0.93 * sheet.em or line.top < 0.5 * sheet.frame.height:
            break
        if line.glyphs[0].size < 0.8 * line.size and note_label(line.text):
            top = line.top - 0.5 * line.size
    return top


def _order(line: Line) -> tuple[float, float]:
    return line.bottom, line.x0


def find_marks(line: Line) -> list[list[Glyph]]:
    """The footnote marks of a line: small, raised figures that follow other text.

    バイアス⁽⁵⁾の → one mark of three glyphs. Powers (km², 10⁻³) are none.
    """
    marks: list[list[Glyph]] = []
    for place, glyph in enumerate(line.glyphs):
        before = line.glyphs[place - 1] if place else None
        beside = [o for o in line.glyphs[max(place - 1, 0) : place + 2] if o is not glyph]
        if not _raised(glyph, line) or any(_beside(other, glyph) for other in beside):
            continue
        if marks and before is marks[-1][-1]:
            marks[-1].append(glyph)
        elif before is not None and not _takes_powers(before):
            marks.append([glyph])
    return [mark for mark in marks if any(g.char not in "()（）[]［］、，,-‐–～" for g in mark)]


def _beside(before: Glyph, glyph: Glyph) -> bool:
    """Whether two glyphs share a place in their line: figures set upright in vertical writing."""
    return min(before.x1, glyph.x1) - max(before.x0, glyph.x0) > 0.5 * (glyph.x1 - glyph.x0)


def _raised(glyph: Glyph, line: Line) -> bool:
    if glyph.char in _RAISED:
        return True
    small = glyph.size < 0.92 * line.size
    return small and glyph.bottom < line.bottom - 0.15 * line.size and glyph.char in _MARK


def _takes_powers(before: Glyph) -> bool:
    """m², km², 10³: a unit or a number before the figure."""
    return before.char in "mMcCgsｍ㎝㎞0123456789０１２３４５６７８９"
