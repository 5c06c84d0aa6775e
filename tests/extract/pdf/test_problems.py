"""What cannot be read is said, with what to do; nothing raises."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from pdfplumber.page import Page
from reportlab.pdfgen.canvas import Canvas

from pipeline.extract.builder import unaccounted
from pipeline.extract.pdf import ocr
from pipeline.extract.pdf.columns import Float
from pipeline.extract.pdf.glyphs import Drawn, Ink
from pipeline.extract.pdf.sheet import Sheet, lay_out
from pipeline.extract.pdf.tables import take_tables
from pipeline.report import Status
from tests.extract.pdf.reading import PDFS, read


def test_a_file_cut_short(tmp_path: Path) -> None:
    source = tmp_path / "report.pdf"
    source.write_bytes(b"%PDF-1.7\n1 0 obj\n")
    report = read(source)
    assert report.status is Status.FAILED
    assert [problem.code for problem in report.problems] == ["damaged"]
    assert "qpdf" in report.problems[0].detail


def test_no_password() -> None:
    report = read(PDFS / "encrypted-user.pdf", passwords=["wrong"])
    assert report.status is Status.FAILED
    assert report.problems[0].code == "needs-password"
    assert "--password" in report.problems[0].detail


def test_a_page_that_takes_too_long_is_left_out() -> None:
    report = read(PDFS / "slow-page.pdf", page_seconds=0.01)
    assert {problem.code for problem in report.problems} == {"slow-page"}
    left_out = {problem.page for problem in report.problems}
    assert left_out.isdisjoint(block.page for block in report.blocks)
    assert "page_seconds" in report.problems[0].detail


def test_the_limit_holds_for_all_the_work_on_a_page(monkeypatch: pytest.MonkeyPatch) -> None:
    def endless(sheet: Sheet) -> list[Float]:
        while sheet.number == 1:
            pass
        return take_tables(sheet)

    monkeypatch.setattr("pipeline.extract.pdf.reader.take_tables", endless)
    report = read(PDFS / "two-columns.pdf", page_seconds=1.0)
    assert [str(problem) for problem in report.problems] == ["slow-page@1"]
    assert {block.page for block in report.blocks} == {2}
    assert unaccounted(report) == []


def test_a_page_whose_layout_fails_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(sheet: Sheet) -> list[Float]:
        if sheet.number == 1:
            raise IndexError("no such row")
        return take_tables(sheet)

    monkeypatch.setattr("pipeline.extract.pdf.reader.take_tables", failing)
    report = read(PDFS / "two-columns.pdf")
    assert [str(problem) for problem in report.problems] == ["damaged@1"]
    assert {block.page for block in report.blocks} == {2}


def test_a_page_that_breaks_the_parser_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(drawn: Sequence[Drawn], ink: Ink, page: Page, number: int) -> Sheet:
        if number == 1:
            raise KeyError("Font")
        return lay_out(drawn, ink, page, number)

    monkeypatch.setattr("pipeline.extract.pdf.pages.lay_out", broken)
    report = read(PDFS / "two-columns.pdf")
    assert report.status is Status.PARTIAL
    assert [str(problem) for problem in report.problems] == ["damaged@1"]
    assert report.glyphs is not None
    assert set(report.glyphs.page) == {2}  # nothing of the broken page is left
    assert len(report.glyphs.text) == len(report.glyphs.page) == report.source_length


def test_ocr_that_is_not_installed_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda _: None)
    report = read(PDFS / "scanned.pdf", ocr=True)
    assert report.status is Status.FAILED
    assert "apt-get install tesseract-ocr" in report.problems[0].detail


@pytest.mark.skipif(bool(ocr.why_not()), reason=f"no OCR here: {ocr.why_not()}")
def test_ocr_reads_and_says_so() -> None:
    report = read(PDFS / "outlined.pdf", ocr=True, page_seconds=120.0)
    assert "平和国家" in report.text
    assert [problem.code for problem in report.problems] == ["ocr"]
    assert report.pages[0].ocr_confidence > 50
    assert report.status is Status.OK


def test_what_stands_outside_the_page_is_not_read(tmp_path: Path) -> None:
    source = tmp_path / "cropped.pdf"
    canvas = Canvas(str(source), pagesize=(400, 400), cropBox=(50, 50, 350, 350))
    canvas.drawString(100, 200, "On the page")
    canvas.drawString(5, 385, "a.indd 3")
    canvas.save()
    report = read(source)
    assert report.text == "On the page"
    assert "a.indd" in "".join(aside.text for aside in report.asides)


def test_a_crop_box_beside_the_text_is_not_heeded(tmp_path: Path) -> None:
    source = tmp_path / "cropped.pdf"
    canvas = Canvas(str(source), pagesize=(400, 400), cropBox=(300, 300, 350, 350))
    canvas.drawString(50, 200, "On the page")
    canvas.save()
    assert read(source).text == "On the page"
