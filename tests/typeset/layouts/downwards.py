"""Vertical writing: a notice, a magazine of two bands, a table of old and new wording."""

from dataclasses import replace

from tests.typeset.flow import Frame, say
from tests.typeset.identity import IdentityFont
from tests.typeset.layout import SMALL, STYLES, Layout
from tests.typeset.press import Glyph, Page
from tests.typeset.setting import Style, lines
from tests.typeset.source import Block, Story, pieces
from tests.typeset.vertical import draw_line_down, flow_down, say_down

_DOWN = {
    **STYLES,
    "heading1": Style(size=12, leading=24, align="left"),
    "heading2": Style("gothic", 10.5, 20, before=6, align="left"),
    "paragraph": Style(size=10.5, leading=19, first_em=1, gap_em=0),
    "list-item": Style(size=10.5, leading=19, rest_em=1, gap_em=0),
}

_FORMS = dict(zip("（）「」、。", "︵︶﹁﹂︑︒", strict=True))


def vertical(story: Story) -> list[Page]:
    """An official notice over two pages."""
    pages = [Page(420, 480), Page(420, 480)]
    flow_down(story.blocks, [Frame(page, 50, 60, 320, 360, vertical=True) for page in pages], _DOWN)
    for page, number in zip(pages, story.asides["page-number"], strict=True):
        say(page, number, 205, 455, SMALL)
    return pages


def vertical_mode(story: Story) -> list[Page]:
    """The same notice in a font whose own writing mode is vertical (Identity-V)."""
    pages = vertical(story)
    text = "".join(block.text for block in story.blocks)
    down = IdentityFont("mincho", text, vertical=True, told=set(text)).register()
    for page in pages:
        page.marks = [
            _from_above(mark, down)
            if isinstance(mark, Glyph) and mark.font == "mincho-vertical" and mark.size > 8
            else mark
            for mark in page.marks
        ]
    return pages


def vertical_forms(story: Story) -> list[Page]:
    """The same notice, brackets and stops being characters made for vertical writing: ︵ ﹁ ︒."""
    pages = vertical(story)
    for page in pages:
        page.marks = [
            replace(mark, char=_FORMS[mark.char], font="mincho")
            if isinstance(mark, Glyph) and mark.char in _FORMS
            else mark
            for mark in page.marks
        ]
    return pages


def _from_above(glyph: Glyph, down: str) -> Glyph:
    """A vertical font's origin is the middle of the glyph's upper edge."""
    x, y = glyph.x + glyph.size / 2, glyph.y - glyph.size * 0.88
    return Glyph(glyph.char, x, y, down, glyph.size)


def bands(story: Story) -> list[Page]:
    """Two bands a page; the title stands at the right of both, the page after goes on."""
    pages = [Page(420, 560), Page(420, 560)]
    title, body = story.blocks[0], story.blocks[1:]
    big = replace(_DOWN["heading1"], size=20, leading=30)
    flow_down([title], [Frame(pages[0], 330, 70, 44, 400, vertical=True)], {"heading1": big})
    upper, lower = (Frame(pages[0], 50, top, 270, 200, vertical=True) for top in (70, 290))
    turned = [Frame(pages[1], 50, top, 320, 200, vertical=True) for top in (70, 290)]
    flow_down(body, [upper, lower, *turned], _DOWN)
    for page, number, x in zip(pages, story.asides["page-number"], (30, 380), strict=True):
        say_down(page, story.asides["running-head"][0], x, 70, SMALL)
        say(page, number, x, 535, SMALL)
    return pages


def gazette(story: Story) -> list[Page]:
    """Two bands with hardly any white but a rule between them, the head set across above one."""
    page = Page(420, 560)
    flow_down(
        story.blocks,
        [Frame(page, 50, top, 320, 216, vertical=True) for top in (70, 296)],
        _DOWN,
    )
    for y in (60, 291):
        page.rule(40, y, 380, y)
    for text, x in zip(story.asides["running-head"], (60, 180, 240, 320), strict=True):
        say(page, text, x, 50, replace(SMALL, size=9))
    return [page]


def old_new(story: Story) -> list[Page]:
    """The table's rows are strips from right to left, its columns an upper and a lower band."""
    page = Page(560, 420)
    (table,) = story.of("table")
    before, after = story.blocks[:2], story.blocks[-2:]
    flow_down(before, [Frame(page, 450, 50, 60, 320, vertical=True)], _DOWN)
    x = 440.0
    for row in table.rows:
        x = _strip(page, row, x)
    flow_down(after, [Frame(page, 40, 50, x - 50, 320, vertical=True)], _DOWN)
    return [page]


def _strip(page: Page, row: list[str], right: float) -> float:
    """Set a row down from `right`; answer its left edge."""
    style = replace(_DOWN["paragraph"], first_em=0, size=9, leading=15)
    cells = [lines(Block("table", pieces(text)), style, 142) for text in row]
    left = right - max(len(cell) for cell in cells) * style.leading - 6
    for cell, top in zip(cells, (50, 210), strict=True):
        page.box(left, top, right, top + 150 + (10 if top == 50 else 0))
        for index, line in enumerate(cell):
            draw_line_down(page, line, right - 3 - (index + 0.5) * style.leading, top + 4)
    return left


LAYOUTS = [
    Layout("vertical", "7, 3: lines run down, digits and brackets upright", vertical),
    Layout("vertical-mode", "7: a font of vertical writing mode", vertical_mode, "vertical"),
    Layout("vertical-forms", "7: characters made for vertical writing", vertical_forms, "vertical"),
    Layout("vertical-bands", "7, 1: a magazine of two bands, its head vertical", bands),
    Layout("gazette", "7, 1: bands that only a rule parts, a head across the page", gazette),
    Layout("old-new", "7: the two-band table of old and new wording", old_new),
]
