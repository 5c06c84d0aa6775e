"""Characters that are not what they look like: struck twice, radicals, invisible, spaced."""

from dataclasses import replace

from tests.typeset.flow import Frame, columns, flow, zone
from tests.typeset.fonts import RADICALS, font
from tests.typeset.layout import STYLES, Layout
from tests.typeset.layouts.columns import number_pages
from tests.typeset.press import Glyph, Mark, Page
from tests.typeset.setting import Style
from tests.typeset.source import Story

_Styles = dict[str, Style]


def _one_page(story: Story, styles: _Styles, height: float = 360) -> list[Page]:
    page = Page(height=height)
    flow(story.blocks, [Frame(page, 100, 60, 395, height - 100)], styles)
    number_pages([page], story)
    return [page]


def bold(story: Story) -> list[Page]:
    """Headings are struck four times, bold words twice."""
    styles = {name: replace(style, bold_strikes=2) for name, style in STYLES.items()}
    for name in ("heading1", "heading2"):
        styles[name] = replace(styles[name], strikes=4)
    return _one_page(story, styles, 400)


def radicals(story: Story) -> list[Page]:
    """Where a kanji's glyph has a radical's number, the radical is what the PDF says."""
    pages = _one_page(story, STYLES, 260)
    for page in pages:
        page.marks = [_as_radical(mark) for mark in page.marks]
    return pages


def _as_radical(mark: Mark) -> Mark:
    if isinstance(mark, Glyph) and mark.char in RADICALS:
        name = font(f"{mark.font}-radicals")
        return replace(mark, char=RADICALS[mark.char], font=name)
    return mark


def odd_characters(story: Story) -> list[Page]:
    """Half-width kana, NUL, zero width, private-use bullets."""
    return _one_page(story, {**STYLES, "list-item": Style(rest_em=2)}, 300)


def letter_spaced(story: Story) -> list[Page]:
    """Spread letters, wide gaps round Latin words, real spaces."""
    styles = {
        **STYLES,
        "heading1": replace(STYLES["heading1"], spread_em=0.2),
        "paragraph": Style(size=10.5, leading=17, first_em=1, spread_em=0.12, gap_em=0.4),
    }
    return _one_page(story, styles)


def margins(story: Story) -> list[Page]:
    """Brackets hang left of the edge; full stops stand at the right margin inside paragraphs."""
    page = Page(height=330)
    left, right = (replace(frame, width=200) for frame in columns(page, 90, 180))
    zone(story.blocks[:1], page, 56, STYLES, count=1)
    flow(story.blocks[1:3], [left], {"paragraph": Style(first_em=1, hang=True)})
    flow(story.blocks[3:], [right], STYLES)
    number_pages([page], story)
    return [page]


def proportional(story: Story) -> list[Page]:
    """Kana of their own widths, paragraphs parted by space instead of an indent."""
    styles = {
        name: replace(style, font="proportional", before=8, first_em=0)
        for name, style in STYLES.items()
    }
    return _one_page(story, styles, 420)


LAYOUTS = [
    Layout("bold", "8: bold drawn twice and four times", bold),
    Layout("radicals", "9: radicals for kanji", radicals),
    Layout(
        "odd-characters", "12: half-width kana, invisible and private characters", odd_characters
    ),
    Layout("letter-spaced", "12: spaced letters, spaces round digits", letter_spaced),
    Layout("margins", "2: hanging brackets, a full stop at the right margin", margins),
    Layout("proportional", "2: paragraphs without indent, proportional kana", proportional),
]
