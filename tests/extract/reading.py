"""Reads a text, a page, or a file for a test."""

from collections.abc import Iterator
from pathlib import Path

from pipeline.extract import extract
from pipeline.report import AsideKind, BlockKind, Report
from pipeline.settings import load_settings

SAMPLES = Path(__file__).parent / "samples"


def read(source: Path, doc: str = "") -> Report:
    return extract(source, doc or source.stem, load_settings().extract)


def read_text(text: str, folder: Path, name: str = "report.txt") -> Report:
    """A text as a file on disk has it, read."""
    source = folder / name
    source.write_bytes(text.encode())
    return read(source)


def blocks(report: Report) -> list[tuple[BlockKind, str]]:
    return [(block.kind, report.text[block.start : block.end]) for block in report.blocks]


def texts(report: Report, kind: BlockKind) -> list[str]:
    return [text for found, text in blocks(report) if found is kind]


def asides(report: Report, kind: AsideKind) -> list[str]:
    return [aside.text for aside in report.asides if aside.kind is kind]


def wrongly_mapped(report: Report, source: str) -> Iterator[tuple[int, str, str]]:
    """Characters of the reading text that are not the source's where they say they are from."""
    for start, origin, length in report.source_map:
        for offset in range(length):
            here, there = report.text[start + offset], source[origin + offset]
            if here != there and not (here.isspace() and there.isspace()):
                yield start + offset, here, there


def words_set_aside(report: Report) -> str:
    """The letters and digits that left the text as layout spaces: there should be none."""
    return "".join(t for t in asides(report, AsideKind.LAYOUT_SPACE) if not t.isspace())
