"""How fast texts, pages and Word documents are read, and in how much memory."""

import tempfile
import time
from multiprocessing import get_context
from pathlib import Path

import docx

from benchmarks.memory import peak, resident
from pipeline.extract import extract
from pipeline.settings import load_settings

ROOT = Path(__file__).parents[1]
MEGABYTE = 1_000_000
SIZES = (1, 10)


def run() -> str:
    """A Markdown section: processor seconds and added memory by kind and size."""
    rows = ["| File | Size | Characters | Processor time | Memory added |", "|---|---|---|---|---|"]
    with tempfile.TemporaryDirectory() as folder:
        for size in SIZES:
            for file in _files(Path(folder), size * MEGABYTE):
                with get_context("spawn").Pool(1) as pool:  # so that each has its own peak
                    characters, seconds, memory = pool.apply(_measure, (file,))
                rows.append(
                    f"| {file.name} | {file.stat().st_size / MEGABYTE:.1f} MB | {characters:,} "
                    f"| {seconds:.1f} s | {memory:,.0f} MB |"
                )
    return "\n".join(["## Reading texts, pages and Word documents\n", *rows, ""])


def _files(folder: Path, size: int) -> list[Path]:
    """Reports of one size: hard-wrapped minutes, a page, a Word document."""
    minutes = (ROOT / "raw/pacific-dialogue-4.txt").read_bytes()
    page = (ROOT / "raw/press-2023-05-05-africa.html").read_bytes()
    head, body, foot = _parts(page)
    text, html, word = (folder / f"report.{suffix}" for suffix in ("txt", "html", "docx"))
    text.write_bytes(minutes * (size // len(minutes)))
    html.write_bytes(head + body * (size // len(body)) + foot)
    document = docx.Document()
    words = minutes.decode().replace("\f", "").split("\n")
    for line in words * (size // 10 // len(minutes)):
        document.add_paragraph(line)
    document.save(str(word))
    return [text, html, word]


def _parts(page: bytes) -> tuple[bytes, bytes, bytes]:
    """A page up to its main part, that part's inside, and the rest."""
    begin, end = page.index(b">", page.index(b"<main")) + 1, page.index(b"</main>")
    return page[:begin], page[begin:end], page[end:]


def _measure(file: Path) -> tuple[int, float, float]:
    settings = load_settings().extract
    before, begun = resident(), time.process_time()
    report = extract(file, file.stem, settings)
    seconds = time.process_time() - begun
    return len(report.text), seconds, peak() - before


if __name__ == "__main__":
    print(run())
