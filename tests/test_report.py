"""The way back from the reading text to the source."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.builder import Piece, TextBuilder, unaccounted
from pipeline.report import (
    AsideKind,
    BlockKind,
    Box,
    Glyphs,
    Media,
    Report,
    dump_report,
    load_report,
)


def _cut_name() -> Report:
    """日本国際 and フォーラム on two lines of a source, one word in the text."""
    report = Report("a", "a.txt", Media.TEXT, "", source_length=11)
    builder = TextBuilder(report)
    builder.block(BlockKind.HEADING, [Piece("日本国際", 0)], page=1, level=1)
    builder.aside(AsideKind.LAYOUT_SPACE, "\n\n", 1, (4, 6))
    builder.block(BlockKind.PARAGRAPH, [Piece("フォーラム", 6)], page=2)
    return builder.finish()


def test_offsets_lead_to_the_source() -> None:
    report = _cut_name()
    assert report.text == "日本国際\nフォーラム"
    assert [report.origin(o) for o in (0, 3, 4, 5, 9)] == [0, 3, None, 6, 10]
    assert list(report.stretches(2, 6)) == [(2, range(2, 4)), (5, range(6, 7))]
    assert report.source_span(3, 6) == (3, 7)
    assert report.source_span(4, 5) is None  # the line break that joining put there


def test_blocks_know_page_and_section() -> None:
    report = _cut_name()
    assert [report.page_at(o) for o in (0, 5)] == [1, 2]
    assert [block.section for block in report.blocks] == [-1, 0]


def test_nothing_of_the_source_is_lost() -> None:
    report = _cut_name()
    assert unaccounted(report) == []
    report.asides.clear()
    assert unaccounted(report) == [(4, 6)]


def test_a_box_is_that_of_the_page_where_the_stretch_begins() -> None:
    report = Report("a", "a.pdf", Media.PDF, "", source_length=3)
    report.glyphs = Glyphs("日露米", [1, 1, 2], [10, 20, 5], [5, 5, 7], [20, 30, 15], [15, 16, 17])
    builder = TextBuilder(report)
    builder.block(BlockKind.PARAGRAPH, [Piece("日露米", 0)], page=1)
    builder.finish()
    assert report.box(0, 3) == Box(1, 10, 5, 30, 16)
    assert report.box(2, 3) == Box(2, 5, 7, 15, 17)


def test_a_report_survives_the_disk(tmp_path: Path) -> None:
    report = _cut_name()
    dump_report(report, tmp_path / "new" / "a.json")
    assert load_report(tmp_path / "new" / "a.json") == report


@given(st.lists(st.tuples(st.text("日本a", min_size=1, max_size=4), st.booleans()), max_size=8))
def test_every_character_comes_from_where_it_says(pieces: list[tuple[str, bool]]) -> None:
    source = "".join(text for text, _ in pieces)
    report = Report("a", "a.txt", Media.TEXT, "", source_length=len(source))
    builder, at = TextBuilder(report), 0
    for text, kept in pieces:
        if kept:
            builder.block(BlockKind.PARAGRAPH, [Piece(text, at)], page=1)
        else:
            builder.aside(AsideKind.CONTROL, text, 1, (at, at + len(text)))
        at += len(text)
    builder.finish()
    assert unaccounted(report) == []
    for offset, character in enumerate(report.text):
        origin = report.origin(offset)
        assert source[origin] == character if origin is not None else character == "\n"
