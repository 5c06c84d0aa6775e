"""Undoes what was struck more than once: bold that is faked by drawing a glyph two or four
times, and half-width kana whose sound mark is a glyph of its own."""

from collections.abc import Iterable

from pipeline.extract.pdf.mend import SOUND_MARKS, with_sound_mark
from pipeline.extract.pdf.turn import Glyph

# A second strike lies this close to the first (in ems); the letters of "ll" are 0.22 apart.
_NEAR = 0.1
_STRUCK = "*"


def once(glyphs: Iterable[Glyph]) -> list[Glyph]:
    """The glyphs without second strikes: 55,,001133 → 5,013, but 人人 and 33 stay.

    A font that was struck several times counts as another (as bold) font.
    """
    kept: list[Glyph] = []
    struck: dict[tuple[str, int, int], list[Glyph]] = {}
    for glyph in glyphs:
        if kept and glyph.char in SOUND_MARKS and _voice(kept[-1], glyph):
            continue
        cell = glyph.size or 1.0
        column, row = int(glyph.x0 / cell), int(glyph.top / cell)
        near = [
            other
            for c in (column - 1, column, column + 1)
            for r in (row - 1, row, row + 1)
            for other in struck.get((glyph.char, c, r), ())
            if _same_place(glyph, other)
        ]
        if near:
            near[0].font += _STRUCK
            continue
        struck.setdefault((glyph.char, column, row), []).append(glyph)
        kept.append(glyph)
    return kept


def _same_place(glyph: Glyph, other: Glyph) -> bool:
    near = _NEAR * glyph.size
    return (
        abs(glyph.x0 - other.x0) < near
        and abs(glyph.top - other.top) < near
        and abs(glyph.size - other.size) < near
    )


def _voice(kana: Glyph, mark: Glyph) -> bool:
    """Give the kana the sound mark that follows it; whether they make one character."""
    composed = with_sound_mark(kana.char, mark.char) if len(kana.char) == 1 else None
    if composed is None or abs(mark.x0 - kana.x1) > 0.5 * kana.size:
        return False
    kana.char = composed
    kana.x1 = max(kana.x1, mark.x1)
    return True
