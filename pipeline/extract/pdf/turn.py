"""Turns a page's glyphs into a frame: the one that most of its text runs in, and others for
side tabs, labels of axes and the like that run another way."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from itertools import pairwise
from operator import attrgetter

from pipeline.extract.pdf.frame import Direction, Frame, Rect
from pipeline.extract.pdf.glyphs import Drawn, point
from pipeline.extract.pdf.mend import is_private, mend

_NUDGE = 0.01
# Type smaller than this (points) is not there to be read.
_INVISIBLE = 0.3


@dataclass(slots=True, eq=False)
class Glyph:
    """A visible character in a frame; its box is that of its em, whatever the font says.

    `index` is the source character; `space` that of the white space drawn right after it (-1:
    none), `wide` whether that is a full-width one. `silent` ones are left out of the text:
    footnote marks, bullets that only a font knows.
    """

    index: int
    char: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    font: str
    space: int = -1
    wide: bool = False
    silent: bool = False

    def __reduce__(self) -> tuple[type["Glyph"], tuple[object, ...]]:
        """Folded up, a page has thousands of them: as little as there can be, and fast."""
        return Glyph, _VALUES(self)


_VALUES = attrgetter(*(field.name for field in fields(Glyph)))


@dataclass(slots=True)
class Turned:
    """Glyphs that run in one direction, in stream order, in their frame."""

    frame: Frame
    glyphs: list[Glyph]
    vertical: bool = False


def turn(drawn: Sequence[Drawn], width: float, height: float) -> list[Turned]:
    """The page's glyphs by direction, that of most of them first; white space is left out."""
    marks = [glyph for glyph in drawn if not glyph.char.isspace()]
    main, runs = _directions(marks)
    groups: dict[Direction, list[Drawn]] = {main: []}
    for glyph, direction in zip(marks, runs, strict=True):
        groups.setdefault(direction, []).append(glyph)
    spaces = {glyph.source: glyph.char for glyph in drawn if glyph.char.isspace()}
    return [
        _placed(group, Frame(direction, width, height), spaces)
        for direction, group in groups.items()
    ]


def _directions(marks: Sequence[Drawn]) -> tuple[Direction, list[Direction]]:
    """The main direction, and that of each glyph."""
    steps = [_step(before, after) for before, after in pairwise(marks)]
    votes = Counter(step for step in steps if step is not None)
    main = votes.most_common(1)[0][0] if votes else Direction.RIGHT
    runs = [main] * len(marks)
    for start, end, direction in _stretches(steps):
        if direction is not main and _is_line(marks[start : end + 1], direction, main, marks):
            runs[start : end + 1] = [direction] * (end + 1 - start)
    return main, runs


def _stretches(steps: Sequence[Direction | None]) -> Iterator[tuple[int, int, Direction]]:
    start = 0
    while start < len(steps):
        direction = steps[start]
        end = start + 1
        while end < len(steps) and steps[end] is direction:
            end += 1
        if direction is not None:
            yield start, end, direction
        start = end


def _is_line(
    run: Sequence[Drawn], direction: Direction, main: Direction, marks: Sequence[Drawn]
) -> bool:
    """Whether glyphs that do not follow the main direction are a line of their own, and no
    column of single characters (numbers of a table, bullets) or digits set upright."""
    em = max(max(g.x1 - g.x0, g.bottom - g.top) for g in run)
    if main is Direction.DOWN and direction is Direction.RIGHT:
        return run[-1].x1 - run[0].x0 > 2.2 * em or not _in_column(run, marks, em)
    if direction is Direction.DOWN and not run[0].turned:
        pitch = (run[-1].y - run[0].y) / (len(run) - 1)
        return len(run) > 2 and pitch < 1.3 * em and not all(g.char.isdigit() for g in run)
    return len(run) > 2 or run[0].turned


