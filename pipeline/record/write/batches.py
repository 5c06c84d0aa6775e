"""Reports' rows, read and checked a batch at a time."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.record.parts import load_rows
from pipeline.record.tables import COUNTRY_NAMES, OF_A_REPORT, REPORTS, Rows, no_rows
from pipeline.record.write.known import KnownParts
from pipeline.report import Problem, Status

# Rows held in memory at a time, all tables together.
_SIZE = 20_000


@dataclass(slots=True)
class _Part:
    path: Path
    rows: Rows


def checked(parts: Iterable[Path], known: KnownParts, refused: dict[str, str]) -> Iterator[Rows]:
    """The rows of many reports together, a batch at a time.

    Of a report whose rows break the schema only the row in reports.csv stays, as failed; `refused`
    is told its name and the reason. Parts that `known` holds are not checked again.
    """
    for batch in _batches(parts):
        together = _joined(part.rows for part in batch)
        if known.holds(part.path for part in batch) or _reason(together) is None:
            for part in batch:
                known.add(part.path)
            yield together
        else:
            yield _joined(_fitting(part, known, refused) for part in batch)


def _batches(parts: Iterable[Path]) -> Iterator[list[_Part]]:
    batch: list[_Part] = []
    size = 0
    for path in parts:
        rows = load_rows(path)
        batch.append(_Part(path, rows))
        size += sum(map(len, rows.values()))
        if size >= _SIZE:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _reason(rows: Rows) -> str | None:
    """What is wrong with the rows."""
    # With pyarrow, which takes a while to import, and which who only makes rows does not need.
    from pipeline.record.write.check import problems

    return next(problems(rows), None)


def _fitting(part: _Part, known: KnownParts, refused: dict[str, str]) -> Rows:
    reason = _reason(part.rows)
    if reason is None:
        known.add(part.path)
        return part.rows
    report = dict(zip(REPORTS.header, part.rows[REPORTS.name][0], strict=True))
    refused[str(report["doc"])] = reason
    report["status"] = str(Status.FAILED)
    before = [str(report["problems"])] if report["problems"] else []
    report["problems"] = ";".join([*before, str(Problem("bad-rows"))])
    return no_rows() | {REPORTS.name: [list(report.values())]}


def _joined(batch: Iterable[Rows]) -> Rows:
    listed = list(batch)
    together = {t.name: [row for rows in listed for row in rows[t.name]] for t in OF_A_REPORT}
    names = {row[0]: row for row in together[COUNTRY_NAMES.name]}  # the same in many reports
    return together | {COUNTRY_NAMES.name: list(names.values())}
