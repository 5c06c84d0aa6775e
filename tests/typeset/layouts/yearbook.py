"""A yearbook's chapter, the specimen report raw/southeast-asia-2023.pdf: all at once."""

from dataclasses import replace

from tests.typeset.flow import Frame, columns, flow, say, zone
from tests.typeset.layout import SMALL, STYLES, Layout
from tests.typeset.press import Page
from tests.typeset.source import Block, Story
from tests.typeset.tables import draw_table
from tests.typeset.vertical import say_down

_B5 = (516.0, 729.0)
_STYLES = {
    **STYLES,
    "paragraph": replace(STYLES["paragraph"], size=9, leading=15),
    "heading3": replace(STYLES["heading3"], leading=18, keep=15),
    "footnote": replace(STYLES["footnote"], size=7.5, leading=10),
}


def yearbook(story: Story) -> list[Page]:
    """Three pages, with everything that a yearbook puts round and into its text."""
    pages = [Page(*_B5) for _ in range(3)]
    for index, page in enumerate(pages):
        _furnish(page, story, index)
    body = [b for b in story.blocks if b.kind in ("heading", "paragraph")]
    overview = next(i for i, b in enumerate(body) if b.text.startswith("（2）"))
    y = zone(body[:2], pages[0], 66, _STYLES, count=1)
    y = zone(body[2:overview], pages[0], y, _STYLES) + 6
    y = zone([body[overview]], pages[0], y, _STYLES, count=1)
    first = columns(pages[0], y, 648 - y)
    left, right = columns(pages[1], 66, 540)
    beside_picture = Frame(pages[1], right.x, 200, right.width, 406)
    last = columns(pages[2], 66, 120)
    flow(body[overview + 1 :], [*first, left, beside_picture, *last], _STYLES)
    _place_floats(pages, story, right)
    return pages


def _furnish(page: Page, story: Story, index: int) -> None:
    """Running head, side tab, and page number: outside, so on the right of a recto."""
    verso = index % 2 == 0
    head = story.asides["running-head"][index % 2]
    say(page, head, 60 if verso else 350, 40, SMALL)
    page.rule(60, 48, 456, 48)
    x = 14.0 if verso else 490.0
    chapter, title = story.asides["side-tab"]
    page.box(x - 3, 120, x + 13, 300)
    say_down(page, chapter, x, 130, SMALL)
    say_down(page, title, x, 180, SMALL)
    say(page, story.asides["page-number"][index], 60 if verso else 446, 705, SMALL)


def _place_floats(pages: list[Page], story: Story, right: Frame) -> None:
    photograph, heading = story.of("caption")
    pages[1].picture(right.x, 66, right.width, 104)
    flow([photograph], [Frame(pages[1], right.x, 174, right.width, 26)], _STYLES)
    notes = story.of("footnote")
    _set_notes(pages[0], notes[:3], 656)
    _set_notes(pages[1], notes[3:], 640)
    y = flow([heading], [Frame(pages[2], 60, 206, 396, 14)], _STYLES)
    y = draw_table(pages[2], story.of("table")[0], (60, y + 2), [70, 226, 100], _STYLES["table"])
    flow(story.of("note"), [Frame(pages[2], 60, y + 2, 396, 14)], _STYLES)


def _set_notes(page: Page, notes: list[Block], y: float) -> None:
    page.rule(60, y, 180, y)
    flow(notes, [Frame(page, 60, y + 3, 396, 40)], _STYLES)


LAYOUTS = [
    Layout("southeast-asia-2023", "1 to 6 in one chapter", yearbook, specimen=True),
]
