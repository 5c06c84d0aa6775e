"""A date is mended only where its weekday and the text both contradict it."""

import pytest

from pipeline.extract.metadata.misprint import meant

LATER = "2024年12月の合同会議では議定書が調印された。"

# (printed, what follows, the report's text, the day meant)
CASES = [
    # a Tuesday in 2023, a Friday in 2025, and the text tells of December 2024
    ("2023-03-14", "（金）15時～17時", LATER, "2025-03-14"),
    # the weekday agrees
    ("2023-03-14", "（火）15時", LATER, "2023-03-14"),
    # no weekday stands there
    ("2023-03-14", " 15時", LATER, "2023-03-14"),
    # the weekday differs, but nothing tells of later: which of the two is wrong is open
    ("2023-03-14", "（金）", "2022年12月の会議では調印された。", "2023-03-14"),
    # the text tells of a far future only
    ("2023-03-14", "（金）", "2050年1月までに達成する。", "2023-03-14"),
    # no year within reach has that weekday after what is told
    ("2023-03-14", "（月）", LATER, "2023-03-14"),
    # kanji weekday written out
    ("2023-03-14", "（金曜日）", LATER, "2025-03-14"),
    # a leap day has no such day next year
    ("2024-02-29", "（金）", "2025年12月に開催した。", "2024-02-29"),
]


@pytest.mark.parametrize(("printed", "after", "text", "day"), CASES)
def test_meant(printed: str, after: str, text: str, day: str) -> None:
    assert meant(printed, after, text) == day
