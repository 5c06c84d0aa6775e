"""Which encoding a file is in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.decode import decode, plausibility

SENTENCE = "外務大臣は、令和6年3月14日、キルギスのジャパロフ大統領と会談した。\r\n"

ENCODINGS = [
    "utf-8",
    "utf-8-sig",
    "utf-16",  # with a byte order mark
    "utf-16-le",  # without
    "utf-16-be",
    "cp932",
    "euc_jp",
    "iso2022_jp",
]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_the_encoding_is_told_and_carriage_returns_stay(encoding: str) -> None:
    decoded = decode(SENTENCE.encode(encoding))
    assert (decoded.text, decoded.encoding, decoded.bad) == (SENTENCE, encoding, [])


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("外務省", "cp932"),  # three kanji are enough
        ("外務省", "euc_jp"),
        ("①は㈱である", "cp932"),  # NEC's own characters
        ("ｶﾅで書く報告", "cp932"),  # half-width kana in CP932 are no sign of a wrong encoding
        ("ロシア・ベラルーシ", "euc_jp"),  # nothing but katakana
        ("〜と−と髙﨑", "cp932"),
        ("Strategic Arms Reduction", "utf-8"),  # ASCII
    ],
)
def test_short_texts(text: str, encoding: str) -> None:
    raw = text.encode(encoding, "ignore")
    assert decode(raw).text == raw.decode(encoding)


@pytest.mark.parametrize(
    ("data", "encoding", "bad"),
    [
        (SENTENCE.encode()[:18] + b"\xff" + SENTENCE.encode()[18:], "utf-8", [18]),
        (SENTENCE.encode("euc_jp") + b"\xff", "euc_jp", [len(SENTENCE.encode("euc_jp"))]),
        (b"\xef\xbb\xbf\xe5\xa4\x96\xfe\xe5\x8b\x99", "utf-8-sig", [6]),  # the mark's bytes count
    ],
)
def test_bad_bytes_are_named_by_offset_and_stay_visible(
    data: bytes, encoding: str, bad: list[int]
) -> None:
    decoded = decode(data)
    assert (decoded.encoding, decoded.bad) == (encoding, bad)
    assert decoded.text.count("\ufffd") == len(bad)


def test_a_declaration_is_believed_only_if_it_is_true() -> None:
    assert decode("報告".encode("euc_jp"), "EUC-JP").encoding == "euc_jp"
    assert decode(SENTENCE.encode(), "Shift_JIS").text == SENTENCE
    assert decode("①".encode("cp932"), "Shift_JIS").text == "①"  # CP932 by its old name
    assert decode(SENTENCE.encode(), "x-nobody-knows").encoding == "utf-8"


def test_seven_bit_with_characters_that_the_codecs_refuse() -> None:
    """CP50220: NEC's ① in JIS's own plane, and half-width kana."""
    data = b"\x1b$B-!30L3>J\x1b(B 2024 \x1b(I6E\x1b(B\r\n"
    assert decode(data) == ("①外務省 2024 ｶﾅ\r\n", "iso2022_jp", [])


def test_the_wrong_encoding_looks_less_japanese() -> None:
    as_cp932 = SENTENCE.encode("euc_jp").decode("cp932", "replace")
    assert plausibility(as_cp932) < 0.3 < plausibility(SENTENCE)


@given(st.binary(max_size=300))
def test_any_bytes_become_text_and_none_are_dropped(data: bytes) -> None:
    decoded = decode(data)
    assert all(0 <= offset < len(data) for offset in decoded.bad)
    assert (
        bool(decoded.text)
        or data in {b"", *(m for m in (b"\xff\xfe", b"\xfe\xff"))}
        or (decoded.encoding in {"utf-8-sig", "utf-16", "utf-32", "iso2022_jp"})
    )
