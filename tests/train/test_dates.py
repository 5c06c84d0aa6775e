import pytest

from pipeline.label import Label
from pipeline.train.dates import date_stretch


@pytest.mark.parametrize(
    ("date", "rest", "expected"),
    [
        ("2012年頃", "", "2012年"),  # 頃 is outside
        ("2007年11月3日", "", "2007年11月3日"),
        ("昭和22年", "", "昭和22年"),
        ("18世紀後半", "", "18世紀後半"),
        ("1970年代", "", "1970年代"),
        ("翌年", "に", "翌年"),
        ("二〇二二年", "", "二〇二二年"),  # kanji digits
        ("2009年", "間", None),  # a duration, 間 left out by the corpus
    ],
)
def test_dates(date: str, rest: str, expected: str | None) -> None:
    (found,) = date_stretch(date + rest, 0, len(date))
    assert (found.label is Label.DATE) == (expected is not None)
    if expected:
        assert (date + rest)[found.start : found.end] == expected


@pytest.mark.parametrize("duration", ["3年間", "5歳", "20周年", "2日目", "10か月", "近年", "戦後"])
def test_durations_ages_and_vague_words_are_nothing(duration: str) -> None:
    assert date_stretch(duration, 0, len(duration)) == []


@pytest.mark.parametrize("unclear", ["3日", "1年", "江戸時代", "2001年から2005年"])
def test_what_may_be_a_date_is_unknown(unclear: str) -> None:
    (found,) = date_stretch(unclear, 0, len(unclear))
    assert found.label is None
