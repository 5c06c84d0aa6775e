"""How right the tables of people, events and statements are, on each set with gold records."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

from pipeline.chain import run as run_chain
from pipeline.paths import Rooms
from pipeline.report import load_report
from pipeline.score.found import Yardstick, found_records
from pipeline.score.gold import gold_docs
from pipeline.score.records import SlotScore, score_records, total
from pipeline.settings import load_settings

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
SETS = {
    "development set, two reports": (SHARED / "labelled", SHARED / "gold"),
    "held-out texts, of which the rules' authors know totals only": (
        ROOT / "tests/heldout",
        ROOT / "tests/heldout",
    ),
    "records A, whose errors they read": (ROOT / "tests/records/A", ROOT / "tests/records/A"),
    "records B, of which they know totals only": (
        ROOT / "tests/records/B",
        ROOT / "tests/records/B",
    ),
}
SLOTS = {
    "people": "people",
    "people-title": "titles",
    "people-affiliation": "affiliations",
    "people-country": "countries",
    "event-slots": "event slots",
    "event-type": "contacts",
    "statements": "statements",
}
_STAGES = ["extract", "segment", "tag", "record"]


def run() -> str:
    """A Markdown section: F1 of each slot, on each set that is here."""
    lines = [f"| set | {' | '.join(SLOTS.values())} |", "|---|" + "---|" * len(SLOTS)]
    for name, (reports, gold) in SETS.items():
        if reports.is_dir():
            with tempfile.TemporaryDirectory() as output:
                found = measured([reports], gold, Path(output))
            cells = (_cell(found[slot]) if slot in found else "–" for slot in SLOTS)
            lines.append(f"| {name} | {' | '.join(cells)} |")
    return "### Records, F1 (right of gold)\n\n" + "\n".join(lines) + "\n"


def measured(reports: Sequence[Path], gold: Path, output: Path) -> dict[str, SlotScore]:
    """The records of the reports that have gold records, scored slot by slot over all of them."""
    run_chain(reports, output, load_settings(), _STAGES)
    rooms, scores = Rooms(output), list[SlotScore]()
    for doc in gold_docs(gold):
        if any(gold.glob(f"{doc}.*.csv")):
            yardstick = Yardstick(load_report(rooms.text(doc)), gold)
            found = found_records(rooms.records / "records.sqlite", doc, yardstick)
            scores += score_records(gold, doc, found)
    return {score.slot: score for score in total(scores)}


def _cell(score: SlotScore) -> str:
    return f"{score.f1:.3f} ({score.right} of {score.gold})"


if __name__ == "__main__":
    print(run())
