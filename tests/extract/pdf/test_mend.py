"""Characters: what is mended, and what stays as it is printed."""

import pytest

from pipeline.extract.pdf.mend import is_private, mend, radicals, with_sound_mark

CHARACTERS = [
    ("⽇", "日"),  # a Kangxi radical
    ("⼯", "工"),
    ("⻑", "長"),  # radicals of the supplement, which NFKC leaves alone
    ("⺠", "民"),
    ("⻄", "西"),
    ("⻯", "竜"),
    ("⼾", "戸"),  # the Japanese form, not NFKC's 戶
    ("⿊", "黒"),
    ("ｱ", "ア"),  # half-width kana and punctuation
    ("｡", "。"),
    ("｢", "「"),
    ("︵", "（"),  # forms for vertical writing
    ("﹁", "「"),
    ("︒", "。"),
    ("ﬁ", "fi"),  # a ligature
    ("\x00", ""),  # no characters at all
    ("\u200b", ""),
    ("\ufeff", ""),
    ("\u00ad", ""),
    ("\ue000", ""),
    ("\U000e0100", ""),  # a variation selector
    ("２", "２"),  # no NFKC: full-width digits and brackets stay
    ("（", "（"),
    ("①", "①"),
    ("㎞", "㎞"),
    ("々", "々"),
    ("A", "A"),
    ("～", "～"),
]


@pytest.mark.parametrize(("char", "expected"), CHARACTERS)
def test_mend(char: str, expected: str) -> None:
    assert mend(char) == expected


def test_no_radical_stays_a_radical() -> None:
    for radical, kanji in radicals().items():
        assert not "\u2e80" <= kanji < "\u2fe0", radical


@pytest.mark.parametrize(
    ("kana", "mark", "expected"),
    [
        ("ハ", "\uff9e", "バ"),
        ("ハ", "\uff9f", "パ"),
        ("ウ", "\uff9e", "ヴ"),
        ("ア", "\uff9e", None),
    ],
)
def test_sound_marks(kana: str, mark: str, expected: str | None) -> None:
    assert with_sound_mark(kana, mark) == expected


def test_private_characters() -> None:
    assert is_private("\uf0b7")
    assert not is_private("・")
