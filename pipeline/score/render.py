"""Scores on the screen and as CSV files."""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import asdict, fields
from itertools import chain
from pathlib import Path

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from pipeline.files import write_whole
from pipeline.label import Label
from pipeline.score.errors import Error
from pipeline.score.evaluate import GINZA, HOKOKU, Scores
from pipeline.score.interval import interval
from pipeline.score.records import SlotScore, total
from pipeline.score.spans import Counts

_LABELS: list[Label | None] = [*Label, None]


def show(scores: Scores, console: Console, folder: Path) -> None:
    """Print the tables a person looks at first."""
    reports = len(scores.counts[HOKOKU, "strict"])
    console.print(_label_table(scores, f"Mentions, strict, {reports} reports"))
    if scores.records:
        console.print(_record_table(scores.records))
    for doc in scores.missing:
        console.print(f"{doc}: has gold but is not among the tables", markup=False)
    console.print(f"errors ({len(scores.errors)}) and figures a report: {folder}/", markup=False)


def _label_table(scores: Scores, title: str) -> Table:
    beside = bool(scores.documents(GINZA, "strict", None))
    table = Table(title=title, title_justify="left", box=SIMPLE_HEAD)
    for column in ("label", "gold", "P", "R", "F1", "95 %", "partial", "values"):
        table.add_column(column, justify="left" if column == "label" else "right", no_wrap=True)
    if beside:
        table.add_column("GiNZA F1", justify="right")
    for label in _LABELS:
        counts = scores.total(HOKOKU, "strict", label)
        low, high = interval(scores.documents(HOKOKU, "strict", label))
        row = [
            label or "all",
            str(counts.gold),
            *(f"{x:.3f}" for x in (counts.precision, counts.recall, counts.f1)),
            f"{low:.3f}–{high:.3f}",
            f"{scores.total(HOKOKU, 'partial', label).f1:.3f}",
            f"{counts.value_share:.3f}" if counts.values else "",
        ]
        if beside:
            row.append(f"{scores.total(GINZA, 'strict', label).f1:.3f}")
        table.add_row(*row)
    return table


def _record_table(records: dict[str, list[SlotScore]]) -> Table:
    table = Table(title="Records", title_justify="left", box=SIMPLE_HEAD)
    for column in ("report", "slot", "gold", "P", "R", "F1"):
        table.add_column(column, justify="left" if column in ("report", "slot") else "right")
    together = {"all": total(chain.from_iterable(records.values()))} if len(records) > 1 else {}
    for doc, slots in (records | together).items():
        for slot in slots:
            figures = (f"{x:.3f}" for x in (slot.precision, slot.recall, slot.f1))
            table.add_row(doc, slot.slot, str(slot.gold), *figures)
    return table


def write(scores: Scores, folder: Path) -> None:
    """Write scores.csv (a row a system, way, report, and label), errors.csv, records.csv."""
    _write_csv(folder / "scores.csv", _score_rows(scores))
    names = [f.name for f in fields(Error)]
    _write_csv(folder / "errors.csv", (asdict(e) for e in scores.errors), names)
    if scores.records:
        _write_csv(folder / "records.csv", _record_rows(scores.records))


def _record_rows(records: dict[str, list[SlotScore]]) -> Iterator[dict[str, object]]:
    for doc, slots in records.items():
        for slot in slots:
            yield {"doc": doc} | asdict(slot) | {"errors": "; ".join(slot.errors)}


def _score_rows(scores: Scores) -> Iterator[dict[str, object]]:
    for (system, way), documents in scores.counts.items():
        for label in _LABELS:
            yield _score_row(system, way, "", label, scores.total(system, way, label))
        for doc, labels in documents.items():
            for label, counts in labels.items():
                yield _score_row(system, way, doc, label, counts)
            yield _score_row(system, way, doc, None, sum(labels.values(), Counts()))


def _score_row(
    system: str, way: str, doc: str, label: Label | None, counts: Counts
) -> dict[str, object]:
    return {
        "system": system,
        "match": way,
        "doc": doc,
        "label": label or "all",
        "right": counts.right,
        "found": counts.found,
        "gold": counts.gold,
        "precision": round(counts.precision, 4),
        "recall": round(counts.recall, 4),
        "f1": round(counts.f1, 4),
        "values": counts.values,
        "values_right": counts.values_right,
    }


def _write_csv(
    path: Path, rows: Iterable[dict[str, object]], names: list[str] | None = None
) -> None:
    listed = list(rows)
    out = io.StringIO()
    writer = csv.DictWriter(out, names or list(listed[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(listed)
    write_whole(path, out.getvalue().encode("utf-8-sig"))