def _in_column(run: Sequence[Drawn], marks: Sequence[Drawn], em: float) -> bool:
    """Whether characters side by side stand in a column of vertical writing: others above or
    below them, close by."""
    x0, x1 = run[0].x0, run[-1].x1
    top, bottom = run[0].top, run[0].bottom
    return any(
        other.x0 < x1
        and other.x1 > x0
        and (0 <= top - other.bottom + 0.5 * em < em or 0 <= other.top - bottom + 0.5 * em < em)
        for other in marks
    )


def _step(before: Drawn, after: Drawn) -> Direction | None:
    """Which way the pen goes from one glyph to the next, if it is next to it."""
    em = max(before.x1 - before.x0, before.bottom - before.top)
    dx, dy = after.x - before.x, after.y - before.y
    if abs(dx) > 2.5 * em or abs(dy) > 2.5 * em:
        return None
    if abs(dx) > 4 * abs(dy) and abs(dx) > 0.15 * em:
        return Direction.RIGHT if dx > 0 else Direction.LEFT
    if abs(dy) > 4 * abs(dx) and abs(dy) > 0.3 * em:
        return Direction.DOWN if dy > 0 else Direction.UP
    return None


def _placed(group: Sequence[Drawn], frame: Frame, spaces: dict[int, str]) -> Turned:
    level = frame.direction is Direction.RIGHT
    upright = sum(not glyph.turned for glyph in group)
    vertical = frame.direction is Direction.DOWN and upright * 2 > len(group)
    descents = _descents(group)
    glyphs = []
    for drawn in group:
        char = mend(drawn.char)
        private = not char and is_private(drawn.char)
        if not char and not private:
            continue
        char = char or drawn.char
        glyph = _level(drawn, descents, char) if level else _aslant(drawn, frame, char)
        if glyph.size < _INVISIBLE:
            continue
        if drawn.source + 1 in spaces:
            glyph.space = drawn.source + 1
            glyph.wide = spaces[glyph.space] == "\u3000"
        glyph.silent = private
        glyphs.append(glyph)
    return Turned(frame, glyphs, vertical)


def _descents(group: Sequence[Drawn]) -> dict[str, float]:
    """How far each font's boxes reach below the baseline, in ems: fonts differ wildly in this."""
    votes: dict[str, Counter[float]] = {}
    for glyph in group:
        em = glyph.bottom - glyph.top
        if em > 0:
            votes.setdefault(glyph.font, Counter())[round((glyph.bottom - glyph.y) / em, 2)] += 1
    return {font: counter.most_common(1)[0][0] for font, counter in votes.items()}


def _level(drawn: Drawn, descents: dict[str, float], char: str) -> Glyph:
    """A glyph of a horizontal line; its box rests on the baseline, raised text included."""
    if drawn.turned:
        em = drawn.x1 - drawn.x0
        return Glyph(
            drawn.source, char, drawn.x0, drawn.top, drawn.x1, drawn.bottom, em, drawn.font
        )
    em = point(drawn.bottom - drawn.top)
    baseline = drawn.bottom - descents.get(drawn.font, 0.0) * em
    return Glyph(
        drawn.source,
        char,
        drawn.x0,
        point(baseline - 0.88 * em),
        drawn.x1,
        point(baseline + 0.12 * em),
        em,
        drawn.font,
    )


def _aslant(drawn: Drawn, frame: Frame, char: str) -> Glyph:
    """A glyph of a line that runs down, up, or backwards; its box lies round the line's middle."""
    box = frame.rect(drawn.x0, drawn.top, drawn.x1, drawn.bottom)
    if not drawn.turned:  # figures set upright side by side: the left one comes first
        box = Rect(box.x0 + _NUDGE * drawn.x0, box.top, box.x1 + _NUDGE * drawn.x0, box.bottom)
    em = point(box.height if drawn.turned else max(box.width, box.height))
    middle = (box.top + box.bottom) / 2
    top, bottom = point(middle - em / 2), point(middle + em / 2)
    return Glyph(drawn.source, char, box.x0, top, box.x1, bottom, em, drawn.font)
