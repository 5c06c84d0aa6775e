"""How good the tagger is, with and without each finder, beside plain GiNZA.

The networks run once; each variant tags the same segmented Docs. The learned tagger was trained on
the development set's gold, so there each report gets the weights of the fold that left it out;
`hokoku train … --output scratch/ner --folds 5` writes them; without them its rows are left out.
"""

import json
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from benchmarks import records
from benchmarks.realtexts import write
from pipeline.chain import run as run_chain
from pipeline.context import load_doc
from pipeline.label import Label
from pipeline.mention import mentions, proposals
from pipeline.paths import Rooms
from pipeline.report import load_report
from pipeline.score.found import Yardstick
from pipeline.score.gold import Span, gold_docs, read_gold
from pipeline.score.interval import interval
from pipeline.score.spans import Counts, strict
from pipeline.settings import FinderName, Settings, load_settings
from pipeline.tag import Tagger

ROOT = Path(__file__).parents[1]
FOLDS = ROOT / "scratch/ner/folds/assignment.json"
DEVELOPMENT = ROOT.parent / "shared/labelled", ROOT.parent / "shared/gold"
HELD_OUT = ROOT / "tests/heldout", ROOT / "tests/heldout"
REAL = {
    "A": "whose errors the rules' authors read",
    "B": "of which they know totals only",
}
ALL: tuple[FinderName, ...] = ("dates", "countries", "organisations", "people", "learned")
STEPS: dict[str, tuple[FinderName, ...]] = {
    "GiNZA alone": ("ginza",),
    "+ countries, dates": ("ginza", "countries", "dates"),
    "+ organisations": ("ginza", "countries", "dates", "organisations"),
    "+ people": ("ginza", "countries", "dates", "organisations", "people"),
    "rules and lexicon, no network": ("dates", "countries", "organisations", "people"),
    "rules, lexicon, learned (default)": ALL,
    "learned alone": ("learned",),
}
Documents = dict[str, dict[Label, Counts]]


def run() -> str:
    """A Markdown section: strict F1 by label of each variant, on each set that is here."""
    parts = ["## Quality: what each finder gives\n"]
    with tempfile.TemporaryDirectory() as folder:
        if DEVELOPMENT[0].is_dir():
            reports, gold = DEVELOPMENT
            folds = json.loads(FOLDS.read_text("utf-8")) if FOLDS.exists() else {}
            output = Path(folder) / "development"
            for weights, sources in _by_weights(reports, folds).items():
                segmented(sources, output, weights)
            name = "development set, 38 reports, of which the rules' authors looked at half"
            parts.append(f"### Strict F1, {name}\n\n{_table(output, gold, learned=bool(folds))}")
        reports, gold = HELD_OUT
        output = Path(folder) / "held-out"
        segmented([reports], output)
        name = f"{len(gold_docs(gold))} held-out texts, labelled blind"
        parts.append(f"### Strict F1, {name}\n\n{_table(output, gold, learned=True)}")
        if DEVELOPMENT[0].is_dir():
            parts += [_real(half, seen, Path(folder)) for half, seen in REAL.items()]
    parts.append(records.run())
    return "\n".join(parts)


def _real(half: str, seen: str, folder: Path) -> str:
    texts, output = folder / f"texts-{half}", folder / half
    write(texts, half)
    segmented([texts], output)
    name = f"real passages labelled blind, half {half}, {seen}"
    return f"### Strict F1, {name}\n\n{_table(output, texts, learned=True)}"


def _by_weights(reports: Path, folds: dict[str, str]) -> dict[str, list[Path]]:
    """The reports by the weights that did not see them."""
    sources: dict[str, list[Path]] = defaultdict(list)
    for report in sorted(reports.glob("*.txt")):
        sources[folds.get(report.stem, "")].append(report)
    return sources


def segmented(reports: Sequence[Path], output: Path, weights: str = "") -> None:
    """Extract and segment reports with both networks' names."""
    settings = load_settings()
    segment = settings.segment.model_copy(update={"ner": "both", "weights": weights})
    both = settings.model_copy(update={"segment": segment})
    run_chain(reports, output, both, ["extract"])
    run_chain(reports, output, both, ["segment"])


def scored(output: Path, gold: Path, finders: Sequence[FinderName]) -> Documents:
    """Counts by report and label of a tagger with these finders."""
    settings: Settings = load_settings()
    tagger = Tagger(settings.tag.model_copy(update={"finders": list(finders)}))
    rooms = Rooms(output)
    return {
        doc: strict(
            read_gold(gold / f"{doc}.jsonl"),
            _found(doc, rooms, gold, tagger, alone=len(finders) == 1),
        )
        for doc in gold_docs(gold)
        if rooms.segments(doc).exists()
    }


def _found(doc: str, rooms: Rooms, gold: Path, tagger: Tagger, *, alone: bool) -> list[Span]:
    report = load_report(rooms.text(doc))
    yardstick = Yardstick(report, gold if report.glyphs else Path())
    segmented = load_doc(rooms.segments(doc))
    # A network by itself is taken as it is: the resolver weighs it against rules and lexicon.
    found = proposals(tagger.propose(segmented)) if alone else mentions(tagger.tag(segmented))
    spans = (Span(m.start, m.end, m.label, "", m.value) for m in found)
    return [yardstick.place(span) for span in spans]


def _table(output: Path, gold: Path, *, learned: bool) -> str:
    lines = [
        "| finders | PERSON | COUNTRY | ORG | DATE | all | 95 % |",
        "|---|---|---|---|---|---|---|",
    ]
    variants = STEPS | {f"default without {f}": tuple(x for x in ALL if x != f) for f in ALL}
    if not learned:
        variants = {name: f for name, f in variants.items() if "learned" not in f}
    for name, finders in variants.items():
        documents = scored(output, gold, finders)
        figures = (f"{_sum(documents, [label]).f1:.3f}" for label in Label)
        total = [sum(labels.values(), Counts()) for labels in documents.values()]
        low, high = interval(total)
        row = [name, *figures, f"{sum(total, Counts()).f1:.3f}", f"{low:.3f}–{high:.3f}"]
        lines.append("| " + " | ".join(row) + " |")
    return "\n".join(lines) + "\n"


def _sum(documents: Documents, labels: Iterable[Label]) -> Counts:
    return sum((d[label] for d in documents.values() for label in labels), Counts())


if __name__ == "__main__":
    print(run())
