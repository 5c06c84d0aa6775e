"""Days with a dot at the head of a list's lines: 4.20 under 主な防衛首脳交流（2022年）."""

import pytest

from tests.tag.dates.conftest import Find
from tests.tag.marking import marked, plain

LISTED = [
    # under a Gregorian year in brackets, with the end of a visit
    "防衛首脳交流（[2022年]）\n[4.20]　電話会談\n[8.31]　会談\n[12.14]　訪問（～[12.16]）\n",
    # the nearest heading's; an item of two lines
    "[令和5年]版の報告\n第1節 協力\n交流（[2022年]）\n[4.20]　会\n談\n[8.31]　会談\n[12.14]　訪問",
    # under an era; a range at the head of a line
    "[令和５年]の主な動き\n[1.11]～[1.13]　訪米\n[2.28]　会談\n[10.3]　訪豪\n[11.21]　来日\n",
]
NOT_LISTED = [
    "調査の概要（[2022年]）\n1.1　背景\n1.2　目的\n2.1　方法\n2.11　結果\n",  # sections
    "成長率（[2022年]）\n4.20　東部\n3.11　西部\n5.30　南部\n",  # a column of numbers, in no order
    "交流の記録\n4.20　会談\n8.31　会談\n12.14　訪問\n",  # no year above
    "交流（[2022年]）\n4.20　会談\n8.31　会談\n",  # too few to be sure
]


@pytest.mark.parametrize("text", LISTED + NOT_LISTED)
def test_spans(dates: Find, text: str) -> None:
    assert marked(plain(text), dates(plain(text))) == text


def test_the_heading_tells_the_year(dates: Find) -> None:
    found = dates(plain(LISTED[-1]), "2024-04", covers="2024")
    assert [mention.value for mention in found][:4] == [
        "2023",
        "2023-01-11",
        "2023-01-13",
        "2023-02-28",
    ]
