"""The marked text is the text, escaped, with its mentions marked."""

from lxml import html

from pipeline.report import BlockKind
from pipeline.view.marking import Mark, marked_blocks
from tests.reports import report_of


def test_blocks_become_elements_with_their_mentions() -> None:
    report = report_of([(BlockKind.HEADING, "1 概観"), "岸田総理大臣は訪米した。"])
    marks = [
        Mark(1, 5, 7, "PERSON", "", "people", 0.9),
        Mark(2, 13, 14, "COUNTRY", "USA", "countries", 0.98),
    ]
    heading, paragraph = marked_blocks(report, marks)
    assert heading == '<h3 id="b0" class="heading" data-page="1">1 概観</h3>'
    shown = html.fromstring(paragraph)
    assert [(m.get("class"), m.text) for m in shown.iter("mark")] == [
        ("PERSON", "岸田"),
        ("COUNTRY", "米"),
    ]
    assert [m.get("title") for m in shown.iter("mark")][1] == "COUNTRY = USA (countries, 0.98)"


def test_what_looks_like_markup_is_shown_as_text() -> None:
    report = report_of(["<script>alert('日本')</script>"])
    [block] = marked_blocks(report, [Mark(1, 15, 17, "COUNTRY", "JPN", "x", 1.0)])
    assert "<script>" not in block
    assert "".join(map(str, html.fromstring(block).itertext())) == report.text
