"""Reads PDFs for the tests, and compares texts by their sentences."""

import re
from pathlib import Path

from pipeline.extract.pdf import read_pdf
from pipeline.report import BlockKind, Media, Report
from pipeline.settings import ExtractSettings, load_settings

PDFS = Path(__file__).parents[2] / "pdfs"


def settings(**changes: object) -> ExtractSettings:
    """The default settings with some changes."""
    return load_settings().extract.model_copy(update=changes)


def read(source: Path, **changes: object) -> Report:
    """The report of a PDF."""
    report = Report(source.stem, str(source), Media.PDF, "")
    return read_pdf(source, report, settings(**changes))


def prose(report: Report) -> str:
    """The reading text without the labels of figures, a line a block."""
    kept = [block for block in report.blocks if block.kind is not BlockKind.CHART]
    return "\n".join(report.text[block.start : block.end] for block in kept)


def bare(text: str) -> str:
    """The text without any white space."""
    return re.sub(r"\s+", "", text)


def sentences(text: str, shortest: int = 1) -> list[str]:
    """The sentences of a text that holds a block a line, without white space."""
    found = [bare(part) for line in text.splitlines() for part in re.findall(r"[^。]+。?", line)]
    return [sentence for sentence in found if len(sentence) >= shortest]


def lost(truth: str, report: Report, shortest: int = 1) -> list[str]:
    """The sentences of the truth that the report does not have whole."""
    lines = "\n".join(bare(line) for line in report.text.splitlines())
    return [sentence for sentence in sentences(truth, shortest) if sentence not in lines]
