"""Rare characters of names become common ones, each in its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.spelling import common

# (as written, in common characters)
SPELLINGS = [
    # surnames of officials
    ("髙﨑大臣", "高崎大臣"),
    # outside the Basic Multilingual Plane
    ("𠮷田局長、𡈽井氏", "吉田局長、土井氏"),
    # a second code for one kanji
    ("\ufa10原、\ufa1b岡", "塚原、福岡"),
    # what the dictionary knows, what are other words, and kana stay
    ("渡邊、齋藤、眞鍋、ﾀｶﾊｼ", "渡邊、齋藤、眞鍋、ﾀｶﾊｼ"),
]


@pytest.mark.parametrize(("written", "expected"), SPELLINGS)
def test_common(written: str, expected: str) -> None:
    assert common(written) == expected


@given(st.text())
def test_offsets_stay(text: str) -> None:
    assert len(common(text)) == len(text)
    assert common(common(text)) == common(text)
