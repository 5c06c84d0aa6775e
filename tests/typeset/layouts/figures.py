"""What is not running text: charts, tables, turned pages, bands of a magazine."""

from dataclasses import replace

from tests.typeset.flow import Frame, columns, flow, say, zone
from tests.typeset.fonts import width
from tests.typeset.layout import STYLES, Layout
from tests.typeset.layouts.columns import number_pages
from tests.typeset.press import Page
from tests.typeset.setting import Style
from tests.typeset.source import Block, Story
from tests.typeset.tables import draw_table


def chart(story: Story) -> list[Page]:
    """A bar chart stands at the head of the second column and cuts a paragraph."""
    page = Page(height=430)
    left, right = columns(page, 60, 180)
    below = Frame(page, right.x, 276, right.width, 110)
    flow(story.of("heading", "paragraph"), [left, below], STYLES)
    flow(story.of("caption"), [Frame(page, right.x, 60, right.width, 24)], STYLES)
    (numbers,) = story.of("chart")
    _draw_bars(page, numbers.text.split(), right.x, 90)
    flow(story.of("note"), [Frame(page, right.x, 250, right.width, 20)], STYLES)
    number_pages([page], story)
    return [page]


def _draw_bars(page: Page, words: list[str], x: float, y: float) -> None:
    """Axis, pairs of bars with their values above, years and countries."""
    axis, values, names = words[:8], words[8:18], words[18:]
    tiny = STYLES["chart"]
    page.rule(x + 24, y, x + 24, y + 120)
    page.rule(x + 24, y + 120, x + 224, y + 120)
    for index, word in enumerate(axis):
        say(page, word, x + 4, y + 122 - index * 16, tiny)
    for index, value in enumerate(values):
        left = x + 30 + index % 5 * 39 + index // 5 * 16
        top = y + 120 - float(value) * 0.16
        page.box(left, top, left + 14, y + 120)
        say(page, value, left - 3, top - 2 - index // 5 * 6, tiny)
    for index, name in enumerate(names[2:7]):
        say(page, name, x + 34 + index * 39, y + 131, tiny)
    for index, name in enumerate([*names[:2], names[7]]):
        say(page, name, x + 150 + index * 24, y + 8, tiny)


def tables(story: Story) -> list[Page]:
    """A table with all its rules, then one with three horizontal rules."""
    page = Page(height=420)
    boxed, open_table = story.of("table")
    cut = story.blocks.index(boxed)
    y = zone(story.blocks[:cut], page, 60, STYLES, count=1)
    y = draw_table(page, boxed, (60, y + 2), [60, 50, 60, 70, 200], STYLES["table"]) + 10
    rest = story.blocks[cut + 1 :]
    y = zone(rest[:2], page, y, STYLES, count=1)
    y = _three_rules(page, open_table, y + 4)
    flow(rest[-1:], [Frame(page, 60, y + 4, 300, 20)], STYLES)
    number_pages([page], story)
    return [page]


def _three_rules(page: Page, table: Block, y: float) -> float:
    style = STYLES["table"]
    for index, row in enumerate(table.rows):
        if index < 2:
            page.rule(60, y, 420, y)
        for text, x in zip(row, (66, 130, 310), strict=True):
            say(page, text, x, y + 11, style)
        y += 16
    page.rule(60, y, 420, y)
    return y


def bare_table(story: Story) -> list[Page]:
    """A table without rules, its figures ranged right."""
    page = Page(height=360)
    y = 60.0
    for block in story.blocks:
        if block.rows:
            y = _ranged_right(page, block, y + 4) + 4
        else:
            y = flow([block], [Frame(page, 60, y, 400, 250)], STYLES)
    number_pages([page], story)
    return [page]


def _ranged_right(page: Page, table: Block, y: float) -> float:
    style = STYLES["table"]
    for first, *figures in table.rows:
        say(page, first, 70, y + 11, style)
        for text, right in zip(figures, (230, 320, 410), strict=True):
            length = sum(width(char, style.font, style.size) for char in text)
            say(page, text, right - length, y + 11, style)
        y += 15
    return y


def rotated(story: Story) -> list[Page]:
    """Four pages: turned by 90, 270, and 180 degrees, and one turned without being told."""
    heads = [i for i, block in enumerate(story.blocks) if block.kind == "heading"]
    parts = [story.blocks[a:b] for a, b in zip(heads, [*heads[1:], None], strict=True)]
    cut = next(i for i, block in enumerate(parts[2]) if block.kind == "table")
    parts[2:] = [parts[2][:cut], parts[2][cut:]]
    turns = [(90, True), (270, True), (180, True), (90, False)]
    return [
        _turned(Page(500, 240, turn, told), part)
        for (turn, told), part in zip(turns, parts, strict=True)
    ]


def _turned(page: Page, blocks: list[Block]) -> Page:
    y = 50.0
    for block in blocks:
        if block.rows:
            y = draw_table(page, block, (60, y), [70, 80, 90, 80], STYLES["table"])
        else:
            y = flow([block], [Frame(page, 60, y, 380, 150)], STYLES)
    return page


def three_columns(story: Story) -> list[Page]:
    """Two articles, one above the other, each in three columns under its own headline."""
    page = Page(height=340)
    y = zone(story.blocks[:1], page, 56, STYLES, count=1)
    styles = {**STYLES, "paragraph": Style(size=9, leading=14, first_em=1)}
    headline = {"heading2": replace(STYLES["heading2"], before=0)}
    for index in (1, 4):
        y = zone(story.blocks[index : index + 1], page, y + 8, headline, count=1)
        y = zone(story.blocks[index + 1 : index + 3], page, y, styles, count=3) + 8
        page.rule(60, y, 535, y)
    number_pages([page], story)
    return [page]


LAYOUTS = [
    Layout("chart", "13: numbers of a chart between sentences", chart),
    Layout("tables", "6: tables with rules", tables),
    Layout("bare-table", "6: a table of figures without rules", bare_table),
    Layout("rotated", "7: turned pages, a turned table", rotated),
    Layout("three-columns", "1: bands of a magazine", three_columns),
]
