"""Measures every report that has gold, hokoku beside plain GiNZA."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.label import Label
from pipeline.paths import Rooms
from pipeline.report import Report, load_report
from pipeline.score.baseline import PlainGinza
from pipeline.score.errors import Error, errors
from pipeline.score.found import Yardstick, found_records, found_spans
from pipeline.score.gold import GoldError, Span, check_against, gold_docs, read_gold
from pipeline.score.records import SlotScore, score_records
from pipeline.score.spans import Counts, partial, strict
from pipeline.settings import Settings

HOKOKU, GINZA = "hokoku", "ginza"


@dataclass(slots=True)
class Scores:
    """Counts by system, way of matching, report, and label; errors; records by slot."""

    counts: dict[tuple[str, str], dict[str, dict[Label, Counts]]] = field(default_factory=dict)
    errors: list[Error] = field(default_factory=list)
    records: dict[str, list[SlotScore]] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)

    def add(self, system: str, doc: str, gold: list[Span], found: list[Span]) -> None:
        """Count one report for one system."""
        self.counts.setdefault((system, "strict"), {})[doc] = strict(gold, found)
        self.counts.setdefault((system, "partial"), {})[doc] = partial(gold, found)

    def documents(self, system: str, way: str, label: Label | None) -> list[Counts]:
        """The counts of each report, of one label or of all together."""
        return [
            sum((c for name, c in labels.items() if label in (None, name)), Counts())
            for labels in self.counts.get((system, way), {}).values()
        ]

    def total(self, system: str, way: str, label: Label | None = None) -> Counts:
        """The counts of all reports together."""
        return sum(self.documents(system, way, label), Counts())


def evaluate(gold: Path, output: Path, settings: Settings, step: Callable[[str], None]) -> Scores:
    """Score the tables below `output` against the gold files. Raises GoldError.

    Gold reports that are not among the tables are named in `missing`, not counted.
    """
    rooms, scores = Rooms(output), Scores()
    ginza = PlainGinza(settings.tag, rooms.scores / "ginza")
    for doc in gold_docs(gold):
        if not rooms.text(doc).exists():
            scores.missing.append(doc)
            continue
        report = load_report(rooms.text(doc))
        _evaluate_one(report, gold, rooms, settings, ginza, scores)
        step(doc)
    if not scores.counts:
        raise GoldError(f"{output}: holds none of the reports of {gold}; run them first")
    return scores


def _evaluate_one(
    report: Report,
    gold: Path,
    rooms: Rooms,
    settings: Settings,
    ginza: PlainGinza,
    scores: Scores,
) -> None:
    file, database = gold / f"{report.doc}.jsonl", rooms.records / "records.sqlite"
    yardstick = Yardstick(report, gold)
    wanted = read_gold(file)
    check_against(wanted, yardstick.text, file)
    found = found_spans(database, report.doc, yardstick)
    scores.add(HOKOKU, report.doc, wanted, found)
    width = settings.score.context
    scores.errors += errors(report.doc, wanted, found, yardstick.text, width)
    if settings.score.baseline:
        plain = [yardstick.place(span) for span in ginza.spans(report)]
        scores.add(GINZA, report.doc, wanted, plain)
    slots = score_records(gold, report.doc, found_records(database, report.doc, yardstick))
    if slots:
        scores.records[report.doc] = slots
