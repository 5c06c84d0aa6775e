"""Blocks too long for Sudachi are cut."""

from hypothesis import given
from hypothesis import strategies as st

from pipeline.segment.pieces import pieces


def _cut(text: str, max_bytes: int) -> list[str]:
    return [text[a:b] for a, b in pieces(text, max_bytes)]


def test_cuts_fall_between_sentences() -> None:
    assert _cut("あいう。かき。さ。", 15) == ["あいう。", "かき。さ。"]


def test_a_sentence_too_long_by_itself_is_cut_after_a_comma() -> None:
    assert _cut("ああ、いいい、う。", 20) == ["ああ、", "いいい、", "う。"]


def test_without_a_comma_it_is_cut_anywhere() -> None:
    assert _cut("あ" * 7, 12) == ["あああ", "あああ", "あ"]


@given(st.text(alphabet="日本a。、「」 𠮟", max_size=200), st.integers(8, 90))
def test_pieces_make_up_the_text_and_fit(text: str, max_bytes: int) -> None:
    cut = _cut(text, max_bytes)
    assert "".join(cut) == text
    assert all(len(piece.encode()) <= max_bytes for piece in cut)
