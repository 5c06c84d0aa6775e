"""Every value in mentions.csv leads back to its place in the source, over all reports here."""

import csv
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pdfplumber
import pytest

from pipeline.chain import run
from pipeline.report import load_report
from pipeline.settings import load_settings
from tests.conftest import SHARED

ROOT = Path(__file__).parents[1]
PDFS = ("two-columns", "zones", "ruby", "footnotes", "tables", "across", "running-heads")
_TAG = re.compile(r"<rt\b.*?</rt>|<[^<>]*>", re.DOTALL)


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables of the specimens, set PDFs, and the labelled reports, where those are here."""
    folder: Path = tmp_path_factory.mktemp("grounding") / "out"
    places = [ROOT / "raw", *(ROOT / f"tests/pdfs/{name}.pdf" for name in PDFS)]
    places += [SHARED / "labelled"] if SHARED.is_dir() else []
    settings = load_settings()
    update = {
        "run": settings.run.model_copy(update={"workers": 1}),
        "segment": settings.segment.model_copy(update={"ner": "none"}),
    }
    assert run(places, folder, settings.model_copy(update=update)).failed == {}
    return folder


def _by_doc(output: Path, place: str) -> dict[str, list[dict[str, str]]]:
    """The rows of mentions.csv that have the cell `place`, by report."""
    with (output / "4-records/mentions.csv").open(encoding="utf-8-sig", newline="") as file:
        found: dict[str, list[dict[str, str]]] = {}
        for row in csv.DictReader(file):
            if row[place]:
                found.setdefault(row["doc"], []).append(row)
    return found


def _bare(text: str) -> str:
    return "".join(text.split())


def test_mentions_of_text_stand_in_the_decoded_source(output: Path) -> None:
    checked = 0
    for doc, rows in _by_doc(output, "source_start").items():
        report = load_report(output / "1-text" / f"{doc}.json")
        source = Path(report.source).read_bytes().decode(report.encoding)
        for row in rows:
            there = source[int(row["source_start"]) : int(row["source_end"])]
            assert _bare(row["text"]) in (_bare(there), _bare(_TAG.sub("", there))), row
            checked += 1
    assert checked > 200


def test_the_boxes_of_a_pdf_hold_the_characters(output: Path) -> None:
    checked = 0
    for doc, rows in _by_doc(output, "x0").items():
        report = load_report(output / "1-text" / f"{doc}.json")
        with pdfplumber.open(report.source) as pdf:
            drawn = [page.chars for page in pdf.pages]
        for row in rows:
            page = int(row["page"])
            stretch = range(int(row["start"]), int(row["end"]))
            here = "".join(report.text[at] for at in stretch if report.page_at(at) == page)
            assert not Counter(_bare(here)) - _inside(drawn[page - 1], row), row
            checked += 1
    assert checked > 200


def _inside(drawn: list[dict[str, Any]], box: dict[str, str]) -> Counter[str]:
    """The characters drawn with their middle in the box."""
    x0, top, x1, bottom = (float(box[edge]) for edge in ("x0", "top", "x1", "bottom"))
    return Counter(
        c["text"]
        for c in drawn
        if x0 <= (c["x0"] + c["x1"]) / 2 <= x1 and top <= (c["top"] + c["bottom"]) / 2 <= bottom
    )
