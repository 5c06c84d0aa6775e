"""Every value leads back to its source."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.extract.builder import Piece, TextBuilder
from pipeline.glyphs import Glyphs
from pipeline.record.places import Places, plain
from pipeline.report import AsideKind, BlockKind, Media, Report


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("高原 明生", "高原明生"),
        ("日本国際\n\nフォーラム", "日本国際フォーラム"),
        ("令和 5 年", "令和5年"),
        ("Global  Forum\nof Japan", "Global Forum of Japan"),
        ("　勝俣　孝明 ", "勝俣孝明"),
        ("G7 サミット", "G7サミット"),
        ("Владимир Путин", "Владимир Путин"),
    ],
)
def test_plain(text: str, expected: str) -> None:
    assert plain(text) == expected


def _report(source: str, media: Media = Media.TEXT) -> Report:
    """A report of one block; what stands in <> in the source is set aside as ruby."""
    report = Report("test", "test.txt", media, "0" * 64, source_length=len(source))
    builder = TextBuilder(report)
    pieces: list[Piece] = []
    at = 0
    while at < len(source):
        end = source.index(">", at) + 1 if source[at] == "<" else at + 1
        if source[at] == "<":
            builder.aside(AsideKind.RUBY, source[at + 1 : end - 1], 1, (at, end))
        elif source[at].isspace():
            builder.aside(AsideKind.LAYOUT_SPACE, source[at], 1, (at, end))
        else:
            pieces.append(Piece(source[at], at))
        at = end
    builder.block(BlockKind.PARAGRAPH, pieces, page=1)
    return builder.finish()


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("日本\n \nフォーラム", ["日本フォーラム"]),  # layout parts nothing
        ("ムフ<写真>リッディン", ["ムフ", "リッディン"]),  # something else does
    ],
)
def test_pieces(source: str, expected: list[str]) -> None:
    report = _report(source)
    pieces = Places(report).pieces(0, len(report.text))
    assert [report.text[start:end] for start, end in pieces] == expected


def test_markup_parts_no_name() -> None:
    report = _report("金<キム>正恩", Media.HTML)
    assert Places(report).pieces(0, 3) == [(0, 3)]


def test_a_pdf_has_boxes_instead() -> None:
    glyphs = Glyphs("日本", [1, 1], [10, 20], [5, 5], [20, 30], [15, 15])
    report = Report("test", "test.pdf", Media.PDF, "0" * 64, glyphs=glyphs, source_length=2)
    TextBuilder(report).block(BlockKind.PARAGRAPH, [Piece("日本", 0)], page=1)
    report.text = "日本"
    places = Places(report)
    assert places.place(0, 2) == [1, 0, 2, None, None]
    assert places.box(0, 2) == [10, 5, 30, 15]


_PARTS = ["外", "務", "省", " ", "\n", "　", "<かな>", "A"]


@settings(max_examples=200)
@given(
    st.lists(st.sampled_from(["外", "務", "省", " ", "\n", "　", "<かな>", "A"]), min_size=1),
    st.data(),
)
def test_each_piece_is_in_the_source(parts: list[str], data: st.DataObject) -> None:
    source = "".join(parts)
    report = _report(source)
    start = data.draw(st.integers(0, len(report.text)))
    end = data.draw(st.integers(start, len(report.text)))
    places = Places(report)
    pieces = places.pieces(start, end) if start < end else []
    assert "".join(report.text[a:b] for a, b in pieces) == report.text[start:end]
    for a, b in pieces:
        *_, source_start, source_end = places.place(a, b)
        assert isinstance(source_start, int)
        assert isinstance(source_end, int)
        assert "".join(source[source_start:source_end].split()) == report.text[a:b]
