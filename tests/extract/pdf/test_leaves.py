"""Pages that are folded up between the passes over a report are what they were."""

import gc
import tracemalloc
from pathlib import Path

import pypdfium2
import pytest

from pipeline.extract.pdf import leaves
from pipeline.extract.pdf.leaves import Leaf, Leaves
from pipeline.report import Report
from tests.extract.pdf.reading import PDFS, read
from tests.extract.pdf.test_heads import sheet


def test_what_a_step_changes_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(leaves, "_LAID_OUT", 1)
    pages = Leaves()
    for number in (1, 2, 3):
        pages.add(Leaf(sheet(number)))

    def first_line(leaf: Leaf) -> str:
        return leaf.sheet.lines.pop(0).text

    assert [text[:2] for text in pages.each(first_line)] == ["際連", "連合", "合は"]
    assert [len(leaf.sheet.lines) for leaf in pages.last()] == [29, 29, 29]


@pytest.mark.parametrize("name", ["ruby", "footnotes", "table", "two-columns", "vertical"])
def test_a_report_reads_the_same_folded_up(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    laid_out = read(PDFS / f"{name}.pdf")
    monkeypatch.setattr(leaves, "_LAID_OUT", 0)
    assert read(PDFS / f"{name}.pdf") == laid_out


def _long(times: int, folder: Path) -> Path:
    source = folder / f"{times}.pdf"
    with (
        pypdfium2.PdfDocument(PDFS / "one-column.pdf") as pages,
        pypdfium2.PdfDocument.new() as long,
    ):
        for _ in range(times):
            long.import_pages(pages, [0])
        long.save(source)
    return source


def _kept(source: Path) -> tuple[Report, int]:
    """The report, and the bytes that it takes."""
    tracemalloc.start()
    report = read(source)
    gc.collect()
    taken, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return report, taken


def test_a_glyph_of_a_report_takes_few_bytes(tmp_path: Path) -> None:
    read(PDFS / "one-column.pdf")  # what is loaded only once does not count
    (short, few), (long, many) = (_kept(_long(times, tmp_path)) for times in (2, 12))
    assert short.glyphs and long.glyphs
    glyphs = len(long.glyphs.text) - len(short.glyphs.text)
    assert (many - few) / glyphs < 60  # 22 are its place and itself
