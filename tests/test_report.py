"""The way back from the reading text to the source."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.builder import Piece, TextBuilder, unaccounted
from pipeline.glyphs import Box, Glyphs
from pipeline.report import (
    AsideKind,
    BlockKind,
    Media,
    Report,
    dump_report,
    fingerprint,
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


def test_the_places_of_a_pdf_are_plain_numbers_on_the_disk(tmp_path: Path) -> None:
    report = Report("a", "a.pdf", Media.PDF, "", glyphs=Glyphs())
    assert report.glyphs is not None
    assert report.glyphs.add("日", 1, (10.12, 700.07, 20.33, 710.5)) == 0
    dump_report(report, tmp_path / "a.json")
    assert '"x0":[10.12],"top":[700.07],"x1":[20.33],"bottom":[710.5]' in (
        tmp_path / "a.json"
    ).read_text("utf-8")
    assert load_report(tmp_path / "a.json") == report
    assert report.glyphs.box([0]) == Box(1, 10.12, 700.07, 20.33, 710.5)


@given(st.lists(st.integers(0, 500_000), max_size=20))
def test_places_survive_to_a_hundredth_of_a_point(hundredths: list[int]) -> None:
    glyphs = Glyphs()
    for place in hundredths:
        glyphs.add("日", 1, (place / 100,) * 4)
    report = Report("a", "a.pdf", Media.PDF, "", glyphs=glyphs)
    with TemporaryDirectory() as folder:
        dump_report(report, Path(folder) / "a.json")
        assert load_report(Path(folder) / "a.json") == report
    assert [glyphs.box([index]).top for index in range(len(hundredths))] == [
        place / 100 for place in hundredths
    ]


def test_a_fingerprint_tells_all_but_the_time() -> None:
    one, other = _cut_name(), _cut_name()
    other.seconds = 5
    assert fingerprint(one) == fingerprint(other)
    other.title = "青書"
    assert fingerprint(one) != fingerprint(other)


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
