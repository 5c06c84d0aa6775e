"""Bold that was struck twice, and sound marks of their own."""

from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.pdf.strikes import once
from tests.extract.pdf.glyphs import glyph, line


def struck(text: str, times: int, apart: float = 0.25) -> str:
    glyphs = [
        glyph(char, place * 10 + strike * apart)
        for place, char in enumerate(text)
        for strike in range(times)
    ]
    return "".join(kept.char for kept in once(glyphs))


def test_numbers_are_collapsed() -> None:
    assert struck("5,013", 2) == "5,013"


def test_four_strikes_are_one() -> None:
    assert struck("森と水", 4) == "森と水"


def test_true_doubles_stay() -> None:
    assert struck("人人々ますます33", 2) == "人人々ますます33"


@given(st.text(alphabet="ますま人々1133林", min_size=1, max_size=20), st.integers(1, 4))
def test_strikes_never_change_the_text(text: str, times: int) -> None:
    assert struck(text, times) == text


def test_narrow_doubles_stay() -> None:
    # the letters of "ll" stand 0.22 em apart
    glyphs = [glyph("l", 0, width=0.22), glyph("l", 2.2, width=0.22)]
    assert len(once(glyphs)) == 2


def test_struck_type_is_another_font() -> None:
    once(glyphs := [glyph("国", 0), glyph("国", 0.3)])
    assert glyphs[0].font != "Mincho"


def test_sound_mark_joins_its_kana() -> None:
    glyphs = [*line("ハ").glyphs, glyph("\uff9e", 10, width=0.5)]
    assert [kept.char for kept in once(glyphs)] == ["バ"]
