"""What a date means, as EDTF, and what decided it (ANNOTATION.md, normalised values)."""

import pytest

from pipeline.edtf import is_valid
from tests.tag.dates.conftest import Find

TEXT_ALONE = [
    ("2023年", "2023"),
    ("二千二十三年十月", "2023-10"),
    ("令和五年三月十四日", "2023-03-14"),
    ("昭和64年1月7日", "1989-01-07"),  # the era's last day
    ("平成元年1月8日", "1989-01-08"),  # and the next one's first
    ("明治38年9月5日", "1905-09-05"),
    ("平成31～令和2年度", "2019-04/2021-03"),
    ("2023年度", "2023-04/2024-03"),
    ("平成12年度末", "2000-04/2001-03"),  # 末 takes the enclosing year
    ("2023年末", "2023"),
    ("3月上旬", "XXXX-03"),
    ("2003～2007年", "2003/2007"),
    ("2023/24年", "2023/2024"),
    ("2022年10～12月", "2022-10/2022-12"),
    ("2022年12～2月", "2022-12/2023-02"),  # over the turn of the year
    ("2019年6月8、9日", "2019-06-08/2019-06-09"),
    ("1990年代後半", "199X"),
    ("90年代", "199X"),
    ("昭和50年代", "1975/1984"),  # no decade of the Gregorian calendar
    ("21世紀", "20XX"),
    ("20世紀末", "19XX"),
    ("2023年春", "2023-21"),
    ("2019年夏", "2019-22"),
    ("2023年の秋", "2023-23"),
    ("2023年冬", "2023-24"),
    ("2023年第3四半期", "2023-07/2023-09"),
    ("2023年度第4四半期", "2024-01/2024-03"),  # of the fiscal year
    ("2024年Q1", "2024-01/2024-03"),
    ("2023年度4Q", "2024-01/2024-03"),
    ("令和5年度上半期", "2023-04/2023-09"),
    ("令和5年度3月", "2024-03"),  # the fiscal year's last month
    ("同（2023）年", "2023"),
    ("翌2024年", "2024"),
    ("本（2023）年度", "2023-04/2024-03"),
    ("平成23.4.1", "2011-04-01"),
    ("R5.3.14", "2023-03-14"),
    ("2023-04-01", "2023-04-01"),
    ("March 14, 2023", "2023-03-14"),
    ("毎年9月3日", "XXXX-09-03"),
    ("紀元前13世紀", ""),  # EDTF as the tables have it begins with the year 1
]


@pytest.mark.parametrize(("text", "value"), TEXT_ALONE)
def test_values_that_the_date_itself_tells(dates: Find, text: str, value: str) -> None:
    assert [m.value for m in dates(f"{text}のこと。")] == [value]
    assert not value or is_valid(value)


IMPOSSIBLE = [
    "2023年2月29日",
    "令和5年4月31日",
    "平成32年",
    "昭和65年4月1日",
    "大正16年度",
    "2月30日",
    "令和5年13月",
    "2023/2/30",
    "平成35.1.1",
]


@pytest.mark.parametrize("text", IMPOSSIBLE)
def test_impossible_dates_get_no_value(dates: Find, text: str) -> None:
    found = dates(f"{text}のこと。", "2024-07-30")
    assert [(m.value, m.basis) for m in found] == [("", "problem:impossible-date")]


