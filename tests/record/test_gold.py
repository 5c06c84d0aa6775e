"""The records of whole texts against gold: no change may lose what was reached."""

from pathlib import Path

import pytest

from benchmarks.records import ROOT, measured

TESTS = ROOT / "tests"

# Each set, and the least F1 of people, event slots and statements, a little below the measured.
FLOORS = [
    # Errors read.
    (TESTS / "records/A", {"people": 0.90, "event-slots": 0.83, "statements": 0.80}),
    # Totals known only: what the rules do on texts that nobody fitted them to.
    (TESTS / "records/B", {"people": 0.90, "event-slots": 0.58, "statements": 0.60}),
    (TESTS / "heldout", {"people": 0.94, "event-slots": 0.78, "statements": 0.70}),
]


@pytest.mark.parametrize(("reports", "floors"), FLOORS, ids=["A", "B", "held-out"])
def test_floors(reports: Path, floors: dict[str, float], tmp_path: Path) -> None:
    found = measured([reports], reports, tmp_path)
    reached = {slot: round(found[slot].f1, 3) for slot in floors}
    assert all(reached[slot] >= floor for slot, floor in floors.items()), reached
