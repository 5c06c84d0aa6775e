"""What stands round the text and in it: ruby, footnotes, running heads, side tabs."""

from itertools import pairwise

from tests.typeset.flow import Frame, columns, flow, say
from tests.typeset.layout import SMALL, STYLES, Layout
from tests.typeset.layouts.columns import number_pages
from tests.typeset.press import Page
from tests.typeset.source import Block, Story
from tests.typeset.vertical import say_down


def ruby(story: Story) -> list[Page]:
    """Readings above their words, in the body and in a footnote."""
    page = Page(height=450)
    flow(story.of("heading", "paragraph"), [Frame(page, 120, 60, 320, 290)], STYLES)
    page.rule(120, 372, 260, 372)
    flow(story.of("footnote"), [Frame(page, 120, 378, 320, 40)], STYLES)
    number_pages([page], story)
    return [page]


def footnotes(story: Story) -> list[Page]:
    """Two pages of two columns, each with its notes below a rule over the full width.

    The notes are drawn between the columns: the stream's order is not the reading order."""
    pages = [Page(height=330), Page(height=300)]
    for page, blocks in zip(pages, _by_page(story.blocks), strict=True):
        left, right = columns(page, 60, page.height - 160)
        notes = [block for block in blocks if block.kind == "footnote"]
        body = [block for block in blocks if block.kind != "footnote"]
        flow(body, [left, right], STYLES)
        middle = len(page.marks) // 2
        drawn = page.marks[middle:]
        del page.marks[middle:]
        page.rule(60, page.height - 96, 180, page.height - 96)
        flow(notes, [Frame(page, 60, page.height - 92, 475, 60)], STYLES)
        page.marks += drawn
    number_pages(pages, story)
    return pages


def footnote_forms(story: Story) -> list[Page]:
    """One column with notes below it."""
    page = Page(height=320)
    flow(story.of("heading", "paragraph"), [Frame(page, 100, 60, 395, 150)], STYLES)
    page.rule(100, 210, 240, 210)
    flow(story.of("footnote"), [Frame(page, 100, 216, 395, 70)], STYLES)
    number_pages([page], story)
    return [page]


def _by_page(blocks: list[Block]) -> tuple[list[Block], list[Block]]:
    """Cut after the first run of footnotes: what follows stands on the second page."""
    cut = next(
        i
        for i, (a, b) in enumerate(pairwise(blocks), 1)
        if a.kind == "footnote" and b.kind != "footnote"
    )
    return blocks[:cut], blocks[cut:]


def running_heads(story: Story) -> list[Page]:
    """Four pages; verso pages carry the book's title, recto pages the chapter's."""
    pages = [Page(height=260) for _ in range(4)]
    verso, recto = story.asides["running-head"]
    for index, page in enumerate(pages):
        page.rule(60, 52, 535, 52)
        if index % 2:
            say(page, recto, 390, 46, SMALL)
        else:
            say(page, verso, 60, 46, SMALL)
    flow(story.blocks, [Frame(page, 90, 64, 415, 150) for page in pages], STYLES)
    number_pages(pages, story)
    return pages


def side_tab(story: Story) -> list[Page]:
    """Tabs run down the outer edges beside the body's lines."""
    pages = [Page(height=340), Page(height=340)]
    for page, x in zip(pages, (560, 18), strict=True):
        page.box(x - 4, 60, x + 12, 270)
        tab, title = story.asides["side-tab"]
        say_down(page, tab, x, 68, SMALL)
        say_down(page, title, x, 130, SMALL)
    flow(story.blocks, [f for page in pages for f in columns(page, 70, 164)], STYLES)
    number_pages(pages, story)
    return pages


LAYOUTS = [
    Layout("ruby", "3: readings above their words", ruby),
    Layout("footnotes", "5: marks inside words, notes below a rule", footnotes),
    Layout("footnote-forms", "5: marks in brackets, a note over two lines", footnote_forms),
    Layout("running-heads", "4: heads of recto and verso, one like the title", running_heads),
    Layout("side-tab", "4: vertical tabs beside the lines", side_tab),
]
