"""What a PDF tells reads the same as a page of HTML and as a Word document."""

from pathlib import Path

import pytest

from pipeline.report import AsideKind
from tests.extract.reading import asides, blocks, read
from tests.extract.retell import as_docx, as_html

PDFS = Path(__file__).parents[1] / "pdfs"
NAMES = ["one-column", "two-columns", "headings", "footnotes", "ruby", "tables", "across", "zones"]


@pytest.mark.parametrize("name", NAMES)
def test_the_formats_agree(name: str, tmp_path: Path) -> None:
    told = read(PDFS / f"{name}.pdf")
    as_html(told, tmp_path / "a.html")
    as_docx(told, tmp_path / "a.docx")
    for file in ("a.html", "a.docx"):
        again = read(tmp_path / file)
        assert again.text == told.text
        assert blocks(again) == blocks(told)
        assert [t.rows for t in again.tables] == [t.rows for t in told.tables]
        for kind in (AsideKind.RUBY, AsideKind.FOOTNOTE_MARK):
            assert asides(again, kind) == asides(told, kind)
