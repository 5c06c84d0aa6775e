"""Pages that are read by several processes make the same report."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import pytest

from pipeline.extract.pdf import read_pdf, spread
from pipeline.extract.pdf.spread import Pages, Read
from pipeline.report import Media, Report
from tests.extract.pdf.reading import PDFS, read, settings

Work = Callable[[Pages], list[Read]]


def by_processes(work: Work, portions: Sequence[Pages]) -> Iterator[list[Read]]:
    with ProcessPoolExecutor(2, get_context("fork")) as pool:
        yield from pool.map(work, portions)


def backwards(work: Work, portions: Sequence[Pages]) -> Iterator[list[Read]]:
    return map(work, reversed(portions))


def losing_some(work: Work, portions: Sequence[Pages]) -> Iterator[list[Read]]:
    return map(work, portions[1::2])


def losing_all(work: Work, portions: Sequence[Pages]) -> list[list[Read]]:
    return []


@pytest.mark.parametrize("way", [by_processes, backwards, losing_some, losing_all])
@pytest.mark.parametrize("name", ["running-heads", "footnotes"])
def test_the_same_report_comes_out(
    name: str, way: spread.Spread, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = PDFS / f"{name}.pdf"
    monkeypatch.setattr(spread, "_WORTH", 2)
    monkeypatch.setattr(spread, "_PORTION", 1)
    together = read_pdf(source, Report(name, str(source), Media.PDF, ""), settings(), way)
    assert len(together.pages) > 1
    assert together == read(source)


def test_a_short_report_is_not_spread() -> None:
    def refuse(work: Work, portions: Sequence[Pages]) -> list[list[Read]]:
        raise AssertionError

    source = PDFS / "two-columns.pdf"
    assert read_pdf(source, Report("a", str(source), Media.PDF, ""), settings(), refuse).text
