"""Setting lines: a block's pieces become characters of some size, these become lines.

Characters that must not be parted (Latin words, numbers, a base with its ruby, a closing bracket
and what it closes) are one unit; a line is as many units as its width holds.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from tests.typeset.fonts import width
from tests.typeset.source import Align, Block, Piece

_CLOSING = "、。，．・：；」』）〕】〉》］！？ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ％〜～"
_OPENING = "「『（〔【〈《［"


@dataclass(frozen=True, slots=True)
class Style:
    """How blocks of a kind are set. Lengths are in points, those named `em` in sizes.

    `first` and `rest` are the indents of the first line and of the others, `gap` is the space
    round Latin words and digits, `spread` the space after every character, `strikes` and
    `bold_strikes` how often each glyph is drawn (bold is faked so), `keep` the room that must
    follow on the same page, and `hang` lets an opening bracket at a line's start stand left of the
    column's edge.
    """

    font: str = "mincho"
    size: float = 10
    leading: float = 16
    before: float = 0
    after: float = 0
    keep: float = 0
    first_em: float = 0
    rest_em: float = 0
    align: Align = "justify"
    gap_em: float = 0.25
    spread_em: float = 0
    bold: str = "gothic"
    strikes: int = 1
    bold_strikes: int = 1
    hang: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """One character with what is needed to place it; `ruby` is on the first of its base."""

    char: str
    font: str
    size: float
    advance: float
    mark: bool = False
    strikes: int = 1
    ruby: str = ""
    base: int = 0  # how many characters stand under the ruby


@dataclass(slots=True)
class Line:
    """Cells and where each begins, counted from the line's start."""

    cells: list[Cell] = field(default_factory=list)
    starts: list[float] = field(default_factory=list)

    def placed(self) -> Iterator[tuple[Cell, float]]:
        """Each cell with its start."""
        return zip(self.cells, self.starts, strict=True)


Unit = list[Cell]


def cells(block: Block, style: Style) -> list[Cell]:
    """The block's characters; the mark of a footnote leads its text."""
    shown = [_cell(char, style, Piece("")) for char in f"{block.label} " if block.label]
    for piece in block.pieces:
        made = [_cell(char, style, piece) for char in piece.printed or piece.text]
        if piece.ruby:
            made[0] = replace(made[0], ruby=piece.ruby, base=len(made))
        shown += made
    return shown


def _cell(char: str, style: Style, piece: Piece) -> Cell:
    size = style.size * (0.55 if piece.mark else 1)
    name = style.bold if piece.bold else style.font
    advance = width(char, name, size) + style.spread_em * size
    strikes = style.bold_strikes if piece.bold else style.strikes
    return Cell(char, name, size, advance, piece.mark, strikes)


def units(shown: Iterable[Cell]) -> list[Unit]:
    """Group the characters that no line break may part."""
    grouped: list[Unit] = []
    under_ruby = 0
    for cell in shown:
        if grouped and (under_ruby > 0 or _clings(grouped[-1][-1], cell)):
            grouped[-1].append(cell)
        else:
            grouped.append([cell])
        under_ruby = max(under_ruby, cell.base) - 1
    return grouped


def _clings(before: Cell, cell: Cell) -> bool:
    latin = is_latin(before.char) and is_latin(cell.char)
    return latin or cell.mark or cell.char in _CLOSING or before.char in _OPENING


def is_latin(char: str) -> bool:
    """Letters, digits, and signs of half width: `A` and `5`, not `Ａ`, not a space."""
    return char != " " and unicodedata.east_asian_width(char[-1]) in ("Na", "N")


def fill(rest: list[Unit], measure: float, style: Style, first: bool) -> tuple[Line, list[Unit]]:
    """One line of the given measure from the front of `rest`, and the units that remain."""
    indent = (style.first_em if first else style.rest_em) * style.size
    if style.hang and not first and rest[0][0].char in _OPENING:
        indent -= style.size / 2
    taken, pen = 0, indent
    gaps: list[float] = []
    while taken < len(rest):
        gap = _gap(rest[taken - 1], rest[taken], style) if taken else 0.0
        advance = sum(cell.advance for cell in rest[taken])
        if taken and pen + gap + advance > measure + 0.01 and rest[taken][0].char != " ":
            break
        gaps.append(gap)
        pen += gap + advance
        taken += 1
    chosen = rest[:taken]
    while chosen[-1][-1].char == " ":
        pen -= chosen.pop()[-1].advance
    measured = _Measured(indent, measure - pen, last=taken == len(rest))
    return _line(chosen, gaps, measured, style), rest[taken:]


def _gap(before: Unit, unit: Unit, style: Style) -> float:
    meets = is_latin(before[-1].char) != is_latin(unit[0].char)
    plain = all(char.isalnum() for char in (before[-1].char, unit[0].char))
    return style.gap_em * style.size if meets and plain else 0.0


@dataclass(frozen=True, slots=True)
class _Measured:
    """A line's indent, the room left in it, whether it ends its block."""

    indent: float
    slack: float
    last: bool


def _line(chosen: list[Unit], gaps: list[float], measured: _Measured, style: Style) -> Line:
    stretched = style.align == "justify" and not measured.last and len(chosen) > 1
    extra = measured.slack / (len(chosen) - 1) if stretched else 0.0
    shift = {"centre": measured.slack / 2, "right": measured.slack}.get(style.align, 0.0)
    pen = measured.indent + shift
    line = Line()
    for index, (unit, gap) in enumerate(zip(chosen, gaps, strict=False)):
        pen += gap + (extra if index else 0.0)
        for cell in unit:
            line.cells.append(cell)
            line.starts.append(pen)
            pen += cell.advance
    return line


def lines(block: Block, style: Style, measure: float) -> list[Line]:
    """All lines of the block."""
    rest = units(cells(block, style))
    made: list[Line] = []
    while rest:
        line, rest = fill(rest, measure, style, first=not made)
        made.append(line)
    return made
