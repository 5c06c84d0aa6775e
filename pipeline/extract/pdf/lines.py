"""Lines: glyphs that stand side by side on one baseline."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from pipeline.extract.pdf.frame import Rect
from pipeline.extract.pdf.groups import groups
from pipeline.extract.pdf.turn import Glyph

# Glyphs further apart than this (in ems) need not belong together: a gutter may lie between.
GAP = 1.2

# What can hang over the end of a line that is longer than so many ems.
_HANGING = frozenset("、。，．")
_LONG = 6.0
# The ink of these fills only the first half of their em, or only the second.
_CLOSING = frozenset("、。，．」』）〕】〉》］｝’”")
_OPENING = frozenset("「『（〔【〈《［｛‘“")


@dataclass(slots=True, eq=False)
class Ruby:
    """A reading in small type, and the glyphs that it stands over."""

    reading: list[Glyph]
    base: list[Glyph]

    @property
    def text(self) -> str:
        """The reading."""
        return "".join(glyph.char for glyph in self.reading)


@dataclass(slots=True, eq=False)
class Line:
    """Glyphs from left to right, and the box round them; `size` is that of most of them, and
    `bulleted` tells that an outlined bullet stands before it."""

    glyphs: list[Glyph]
    x0: float = 0.0
    top: float = 0.0
    x1: float = 0.0
    bottom: float = 0.0
    size: float = 0.0
    rubies: list[Ruby] = field(default_factory=list)
    bulleted: bool = False

    @property
    def text(self) -> str:
        """The characters without any space."""
        return "".join(glyph.char for glyph in self.glyphs)

    @property
    def width(self) -> float:
        """From left to right."""
        return self.x1 - self.x0

    @property
    def font(self) -> str:
        """The font of most of its glyphs."""
        return Counter(glyph.font for glyph in self.glyphs).most_common(1)[0][0]


def line_of(glyphs: list[Glyph], rubies: Iterable[Ruby] = ()) -> Line:
    """A line of these glyphs (at least one)."""
    sizes = Counter(glyph.size for glyph in glyphs)
    size = max(sizes, key=lambda s: (sizes[s], s)) if len(sizes) > 1 else glyphs[0].size
    main = [g for g in glyphs if g.size == size] if len(sizes) > 1 else glyphs
    return Line(
        glyphs,
        min(g.x0 for g in glyphs),
        min(g.top for g in main),
        max(g.x1 for g in glyphs),
        max(g.bottom for g in main),
        size,
        list(rubies),
    )


def is_inside(line: Line, box: Rect) -> bool:
    """Whether the line's middle lies in the box."""
    return box.holds((line.x0 + line.x1) / 2, (line.top + line.bottom) / 2)


def chunks(glyphs: Sequence[Glyph]) -> list[Line]:
    """Glyphs that follow each other in the stream and on the page, in one size."""
    found: list[Line] = []
    run: list[Glyph] = []
    for glyph in glyphs:
        if run and not _follows(run[-1], glyph):
            found.append(line_of(run))
            run = []
        run.append(glyph)
    if run:
        found.append(line_of(run))
    return found


def _follows(before: Glyph, after: Glyph) -> bool:
    em = before.size
    return (
        abs(after.top - before.top) < 0.1 * em
        and abs(after.size - em) < 0.1 * em
        and -0.6 * em < after.x0 - before.x1 < GAP * em
    )


def join_level(parts: Sequence[Line], gap: float = GAP, walls: Sequence[Rect] = ()) -> list[Line]:
    """Join parts that stand side by side, at most `gap` ems apart and with none of the walls
    between them; order: from top to bottom."""
    ordered = sorted(parts, key=lambda part: part.top)
    pairs = (
        (left, right)
        for left, right in _neighbours(ordered, gap)
        if not (walls and _parted(ordered[left], ordered[right], walls))
    )
    together = groups(len(ordered), pairs)
    joined = [merge([ordered[index] for index in group]) for group in together]
    joined.sort(key=lambda line: (line.top, line.x0))
    return joined


def _neighbours(ordered: Sequence[Line], gap: float) -> Iterator[tuple[int, int]]:
    """Pairs of parts on one level and near each other."""
    open_parts: list[int] = []
    for index, part in enumerate(ordered):
        open_parts = [o for o in open_parts if ordered[o].bottom > part.top]
        for other in open_parts:
            before = ordered[other]
            low, high = sorted((part.bottom - part.top, before.bottom - before.top))
            shared = min(part.bottom, before.bottom) - max(part.top, before.top)
            left, right = (before, part) if before.x0 < part.x0 else (part, before)
            space = right.x0 - _ink_end(left)
            em = min(part.size, before.size)
            near = space < gap * em and (high < 2.6 * low)
            if near and shared > 0.5 * low:
                yield other, index
        open_parts.append(index)


def _ink_end(line: Line) -> float:
    """Where a line's ink ends: a `、` that hangs over the gutter is half of it white.

    That after a number (`一、　総則`) hangs over nothing.
    """
    last, long = line.glyphs[-1], line.width > _LONG * line.size
    hangs = long or _is_clause(line.text[:-1])
    return line.x1 - 0.5 * last.size if hangs and _is_half(last, _HANGING) else line.x1


def _is_clause(text: str) -> bool:
    """Whether a clause ends here, as in the `は` after a footnote's mark: it is no number."""
    return not text or "ぁ" <= text[-1] <= "ん"


def _is_half(glyph: Glyph, signs: frozenset[str]) -> bool:
    """Whether the glyph is one of these signs and set in full width."""
    return glyph.char in signs and glyph.x1 - glyph.x0 > 0.8 * glyph.size


def _parted(one: Line, other: Line, walls: Sequence[Rect]) -> bool:
    """Whether a wall stands between two parts of one level."""
    left, right = (one, other) if one.x0 < other.x0 else (other, one)
    middle = (left.top + left.bottom) / 2
    return any(
        left.x1 - 0.5 * left.size < wall.x0 < right.x0 + 0.5 * right.size
        and wall.top < middle < wall.bottom
        for wall in walls
    )


def merge(parts: Sequence[Line]) -> Line:
    """One line of parts that stand on one level."""
    if len(parts) == 1:
        return parts[0]
    glyphs = [glyph for part in parts for glyph in part.glyphs]
    glyphs.sort(key=_place)
    line = line_of(glyphs, (ruby for part in parts for ruby in part.rubies))
    line.bulleted = min(parts, key=lambda part: part.x0).bulleted
    return line


def _place(glyph: Glyph) -> tuple[float, float]:
    """By the middle of the ink: the full-width `’` of `Tay’s` lies over the whole `s`."""
    middle = (glyph.x0 + glyph.x1) / 2
    if _is_half(glyph, _CLOSING):
        middle -= 0.25 * glyph.size
    elif _is_half(glyph, _OPENING):
        middle += 0.25 * glyph.size
    return middle, glyph.top


def rows(parts: Sequence[Line]) -> list[Line]:
    """Lines right across: all parts on one level joined, however far apart they stand."""
    return join_level(parts, float("inf"))
