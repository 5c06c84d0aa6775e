"""Sentences that a page's end, a caption, or footnotes cut are made whole."""

import re
from collections.abc import Sequence

from pipeline.extract.reflow.layout import Layout
from pipeline.extract.reflow.shapes import begins_inside, is_ended
from pipeline.extract.reflow.units import SET_ASIDE, Shape, Unit

_INTERRUPTING = {*SET_ASIDE, Shape.FOOTNOTE, Shape.CAPTION, Shape.NOTE}
_NOMINAL = (
    "こと", "もの", "とき", "ため", "など", "ほか", "はじめに", "おわりに", "とは",
    "ついて", "関して", "向けて",
)  # fmt: skip
# Hiragana with which a line goes on, not those with which a sentence likes to begin.
_RUNNING = re.compile(
    "(?!これ|この|こう|ここ|その|それ|そう|そこ|また|まず|しか|なお|さら|あわ|いず|いま|いわ|ただ|とこ|とり|もっ|もし"
    "|おお|すべ|すで|わが|われ|よっ|ゆえ|かつ|およ|ある|あら|くわ|つま|つづ|やは|なか|はじ|ほか|より|ご|お|み)[ぁ-ゖー]"
)
_LONGEST_HEADING = 80  # columns
_FARTHEST = 14  # units that a page's foot and head can put inside a sentence


def mend(units: Sequence[Unit], layout: Layout) -> list[Unit]:
    """Make sentences whole that a page's end, a caption, or footnotes cut.

    What stood between the two parts follows behind the whole.
    """
    waiting = list(reversed(units))
    mended: list[Unit] = []
    while waiting:
        unit = waiting.pop()
        between = _cutting(unit, waiting, layout)
        while between is not None:
            skipped = [waiting.pop() for _ in range(between)]
            rest = waiting.pop()
            unit.lines.extend(rest.lines)
            unit.full = rest.full
            for other in skipped:
                other.shape = Shape.CAPTION if other.shape is Shape.TEXT else other.shape
            waiting.extend(reversed(skipped))
            between = _cutting(unit, waiting, layout)
        mended.append(unit)
    return mended


def _cutting(unit: Unit, waiting: Sequence[Unit], layout: Layout) -> int | None:
    """How many units stand between a broken-off unit and its rest; None if it has none."""
    if unit.shape not in {Shape.TEXT, Shape.TURN, Shape.MARKED} or is_ended(unit.last.text):
        return None
    if waiting and waiting[-1].shape is Shape.TEXT and begins_inside(waiting[-1].text):
        return 0
    if not unit.breaks_off:
        return None
    for count in range(min(_FARTHEST, len(waiting))):
        other = waiting[-1 - count]
        if other.shape is Shape.TEXT and _is_rest(unit, other, layout):
            return count
        if other.shape not in _INTERRUPTING and not other.is_label:
            return None
    return None


def _is_rest(unit: Unit, other: Unit, layout: Layout) -> bool:
    """Whether a unit can be the second part of a sentence."""
    indent = other.lines[0].indent
    if layout.indented and indent > max(1, unit.last.indent if len(unit.lines) > 1 else 0):
        return False
    if not unit.has_sentence and not _is_wanted(unit, other):
        return False
    return other.is_prose or other.breaks_off


def _is_wanted(unit: Unit, other: Unit) -> bool:
    """Whether a line without 。 asks for a rest: a heading can end in 向けて, but not in は."""
    if not other.is_prose:
        return False
    end = unit.last.text
    if end[-1] in "、，,":
        return True
    if unit.shape is Shape.MARKED or end.endswith(_NOMINAL):
        return False
    if unit.width > _LONGEST_HEADING:
        return True
    if other.lines[0].goes_on and "ぁ" <= end[-1] <= "ゖ":
        return True
    return end[-1] in "をにはがのと" or _RUNNING.match(other.text) is not None
