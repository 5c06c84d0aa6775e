"""Every date, in every notation that it can be written in, comes back as itself."""

from collections.abc import Iterator
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.edtf import bounds
from pipeline.paths import configs
from pipeline.tag.dates.lexicon import read_date_lexicon
from tests.tag.dates.conftest import Find

ERAS = [e for e in read_date_lexicon(configs() / "lexicon").eras.items() if len(e[0]) == 2]
FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
KANJI = str.maketrans("0123456789", "〇一二三四五六七八九")
WEEKDAYS = "月火水木金土日"

days = st.dates(date(1873, 1, 1), date(2099, 12, 31))


def units(number: int) -> str:
    """2023 → 二千二十三."""
    text = ""
    for size, name in [(1000, "千"), (100, "百"), (10, "十"), (1, "")]:
        count, number = divmod(number, size)
        if count:
            digit = "" if count == 1 and name else str(count).translate(KANJI)
            text += digit + name
    return text


def years(year: int) -> Iterator[str]:
    yield f"{year}年"
    yield f"西暦{year}年"
    yield f"{year}年".translate(FULL_WIDTH)
    yield f"{year}年".translate(KANJI)
    yield f"{units(year)}年"
    for name, era in ERAS:
        count = year - era.first + 1
        if era.year(count) == year:
            yield f"{name}{'元' if count == 1 else count}年"
            yield f"{name}{units(count)}年"
            yield f"{name} {count} 年"
            yield f"{name}{count}（{year}）年"
            yield f"{year}年（{name}{count}年）"
            if name != "明治":
                yield f"{year}（{name}{count}）年"


def notations(day: date) -> Iterator[str]:
    weekday = WEEKDAYS[day.weekday()]
    for year in years(day.year):
        yield f"{year}{day.month}月{day.day}日"
        yield f"{year}{units(day.month)}月{units(day.day)}日"
        yield f"{year} {day.month} 月 {day.day} 日（{weekday}）"
        yield f"{year}{day.month}月{day.day}日({weekday}曜日)".translate(FULL_WIDTH)
    for separator in "./-":
        yield separator.join(map(str, (day.year, day.month, day.day)))
    yield f"{day.year}/{day.month:02}/{day.day:02}({weekday})"
    yield day.isoformat()
    yield f"{day:%B} {day.day}, {day.year}"
    yield f"{day.day} {day:%B} {day.year}"


@given(days)
@settings(max_examples=60, deadline=None)
def test_every_day(dates: Find, day: date) -> None:
    for written in notations(day):
        (found,) = dates(f"会合は、{written}に開かれた。")
        assert (found.value, found.basis) == (day.isoformat(), "text"), written
        assert bounds(found.value) == (day.isoformat(), day.isoformat())


@given(days)
@settings(max_examples=60, deadline=None)
def test_every_year_and_month(dates: Find, day: date) -> None:
    for year in years(day.year):
        told = [m.value for m in dates(f"{year}のこと。")]
        assert told == [str(day.year)] * len(told) and told, year
        assert dates(f"{year}{day.month}月のこと。")[0].value == f"{day:%Y-%m}"
        if "（" not in year:
            fiscal = f"{day.year}-04/{day.year + 1}-03"
            assert dates(f"{year}度のこと。")[0].value == fiscal


@given(days, st.integers(0, 400))
@settings(max_examples=60, deadline=None)
def test_a_range_ends_where_it_ends(dates: Find, first: date, length: int) -> None:
    """The end of a range needs no more than what differs from its beginning."""
    last = first + timedelta(days=length)
    end = f"{last.day}日"
    if (first.year, first.month) != (last.year, last.month):
        end = f"{last.month}月{end}"
    if last > date(first.year + 1, first.month, 1) - timedelta(days=1):
        end = f"{last.year}年{end}"
    begin = f"{first.year}年{first.month}月{first.day}日"
    values = [m.value for m in dates(f"{begin}から{end}まで。")]
    assert values == [first.isoformat(), last.isoformat()]


@given(st.text(alphabet="令和平成年月日度代1２三十百元()（）～-./ 第期末春\n約間歳", max_size=40))
@settings(max_examples=300, deadline=None)
def test_no_text_breaks_it(dates: Find, text: str) -> None:
    """Spans stand in order, apart, inside the text, and have no white space at their edges."""
    end = 0
    for found in dates(text, "2024-07-30"):
        assert end <= found.start < found.end <= len(text)
        assert text[found.start : found.end] == text[found.start : found.end].strip()
        end = found.end
