"""What a heading tells of dates, it tells those who stand under it."""

import pytest

from pipeline.context import set_context
from pipeline.mention import Label
from pipeline.paths import configs
from pipeline.report import Block, BlockKind, Media, Report
from pipeline.tag.dates.component import DateFinder
from tests.tag.marking import found_by, japanese

FINDER = DateFinder(configs() / "lexicon")


@pytest.mark.parametrize(
    ("heading", "text", "values"),
    [
        # the day of the meeting that the heading names
        ("日中韓外相会議（2011年3月19日）", "同日、表敬した。", ["2011-03-19", "2011-03-19"]),
        # its month, for a bare day
        ("外相の訪英（2011年3月）", "14日に会談した。", ["2011-03", "2011-03-14"]),
        # a year that a heading only names leads no month of another one
        ("2019年G20の成果", "7月に会談した。", ["2019", "2024-07"]),
    ],
)
def test_dates_under_a_heading(heading: str, text: str, values: list[str]) -> None:
    whole = f"{heading}\n{text}"
    blocks = [
        Block(BlockKind.HEADING, 0, len(heading), level=2),  # it stands under no other
        Block(BlockKind.PARAGRAPH, len(heading) + 1, len(whole), section=0),
    ]
    doc = japanese()(whole)
    set_context(doc, Report("r", "r.txt", Media.TEXT, "", whole, blocks, date="2024-08-01"))
    assert [mention.value for mention in found_by(FINDER, doc, Label.DATE)] == values
