"""Columns, zones, and paragraphs that run across them."""

from dataclasses import replace
from functools import partial

from tests.typeset.flow import Frame, columns, flow, say, zone
from tests.typeset.layout import SMALL, STYLES, Layout
from tests.typeset.press import Glyph, Page
from tests.typeset.setting import Style
from tests.typeset.source import Story
from tests.typeset.tables import draw_table


def number_pages(pages: list[Page], story: Story) -> None:
    """Set each page's number at the middle of its foot."""
    for page, number in zip(pages, story.asides["page-number"], strict=True):
        say(page, number, page.width / 2 - 12, page.height - 24, SMALL)


def one_column(story: Story) -> list[Page]:
    """A column as wide as the page: what ministries write in a word processor."""
    pages = [Page(height=430), Page(height=430)]
    frames = [Frame(page, 85, 70, 425, 310) for page in pages]
    flow(story.blocks, frames, STYLES)
    number_pages(pages, story)
    return pages


def stressed(story: Story) -> list[Page]:
    """Headings of the body's size, set in the type of its stressed words."""
    page = Page(height=480)
    heading = Style("gothic", 10, 16, before=6, keep=32, align="left")
    styles = {**STYLES, "heading1": heading, "heading2": heading}
    flow(story.blocks, [Frame(page, 85, 70, 425, 370)], styles)
    number_pages([page], story)
    return [page]


def two_columns(story: Story) -> list[Page]:
    """Two columns a page over two pages."""
    pages = [Page(height=360), Page(height=360)]
    flow(story.blocks, [f for page in pages for f in columns(page, 60, 245)], STYLES)
    number_pages(pages, story)
    return pages


def zones(story: Story, *, ruled: bool = False) -> list[Page]:
    """Headings over the full width cut the page into zones of two columns; they can stand between
    two rules."""
    page = Page(height=580)
    y = 60.0
    for block in story.blocks:
        if block.kind == "heading":
            below = story.blocks[story.blocks.index(block) + 1 :]
            ends = [i for i, b in enumerate(below) if b.kind == "heading"] or [len(below)]
            top, y = y, zone([block], page, y, STYLES, count=1)
            if ruled:
                page.rule(60, top, page.width - 60, top)
                page.rule(60, y, page.width - 60, y)
                y += 6
            y = zone(below[: ends[0]], page, y, STYLES) + 12
    number_pages([page], story)
    return [page]


def across(story: Story) -> list[Page]:
    """A picture with its caption, footnotes, and a table stand inside running paragraphs."""
    pages = [Page(height=400), Page(height=400)]
    left, right = columns(pages[0], 60, 244)
    beside = columns(pages[1], 60, 294)
    body = [
        replace(left, height=148),
        Frame(pages[0], right.x, 174, right.width, 132),
        Frame(pages[1], beside[0].x, 172, beside[0].width, 182),
        beside[1],
    ]
    flow(story.of("heading", "paragraph"), body, STYLES)
    pages[0].picture(right.x, 64, right.width, 76)
    flow(story.of("caption"), [Frame(pages[0], right.x, 144, right.width, 24)], STYLES)
    pages[0].rule(60, 326, 200, 326)
    flow(story.of("footnote"), [Frame(pages[0], 60, 330, 475, 40)], STYLES)
    (table,) = story.of("table")
    y = draw_table(pages[1], table, (60, 64), [40, 60, 70, 55], STYLES["table"])
    flow(story.of("note"), [Frame(pages[1], 60, y + 2, 230, 24)], STYLES)
    number_pages(pages, story)
    return pages


def headings(story: Story) -> list[Page]:
    """Headings that wrap over lines, and headings told by their font alone."""
    page = Page(height=560)
    flow(story.blocks, [Frame(page, 120, 60, 355, 470)], STYLES)
    number_pages([page], story)
    return [page]


def shuffled(story: Story) -> list[Page]:
    """Two columns, drawn line by line across both, from the foot of the page upwards."""
    pages = two_columns(story)
    for page in pages:
        page.marks.sort(key=lambda mark: (-mark.y, mark.x) if isinstance(mark, Glyph) else (0, 0))
    return pages


def column_notes(story: Story) -> list[Page]:
    """Each column has its own notes at its foot."""
    page = Page(height=400)
    body, notes = story.of("heading", "paragraph"), story.of("footnote")
    for frame, text, below in zip(
        columns(page, 60, 240), (body[:3], body[3:]), (notes[:2], notes[2:]), strict=True
    ):
        flow(text, [frame], STYLES)
        page.rule(frame.x, 310, frame.x + 60, 310)
        flow(below, [replace(frame, top=314, height=60)], STYLES)
    number_pages([page], story)
    return [page]


def figure_across(story: Story) -> list[Page]:
    """A picture over both columns: the text above it is read first, then that below."""
    page = Page(height=500)
    above, below = columns(page, 60, 118), columns(page, 330, 100)
    flow(story.of("heading", "paragraph"), [*above, *below], STYLES)
    page.picture(120, 190, 355, 110)
    flow(story.of("caption"), [Frame(page, 120, 304, 355, 24)], STYLES)
    number_pages([page], story)
    return [page]


def column_box(story: Story) -> list[Page]:
    """A box at the foot of the first page holds a text of its own."""
    pages = [Page(height=400), Page(height=260)]
    opening, running, boxed = story.blocks[:1], story.blocks[1:3], story.blocks[3:]
    y = zone(opening, pages[0], 56, STYLES, count=1)
    first = columns(pages[0], y, 128)
    flow(running, [*first, *columns(pages[1], 60, 150)], STYLES)
    pages[0].box(60, 232, 535, 352)
    flow(boxed, [Frame(pages[0], 76, 240, 443, 110)], STYLES)
    number_pages(pages, story)
    return pages


LAYOUTS = [
    Layout("one-column", "2: lines break inside words, the indent tells the paragraph", one_column),
    Layout("two-columns", "1, 2: columns, and paragraphs that run across them", two_columns),
    Layout("zones", "1: two-column zones cut by full-width headings", zones),
    Layout(
        "ruled-zones",
        "1: rules above and below the headings of zones",
        partial(zones, ruled=True),
        "zones",
    ),
    Layout("across", "2, 5: paragraphs cut by caption, footnotes, table, page", across),
    Layout("shuffled", "1: a stream that knows no columns", shuffled, "two-columns"),
    Layout("column-notes", "5: footnotes below each column", column_notes),
    Layout("figure-across", "1, 2: a picture over both columns", figure_across),
    Layout("column-box", "1, 2: a boxed text cuts a paragraph", column_box),
    Layout("headings", "6: wrapped headings, headings by font alone", headings),
    Layout("stressed", "6: headings in the type that stresses words", stressed),
]
