"""Ruby: readings in small type above their base (to the right of it in vertical writing)."""

from bisect import bisect_left
from collections.abc import Sequence

from pipeline.extract.pdf.frame import Rect
from pipeline.extract.pdf.lines import Line, Ruby, join_level, line_of
from pipeline.extract.pdf.turn import Glyph

# A reading is set in at most this share of its base's size (half is usual).
_SMALL = 0.68
# White between a reading and its base, in ems of the reading (type with high boxes needs most).
_NEAR = 0.8


def lines_with_ruby(parts: Sequence[Line], walls: Sequence[Rect] = ()) -> list[Line]:
    """Join parts into lines, and hang the readings among them on the lines of their bases.

    尖閣諸島 with せんかく above it → the line 尖閣諸島 with a Ruby over 尖閣.
    """
    shelf = _Shelf(parts)
    readings = [part for part in parts if _can_be_read(part) and shelf.below(part)]
    if not readings:
        return join_level(parts, walls=walls)
    taken = set(map(id, readings))
    lines = join_level([part for part in parts if id(part) not in taken], walls=walls)
    shelf = _Shelf(lines)
    for reading in _whole(readings):
        line = shelf.below(reading)
        if line is None:
            lines.append(reading)
        else:
            line.rubies.append(Ruby(reading.glyphs, _base(line, reading)))
    return lines


class _Shelf:
    """Lines by height, to find the one that stands below a reading."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = sorted(lines, key=lambda line: line.top)
        self._tops = [line.top for line in self._lines]

    def below(self, reading: Line) -> Line | None:
        """The line just below that holds characters for the reading to stand over."""
        first = bisect_left(self._tops, reading.bottom - reading.size)
        for line in self._lines[first:]:
            if line.top > reading.bottom + _NEAR * reading.size:
                return None
            apart = line.x0 > reading.x1 or line.x1 < reading.x0
            if not apart and reading.size <= _SMALL * line.size and _base(line, reading):
                return line
        return None


def _whole(readings: Sequence[Line]) -> list[Line]:
    """Spaced readings come in parts that follow each other in the stream: び　ん."""
    whole: list[Line] = []
    for part in readings:
        last = whole[-1] if whole else None
        if (
            last
            and abs(last.top - part.top) < 0.1 * part.size
            and part.glyphs[0].index == last.glyphs[-1].index + 1
            and 0 <= part.x0 - last.x1 < 3 * part.size
        ):
            whole[-1] = line_of(last.glyphs + part.glyphs)
        else:
            whole.append(part)
    return whole


def _can_be_read(part: Line) -> bool:
    return len(part.glyphs) < 25 and any(is_kana(g.char) or g.char.isalpha() for g in part.glyphs)


def _base(line: Line, reading: Line) -> list[Glyph]:
    """The glyphs of the line that the reading stands over.

    A long reading juts out over its neighbours, which are kana or punctuation.
    """
    edge = 0.1 * line.size
    under = [g for g in line.glyphs if reading.x0 - edge < (g.x0 + g.x1) / 2 < reading.x1 + edge]
    based = [g for g in under if not is_kana(g.char) and g.char.isalnum()]
    if not based:
        return under if len(reading.glyphs) > 1 and all(is_kana(g.char) for g in under) else []
    return under[under.index(based[0]) : under.index(based[-1]) + 1]


def is_kana(char: str) -> bool:
    """Hiragana, katakana, or the sound prolonged."""
    return "ぁ" <= char <= "ゖ" or "ァ" <= char <= "ー"
