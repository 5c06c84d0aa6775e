"""What a line is by its look: part of a heading, of running text, of an item, of a caption."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.extract.pdf.lines import Line
from pipeline.extract.pdf.signs import is_date, rank

_FORMULA = re.compile("[=＝≦≧∑∫\U0001d400-\U0001d7ff]")
_STOPS = ("。", "．", "、", "，")
# A heading that only its number tells is no longer; so deep are the numbers that tell it alone.
_LONGEST = 45
_CHAPTERS = 4
# Headings of Gothic type can be so much smaller than a body of Mincho.
_HARDLY_SMALLER = 0.85


@dataclass(frozen=True, slots=True)
class Style:
    """How the body of a report is set: the size of its type, its fonts, and which of them sets
    most of it (others only stress)."""

    em: float
    fonts: frozenset[str]
    usual: str = ""


Type = Counter[tuple[float, str]]
"""How much there is of each type, that is of a size and a font."""


def type_of(lines: Iterable[Line]) -> Type:
    """The type of some lines. Hiragana count most, for prose is half hiragana, and tables, charts
    and dot leaders have little."""
    found: Type = Counter()
    for line in lines:
        size = round(line.size * 2) / 2
        for glyph in line.glyphs:
            weight = 100 if "ぁ" <= glyph.char <= "ん" else 1
            found[size, family(glyph.font)] += weight
    return found


def body_style(pages: Iterable[Type]) -> Style:
    """The style of most of a report's type. Fonts with a tenth of the body's size belong to it."""
    types: Type = Counter()
    for page in pages:
        types.update(page)
    sizes: Counter[float] = Counter()
    for (size, _), weight in types.items():
        sizes[size] += weight
    if not sizes:
        return Style(10.0, frozenset())
    em, count = sizes.most_common(1)[0]
    fonts = Counter({font: weight for (size, font), weight in types.items() if size == em})
    usual = fonts.most_common(1)[0][0]
    return Style(em, frozenset(f for f, n in fonts.items() if n > 0.1 * count), usual)


def family(font: str | bytes) -> str:
    """The name of a font without the tag of its subset: `ABCDEE+MS-Mincho` → `MS-Mincho`."""
    name = font if isinstance(font, str) else font.decode("cp932", "replace")
    return name.partition("+")[2] or name


def is_small(line: Line, style: Style) -> bool:
    """Whether the line is in smaller type than the body, or in another font."""
    return line.size < 0.95 * style.em or (
        line.size < 1.05 * style.em and bool(style.fonts) and not _in_body_font(line, style)
    )


def is_heading(line: Line, text: str, style: Style) -> bool:
    """Whether a line that says `text` looks like (part of) a heading: larger type, or another
    font."""
    if sum(char.isalpha() for char in text) < 2 or _FORMULA.search(text) or is_date(text):
        return False
    if line.size >= 1.12 * style.em:
        return not text.endswith("。") or line.size >= 1.4 * style.em
    if line.size < 0.95 * style.em or text.endswith(_STOPS):
        return False
    return style.fonts != frozenset() and not _in_body_font(line, style)


def _in_body_font(line: Line, style: Style) -> bool:
    """Whether some of the line's Japanese characters are set in the body's font."""
    japanese = [glyph for glyph in line.glyphs if glyph.char >= "぀"]
    return any(family(glyph.font) in style.fonts for glyph in japanese or line.glyphs)


def is_bracketed(text: str) -> bool:
    """`【入院料】`: a heading however long."""
    return text.startswith("【") and text.endswith("】") and text.count("【") == 1


def is_numbered_heading(line: Line, text: str, style: Style) -> bool:
    """Whether its number makes a line that says `text` a heading: `第１章　総則`, or
    `３－２　申請の方法` in the type that stresses words of the body."""
    depth = rank(text)
    if depth is None or text.endswith(_STOPS) or len(text) > _LONGEST:
        return False
    return depth <= _CHAPTERS or _is_stressed(line, style)


def _is_stressed(line: Line, style: Style) -> bool:
    """Whether none of the line's Japanese characters is set in the font of most of the body, and
    its type is hardly smaller."""
    fonts = {family(glyph.font) for glyph in line.glyphs if glyph.char >= "぀"}
    large = line.size >= _HARDLY_SMALLER * style.em
    return large and bool(fonts) and style.usual not in {"", *fonts}