YEARBOOK = {"date": "2024-04", "covers": "2023"}
SITTING = {"date": "2024-07-30"}
RESOLVED = [
    # the sentence goes on with its year
    ("2022年3月に中止し、同年9月に廃止した。", {}, ["2022-03 text", "2022-09 sentence"]),
    ("2011年には、6月に会合を開いた。", YEARBOOK, ["2011 text", "2011-06 sentence"]),
    ("2022年12月から2月まで。", {}, ["2022-12 text", "2023-02 sentence"]),
    ("1月30日から2日まで。", SITTING, ["2024-01-30 document", "2024-02-02 sentence"]),
    # a year that only names an event leads nothing
    ("7月に2019年の第1回に続く会合を開き、8月に閉じた。", YEARBOOK,
     ["2023-07 covers", "2019 text", "2023-08 covers"]),
    # a story went on over the turn of the year
    ("昨年12月に発生し、3月に起訴された。", SITTING, ["2023-12 document", "2024-03 document"]),
    # the paragraph, the section
    ("2011年には変化があった。6月に会合を開いた。", {}, ["2011 text", "2011-06 paragraph"]),
    ("2020年5月に着工した。\n9月に完成した。", {}, ["2020-05 text", "2020-09 section"]),
    ("2020年5月に着工した。\n# 次の章\n9月に完成した。", {}, ["2020-05 text", "XXXX-09 "]),
    # the period covered comes before the document's date
    ("7月に訪問した。", YEARBOOK, ["2023-07 covers"]),
    ("七月に訪問した。", SITTING, ["2024-07 document"]),
    ("7月に訪問した。", {}, ["XXXX-07 "]),
    # words that count from what the text told last
    ("1991年に独立し、翌年に国交を結んだ。", {}, ["1991 text", "1992 sentence"]),
    ("2023年は前年を、また前年比で。", {}, ["2023 text", "2022 sentence", "2022 sentence"]),
    ("前年比で減少した。", YEARBOOK, ["2022 covers"]),
    ("2022年2月10日、同月24日、同日、翌日。", {},
     ["2022-02-10 text", "2022-02-24 sentence", "2022-02-24 sentence", "2022-02-25 sentence"]),
    ("2000年9月1日から同年12月31日。", {}, ["2000-09-01 text", "2000-12-31 sentence"]),
    ("2020年5月1日から翌三月まで。", {}, ["2020-05-01 text", "2021-03 sentence"]),
    ("2020年2月から翌三月まで。", {}, ["2020-02 text", "2020-03 sentence"]),
    ("6月8日と9日。", SITTING, ["2024-06-08 document", "2024-06-09 sentence"]),
    ("2021年3月に、同年度の予算。", {}, ["2021-03 text", "2020-04/2021-03 sentence"]),
    # words that count from the document's date
    ("昨年十一月、来年、先月、今月五日、本日、昨日。", SITTING,
     ["2023-11 document", "2025 document", "2024-06 document", "2024-07-05 document",
      "2024-07-30 document", "2024-07-29 document"]),
    ("今週、来週火曜日、先週の二十三日。", SITTING,
     ["2024-07-29/2024-08-04 document", "2024-08-06 document", "2024-07-23 document"]),
    ("今年度、昨夏、今世紀。", {"date": "2024-02-01"},
     ["2023-04/2024-03 document", "2023-22 document", "20XX document"]),
    ("去る二十日の会合。", SITTING, ["2024-07-20 document"]),
    ("昨年十一月のこと。", {}, ["XXXX-11 "]),
    ("本日の議題。", {}, [" "]),
    # short years take the era or the century that the text tells of
    ("平成22年の調査。23年2月にも。", {}, ["2010 text", "2011-02 paragraph"]),
    ("2008年の調査。10年2月にも。", {}, ["2008 text", "2010-02 paragraph"]),
    ("令和5年に、九七年三月の合意。", {}, ["2023 text", "1997-03 text"]),
    ("23年2月のこと。", {}, ["XXXX-02 "]),
    # a month planned that was over in the document's year is the next one's
    ("総選挙のため、1月に延期いたします。", {"date": "2009-12-05"}, ["2010-01 document"]),
    ("3月に開催の予定です。5月に訪れた。", {"date": "2009-12-05"},
     ["2010-03 document", "2009-05 document"]),
    ("1月に延期いたします。3月に開催の予定です。", {"date": "2009-12-05"},
     ["2010-01 document", "2010-03 document"]),
    ("3月に開催の予定です。", {"date": "2009-02-05"}, ["2009-03 document"]),
    ("3月に開催の予定であった。", {"date": "2009-12-05"}, ["2009-03 document"]),
    # of the era counted in before, or of the century, by the year told last
    ("平成24年に。12月に訪れた。25年5月に。", {"date": "2013-06"},
     ["2012 text", "2012-12 paragraph", "2013-05 paragraph"]),
    ("平成24年に、2013年に。# 次\n25年5月に。", {"date": "2013-06"},
     ["2012 text", "2013 text", "2013-05 section"]),
    ("平成21年の調査。10年2月にも。", {}, ["2009 text", "2010-02 paragraph"]),
    ("平成24年に、2024年に。25年5月に。", {"date": "2025-06"},
     ["2012 text", "2024 text", "2025-05 paragraph"]),
    ("22（令和4）年6月に。", {}, ["2022-06 text"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "report", "expected"), RESOLVED)
def test_values_that_the_text_decides(
    dates: Find, text: str, report: dict[str, str], expected: list[str]
) -> None:
    assert [f"{m.value} {m.basis}" for m in dates(text, **report)] == expected
