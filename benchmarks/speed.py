"""The whole chain beside plain GiNZA and plain pdfplumber: characters and pages a second."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.measured import SHARED, Measured, measured, say
from benchmarks.tables import same_tables

PDFS = ("gov_cio_dp2020_03", "gov_cio_dp2021_06", "gov_mhlw_tuti_22p", "acad_anlp_sample_6p")


def run() -> str:
    """A Markdown section; all in one run, for the machine may be busy."""
    if not SHARED.is_dir():
        return "## Speed\n\nNot measured: ../shared is not here.\n"
    with tempfile.TemporaryDirectory() as folder:
        return f"{_texts(Path(folder))}\n{_pdfs(Path(folder))}"


def _texts(folder: Path) -> str:
    reports = SHARED / "unlabelled"
    files = sorted(reports.glob("*.txt"))
    characters = sum(len(file.read_text("utf-8")) for file in files)
    say(f"{len(files)} texts, {characters:,} characters: plain GiNZA")
    plain = measured(["-m", "benchmarks.plain", "ginza", reports])
    rows = [_row("plain GiNZA, one thread", characters, plain, plain)]
    for workers in (1, 2):
        say(f"{workers} worker(s)")
        took = measured(_hokoku(reports, folder / str(workers), "--workers", str(workers)))
        rows.append(_row(f"hokoku, {workers} worker(s)", characters, took, plain))
    say("Dask with two workers")
    with _cluster() as address:
        took = measured(_hokoku(reports, folder / "dask", "--cluster", address))
    rows.append(_row("hokoku, Dask with two workers", characters, took, plain, elsewhere=True))
    same = same_tables(folder / "1", folder / "2") and same_tables(folder / "1", folder / "dask")
    return "\n".join(
        [
            "## Whole chain on text reports\n",
            f"{len(files)} minutes of committees, {characters:,} characters; every command with "
            "its start and the loading of its models.\n",
            "| | Seconds | Processor seconds | Characters a second | Times plain | Peak memory |",
            "|---|---|---|---|---|---|",
            *rows,
            f"\nTables of one worker, two workers and Dask: {'alike' if same else 'DIFFERENT'}.\n",
        ]
    )


def _row(
    name: str, amount: int, took: Measured, plain: Measured, *, elsewhere: bool = False
) -> str:
    processor, peak = f"{took.processor:.1f}", f"{took.megabytes:,} MB"
    if elsewhere:  # the workers are no children of the command
        processor = peak = "–"
    return (
        f"| {name} | {took.seconds:.1f} | {processor} | {amount / took.seconds:,.1f} "
        f"| {plain.seconds / took.seconds:.1f} | {peak} |"
    )


def _pdfs(folder: Path) -> str:
    import pdfplumber

    reports = folder / "pdf"
    reports.mkdir()
    pages = 0
    for name in PDFS:
        shutil.copy(SHARED / "reports" / f"{name}.pdf", reports)
        with pdfplumber.open(reports / f"{name}.pdf") as pdf:
            pages += len(pdf.pages)
    say(f"{len(PDFS)} PDFs, {pages} pages")
    plain = measured(["-m", "benchmarks.plain", "pdfplumber", reports])
    rows = [_row("plain pdfplumber, `extract_text()`", pages, plain, plain)]
    for stage in ("extract", "run"):
        for workers in (1, 2):
            say(f"{stage}, {workers} worker(s)")
            output = folder / f"{stage}{workers}"
            command = _hokoku(reports, output, "--workers", str(workers), stage=stage)
            name = f"`hokoku {stage}`, {workers} worker(s)"
            rows.append(_row(name, pages, measured(command), plain))
    return "\n".join(
        [
            "## PDF reports\n",
            f"{len(PDFS)} PDFs, {pages} pages.\n",
            "| | Seconds | Processor seconds | Pages a second | Times plain | Peak memory |",
            "|---|---|---|---|---|---|",
            *rows,
            "",
        ]
    )


def _hokoku(source: Path, output: Path, *options: str, stage: str = "run") -> list[str | Path]:
    return ["-m", "pipeline", stage, source, "--output", output, *options]


@contextmanager
def _cluster() -> Iterator[str]:
    from distributed import LocalCluster

    with LocalCluster(  # type: ignore[no-untyped-call]
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
    ) as cluster:
        yield cluster.scheduler_address


if __name__ == "__main__":
    print(run())
