"""PDFs read by hokoku and by what else there is: how much of the text survives, at what cost.

    python -m benchmarks.extraction

Every reader reads the set PDFs of tests/pdfs and, where they are, the reports of ../shared that
have a truth beside them. Each runs in a process of its own, so that its memory is its own.
`joined` counts sentences after all line breaks have been taken out, which no reader of sentences
could do without joining headings to paragraphs.
"""

import re
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from difflib import SequenceMatcher
from multiprocessing import get_context
from pathlib import Path
from typing import ParamSpec, TypeVar

import pdfplumber
import pypdfium2
from pdfminer.high_level import extract_text

from benchmarks.memory import peak, resident
from pipeline.extract.pdf import read_pdf
from pipeline.report import BlockKind, Media, Report
from pipeline.settings import load_settings

P = ParamSpec("P")
T = TypeVar("T")

ROOT = Path(__file__).parents[1]
SET = ROOT / "tests" / "pdfs"
REAL = ROOT.parent / "shared" / "reports"

# Sentences of the reports' truths that are shorter say little (and can be there by chance).
_SHORTEST = 15
# Longer texts are compared a stretch at a time: the comparison takes the square of their length.
_STRETCH = 3000


@dataclass(frozen=True, slots=True)
class Score:
    """How one file came out; `seconds` of the processor for a page."""

    similarity: float
    whole: float
    joined: float
    seconds: float


def hokoku(source: Path) -> str:
    """The reading text without the labels of figures."""
    report = Report(source.stem, str(source), Media.PDF, "")
    read_pdf(source, report, load_settings().extract)
    kept = [block for block in report.blocks if block.kind is not BlockKind.CHART]
    return "\n".join(report.text[block.start : block.end] for block in kept)


def plain_pdfplumber(source: Path) -> str:
    """`page.extract_text()`."""
    return _pdfplumber(source, use_text_flow=False)


def text_flow(source: Path) -> str:
    """`page.extract_text(use_text_flow=True)`: in the order of the stream."""
    return _pdfplumber(source, use_text_flow=True)


def _pdfplumber(source: Path, use_text_flow: bool) -> str:
    texts = []
    with pdfplumber.open(source, password="") as pdf:
        for page in pdf.pages:
            texts.append(page.extract_text(use_text_flow=use_text_flow))
            page.close()
    return "\n".join(texts)


def pdfium(source: Path) -> str:
    """pypdfium2's text of each page."""
    with pypdfium2.PdfDocument(source, password="") as pdf:
        return "\n".join(page.get_textpage().get_text_bounded() for page in pdf)


def pdfminer_layout(source: Path) -> str:
    """pdfminer.six with its own analysis of layout."""
    return extract_text(source, password="")


READERS: dict[str, Callable[[Path], str]] = {
    "hokoku": hokoku,
    "pdfplumber": plain_pdfplumber,
    "pdfplumber, text flow": text_flow,
    "pypdfium2": pdfium,
    "pdfminer.six layout": pdfminer_layout,
}


def run() -> str:
    """A Markdown section: a table for the set PDFs and one for the real reports with a truth."""
    parts = ["## Reading PDFs\n"]
    for title, folder, shortest in (("set PDFs", SET, 1), ("real reports", REAL, _SHORTEST)):
        sources = [path for path in sorted(folder.glob("*.pdf")) if _is_measurable(path)]
        if sources:
            parts.append(f"### {len(sources)} {title}\n\n{_table(sources, shortest)}")
    parts.append(f"### A long report\n\n{_long_table()}")
    return "\n".join(parts)


def _long_table() -> str:
    """Memory and time by the number of pages: a set PDF's pages, again and again."""
    lines = ["| pages | reader | MB added | s a page |", "|---|---|---|---|"]
    with tempfile.TemporaryDirectory() as folder:
        for times in (50, 100, 200):
            source = _repeated(SET / "two-columns.pdf", times, Path(folder))
            for name in ("hokoku", "pdfplumber"):
                seconds, added = _alone(_cost, name, source)
                pages = _pages(source)
                lines.append(f"| {pages} | {name} | {added:.0f} | {seconds / pages:.4f} |")
    return "\n".join(lines) + "\n"


