"""Title, date and covered period of a report: given beside it, or found in it."""

from pathlib import Path

from pipeline.extract.metadata.found import find
from pipeline.extract.metadata.sidecar import read_sidecar
from pipeline.report import Problem, Report

__all__ = ["describe"]


def describe(report: Report, source: Path) -> None:
    """Fill in title, date and covers: what the sidecar gives wins over what the report says.

    What a reader has already filled in (an HTML page's title) stands unless the sidecar differs.
    """
    found = find(report)
    given = read_sidecar(source, report.problems)
    report.title = given.title or report.title or found.title
    report.date = given.date or report.date or found.date
    report.covers = given.covers or report.covers or found.covers
    if not report.date and not report.covers and report.text:
        detail = f"no date found; give one in {source.with_suffix('.toml').name}: date = 2024-05-01"
        report.problems.append(Problem("no-date", detail=detail))
