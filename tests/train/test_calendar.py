import re

from pipeline.train.calendar import some_dates


def test_all_kinds_of_dates_come() -> None:
    dates = some_dates(2000)
    for kind in (
        r"\d{4}年\d{1,2}月\d{1,2}日",
        r"[〇一二三四五六七八九]{4}年",  # years digit by digit
        r"(令和|平成|昭和)[一二三四五六七八九十]+年",  # era years with 十
        r"[０-９]{1,2}月[０-９]{1,2}日",
        r"昨年十?[一二]?月",
        r"\d{2}世紀",
        r".*（[月火水木金土日]）",
    ):
        assert any(re.fullmatch(kind, date) for date in dates), kind


def test_they_are_the_same_every_time() -> None:
    assert some_dates(50) == some_dates(50)
