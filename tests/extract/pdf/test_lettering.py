"""Lettering: a title drawn as curves is told, and read where OCR is on."""

from pathlib import Path

import pytest

from pipeline.extract.pdf import ocr
from pipeline.report import BlockKind, Status
from tests.extract.pdf.reading import PDFS, read
from tests.typeset.fonts import MissingFontsError
from tests.typeset.layouts.unreadable import lettered
from tests.typeset.press import print_pages
from tests.typeset.source import read_story

with_ocr = pytest.mark.skipif(bool(ocr.why_not()), reason=f"no OCR here: {ocr.why_not()}")


def test_a_small_share_is_told_and_the_report_is_whole() -> None:
    report = read(PDFS / "lettering.pdf")
    assert report.status is Status.OK
    (problem,) = report.problems
    assert str(problem) == "outlines@1"
    assert "some 5 characters as outlines (at 71,63 to 141,76)" in problem.detail
    assert "extract.ocr" in problem.detail


@with_ocr
def test_ocr_reads_just_the_title() -> None:
    report = read(PDFS / "lettering.pdf", ocr=True, page_seconds=120.0)
    assert report.text.startswith("図書館の夜\n１．夜間の開館\n")
    assert report.blocks[0].kind is BlockKind.HEADING
    assert [problem.code for problem in report.problems] == ["ocr"]
    box = report.box(0, 5)
    assert box is not None
    assert [round(edge) for edge in box[1:]] == [71, 63, 141, 76]


@with_ocr
@pytest.mark.parametrize("turn", [90, 180, 270])
def test_the_title_of_a_turned_page(turn: int, tmp_path: Path) -> None:
    source = tmp_path / "turned.pdf"
    try:
        pages = lettered(read_story("lettering"))
    except MissingFontsError as missing:
        pytest.skip(str(missing))
    for page in pages:
        page.rotation, page.told = turn, False
    source.write_bytes(print_pages(pages, "turned"))
    report = read(source, ocr=True, page_seconds=120.0)
    assert report.text.startswith("図書館の夜\n")


@with_ocr
def test_what_ocr_is_not_sure_of_is_no_text(monkeypatch: pytest.MonkeyPatch) -> None:
    doubtful = [ocr.Word("四書食", 0, 0, 30, 10, (1, 1, 1), 40.0)]
    monkeypatch.setattr("pipeline.extract.pdf.lettering.read_words", lambda *_: doubtful)
    report = read(PDFS / "lettering.pdf", ocr=True)
    assert report.text.startswith("１．夜間の開館\n")
    assert [str(problem) for problem in report.problems] == ["outlines@1"]
    assert "not sure" in report.problems[0].detail


@with_ocr
def test_tesseract_that_fails_loses_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(*_: object) -> list[ocr.Word]:
        raise RuntimeError("no jpn.traineddata")

    monkeypatch.setattr("pipeline.extract.pdf.lettering.read_words", failing)
    report = read(PDFS / "lettering.pdf", ocr=True)
    assert report.text.startswith("１．夜間の開館\n")
    assert "no jpn.traineddata" in report.problems[0].detail