def _repeated(source: Path, times: int, folder: Path) -> Path:
    with pypdfium2.PdfDocument(source) as pages, pypdfium2.PdfDocument.new() as long:
        for _ in range(times):
            long.import_pages(pages)
        long.save(folder / f"{times}.pdf")
    return folder / f"{times}.pdf"


def _cost(name: str, source: Path) -> tuple[float, float]:
    """Processor seconds of a reader, and the megabytes that it adds."""
    before, begun = resident(), time.process_time()
    READERS[name](source)
    return time.process_time() - begun, peak() - before


def _table(sources: list[Path], shortest: int) -> str:
    lines = [
        "| reader | similarity | sentences whole | whole, joined | s a page | MB added |",
        "|---|---|---|---|---|---|",
    ]
    for name in READERS:
        scores, added = _alone(measure, name, sources, shortest)
        figures = (
            f"{_mean(s.similarity for s in scores):.4f}",
            f"{_mean(s.whole for s in scores):.3f}",
            f"{_mean(s.joined for s in scores):.3f}",
            f"{statistics.median(s.seconds for s in scores):.4f}",
            f"{added:.0f}",
        )
        lines.append(f"| {name} | {' | '.join(figures)} |")
    return "\n".join(lines) + "\n"


def _is_measurable(source: Path) -> bool:
    """Files with a truth that can be read without a password, OCR, or mending."""
    truth = source.with_suffix(".truth.txt")
    return truth.exists() and bool(truth.read_text("utf-8").strip()) and "user" not in source.stem


def _alone(work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Do it in a process of its own."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(work, *args, **kwargs).result()


def measure(name: str, sources: list[Path], shortest: int) -> tuple[list[Score], float]:
    """The scores of a reader, and the megabytes that it takes at most over what was imported."""
    before = resident()
    READERS[name](sources[0])  # the time of what is loaded only once does not count
    texts, times = [], []
    for source in sources:
        begun = time.process_time()
        texts.append(READERS[name](source))
        times.append((time.process_time() - begun) / _pages(source))
    added = peak() - before
    scores = [
        _score(source.with_suffix(".truth.txt").read_text("utf-8"), text, seconds, shortest)
        for source, text, seconds in zip(sources, texts, times, strict=True)
    ]
    return scores, added


def _pages(source: Path) -> int:
    with pypdfium2.PdfDocument(source, password="") as pdf:
        return len(pdf)


def _score(truth: str, text: str, seconds: float, shortest: int) -> Score:
    wanted = list(_sentences(truth, shortest))
    lines = "\n".join(_bare(line) for line in text.splitlines())
    stream = _bare(text)
    return Score(
        _similarity(_bare(truth), stream),
        sum(sentence in lines for sentence in wanted) / len(wanted),
        sum(sentence in stream for sentence in wanted) / len(wanted),
        seconds,
    )


def _sentences(text: str, shortest: int) -> Iterator[str]:
    for line in text.splitlines():
        for sentence in re.findall(r"[^。]+。?", line):
            if len(_bare(sentence)) >= shortest:
                yield _bare(sentence)


def _bare(text: str) -> str:
    return re.sub(r"\s+", "", text)


def _similarity(truth: str, text: str) -> float:
    """The share of characters that both have in one order, looked for a stretch at a time."""
    same = 0
    for start in range(0, len(truth), _STRETCH):
        part = truth[start : start + _STRETCH]
        middle = start * len(text) // max(len(truth), 1)
        near = text[max(0, middle - _STRETCH) : middle + 2 * _STRETCH]
        blocks = SequenceMatcher(None, part, near, autojunk=False).get_matching_blocks()
        same += sum(block.size for block in blocks)
    return 2 * same / max(len(truth) + len(text), 1)


def _mean(values: Iterator[float]) -> float:
    return statistics.fmean(values)


if __name__ == "__main__":
    print(run())
