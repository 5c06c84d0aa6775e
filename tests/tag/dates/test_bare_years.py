"""Years without 年: in brackets after an author, and alone in a table's cells."""

import pytest

from pipeline.context import set_context
from pipeline.mention import Label
from pipeline.paths import configs
from pipeline.report import Block, BlockKind, Media, Report
from pipeline.tag.dates.component import DateFinder
from tests.tag.dates.conftest import Find
from tests.tag.marking import found_by, japanese, marked, plain

FINDER = DateFinder(configs() / "lexicon")

CITED = [
    "環境省（[２０２３]）「生物多様性の現状」",  # full-width, before a title
    "Keeling, C., et al., ([1976]), “Atmospheric carbon dioxide”",  # after a comma
    "Stern ([2007]a) と西岡（[2011]）は費用を比べた。",  # letter outside
    "西岡（[2011], [2014]b）は",  # two works of one author
    "先行研究（Stern and Nordhaus, [2013]）によると",  # in brackets together with the author
    "（厚生労働省、[2022]）を参照",
    "世界銀行（[2015-2020]）の推計",  # a range
    "[同（2023）年]の出生数、[昭和60（1985）年]の改正",  # those that have a 年 are whole
]
NOT_CITED = [
    "定員(2000)人、総計（1998）円、第三回（2021）名",  # a quantity
    "電話（2019）まで。内線(2019)",  # a telephone
    "(2021)又は（2022）を選ぶ。",  # an option of a list, no author before it
    "輸出額（1,998）と件数（19980）",  # other numbers
    "外交青書2024、調査2023",  # a number in a title
]


@pytest.mark.parametrize("text", CITED + NOT_CITED)
def test_year_in_brackets(dates: Find, text: str) -> None:
    assert marked(plain(text), dates(plain(text))) == text


def test_citation_dates_no_month(dates: Find) -> None:
    """A bare month counts on from the year that is told, not from that of a work cited."""
    found = dates("2022年には、森川（1998）が述べたとおり、3月に始まった。", date="2023-06-01")
    assert [mention.value for mention in found] == ["2022", "1998", "2022-03"]


TABLES = [
    "名称\t設立年\t人数\nA会\t[2018]\t2000\nB会\t[1987]\t1950",  # a head tells; 人数 is none
    "年\t件数\n[2018]\t1990",
    "項目\t[2019]\t[2020]\t[2021]\n出荷額\t1990\t2010\t1980",  # years that go on in a row
    "国\t値\n[2000]\t3\n[2005]\t4\n[2010]\t5",  # in a column
    "品目\t[2019年]\n鋼材\t2000\n銅\t1990",  # the year is the head's
    "区分\t[前年]\n合計\t1998",
    "番号\t値\n2000\t1\n1950\t2\n2010\t3",  # numbers that do not go on
    "番号\t値\n2000\t1\n2001\t2",  # two are too few
    "費目\t計\t\t内訳\n人件費\t2001\t\t2002",  # not side by side
]


@pytest.mark.parametrize("text", TABLES)
def test_year_in_cells(text: str) -> None:
    doc = japanese()(plain(text))
    block = Block(BlockKind.TABLE, 0, len(plain(text)), section=-1)
    set_context(doc, Report("r", "r.txt", Media.TEXT, "", plain(text), [block]))
    assert marked(plain(text), found_by(FINDER, doc, Label.DATE)) == text
