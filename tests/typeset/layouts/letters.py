"""Letters and lists of one column, and foreign words in them."""

from dataclasses import replace

from tests.typeset.flow import Frame, flow
from tests.typeset.layout import STYLES, Layout
from tests.typeset.layouts.columns import number_pages
from tests.typeset.press import Page
from tests.typeset.source import Block, Story

_DEPTHS = {"１": 0, "２": 0, "(": 1, "ア": 2, "イ": 2}


def letter(story: Story) -> list[Page]:
    """A letter: what stands right, in the middle, and items indented by their depth."""
    page = Page(height=620)
    body = replace(STYLES["paragraph"], size=10.5, leading=18)
    y = 60.0
    for block in story.blocks:
        indent = _indent(block)
        frame = Frame(page, 85 + indent, y, 425 - indent, 500)
        y = flow([block], [frame], {"paragraph": body, "list-item": replace(body, first_em=0)})
    number_pages([page], story)
    return [page]


def _indent(block: Block) -> float:
    return 10.5 * _DEPTHS[block.text[0]] if block.kind == "list-item" else 0


def english(story: Story) -> list[Page]:
    """Paragraphs of English among Japanese ones."""
    page = Page(height=380)
    flow(story.blocks, [Frame(page, 100, 60, 395, 270)], STYLES)
    number_pages([page], story)
    return [page]


LAYOUTS = [
    Layout("letter", "2: a letter of instruction, nested items", letter),
    Layout("english", "2: Latin words with one space", english),
]
