import pytest

from pipeline.ner.features import script


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("外務省", "漢漢漢"),
        ("ロシア連邦", "カカカ漢漢"),  # two scripts
        ("クルバングル", "カカカカ"),  # runs are cut at four
        ("・", "・"),  # the dot inside foreign names is no katakana
        ("G7", "A9"),
        ("ＥＵ", "AA"),  # full width as half width
        ("２０２３", "9999"),
        ("佐々木", "漢漢漢"),  # 々 is as good as a kanji
        ("コーカサス", "カカカカ"),  # ー is katakana
        ("（", "（"),  # marks stand for themselves
    ],
)
def test_script(word: str, expected: str) -> None:
    assert script(word) == expected
