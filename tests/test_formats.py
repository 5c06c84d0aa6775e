"""One content as PDF, as a page of HTML, and as a Word document gives the same mentions."""

import shutil
import sqlite3
from pathlib import Path

from pipeline.chain import run
from pipeline.settings import load_settings
from tests.extract.reading import read
from tests.extract.retell import as_docx, as_html

YEARBOOK = Path(__file__).parents[1] / "raw/southeast-asia-2023.pdf"
METADATA = 'title = "東南アジア"\ndate = "2024"\ncovers = "2023"\n'


def test_the_same_mentions(tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    told = read(YEARBOOK)
    shutil.copy(YEARBOOK, raw / "pdf.pdf")
    as_html(told, raw / "html.html")
    as_docx(told, raw / "docx.docx")
    for name in ("pdf", "html", "docx"):
        (raw / f"{name}.toml").write_text(METADATA, "utf-8")
    settings = load_settings()
    alone = settings.run.model_copy(update={"workers": 1})
    assert run([raw], tmp_path / "out", settings.model_copy(update={"run": alone})).failed == {}
    connection = sqlite3.connect(tmp_path / "out/4-records/records.sqlite")
    query = (
        "SELECT start, end, label, text, value, score FROM mentions WHERE doc = ? ORDER BY mention"
    )
    pdf, html, docx = (
        connection.execute(query, (doc,)).fetchall() for doc in ("pdf", "html", "docx")
    )
    assert len(pdf) > 150
    assert html == pdf
    assert docx == pdf
