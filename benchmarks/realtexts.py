"""The real passages of tests/realgold, whose texts stay in ../shared and are taken from there.

    python -m benchmarks.realtexts FOLDER [--half A]

FOLDER gets an ID.txt and an ID.jsonl (the labels) of every passage. Where extracting reads a PDF
otherwise than it did, surfaces are aligned with the new text; labels that find no place are told.
"""

import argparse
import csv
import hashlib
import json
import re
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from typing import NamedTuple

from pipeline.extract import extract
from pipeline.settings import load_settings

ROOT = Path(__file__).parents[1]
GOLD, SHARED = ROOT / "tests" / "realgold", ROOT.parent / "shared"
Label = dict[str, str | int]  # start, end, label, text, and norm: a line of an ID.jsonl
Placed = tuple[str, list[Label], list[str]]  # a text, its labels, surfaces without a place


class Passage(NamedTuple):
    """A row of passages.csv: `start` and `end` are code points of the source's text."""

    id: str
    kind: str
    half: str
    source: str
    start: int
    end: int
    sha256: str


def passages(half: str = "") -> list[Passage]:
    """The passages of half `A` (to look at) or `B` (to check with), or all: `passages("B")`."""
    with (GOLD / "passages.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    found = (Passage(start=int(r.pop("start")), end=int(r.pop("end")), **r) for r in rows)
    return [passage for passage in found if half in ("", passage.half)]


def write(folder: Path, half: str = "", shared: Path = SHARED) -> list[str]:
    """Write ID.txt and ID.jsonl of every passage; returns what to tell of texts that changed."""
    folder.mkdir(parents=True, exist_ok=True)
    told = []
    for passage in passages(half):
        whole = _whole(shared / passage.source)
        lines = (GOLD / f"{passage.id}.jsonl").read_text("utf-8").splitlines()
        text, labels = whole[passage.start : passage.end], [json.loads(line) for line in lines]
        if hashlib.sha256(text.encode()).hexdigest() != passage.sha256:
            text, labels, lost = _placed_anew(whole, passage, labels)
            told.append(f"{passage.id} has changed: {len(lost)} labels lost {' '.join(lost[:9])}")
        (folder / f"{passage.id}.txt").write_text(text, "utf-8")
        rows = (json.dumps(label, ensure_ascii=False) + "\n" for label in labels)
        (folder / f"{passage.id}.jsonl").write_text("".join(rows), "utf-8")
    return told


@cache
def _whole(source: Path) -> str:
    """What extracting reads of a PDF; a text as it is, its line breaks all `\\n`."""
    if source.suffix != ".pdf":
        return source.read_text("utf-8")
    report = extract(source, source.stem, load_settings().extract)
    if not report.text:
        raise ValueError(f"{source} cannot be read: {report.problems}")
    return report.text


def _placed_anew(whole: str, passage: Passage, labels: list[Label]) -> Placed:
    """The passage in a text that has changed, its labels there, and the surfaces it lost."""
    was = ["".join(str(label["text"]).split()) for label in labels]
    longest_first = sorted(set(was), key=len, reverse=True)
    spaced = "|".join(r"\s*".join(map(re.escape, surface)) for surface in longest_first)
    found = list(re.finditer(spaced, whole))
    now = ["".join(match.group().split()) for match in found]
    blocks = SequenceMatcher(None, was, now, autojunk=False).get_matching_blocks()
    kept = {block.a + k: found[block.b + k] for block in blocks for k in range(block.size)}
    shifts = [m.start() - int(labels[k]["start"]) for k, m in kept.items()] or [passage.start]
    start, last = max(0, shifts[0]), shifts[-1]
    placed: list[Label] = [
        {**labels[k], "start": m.start() - start, "end": m.end() - start, "text": m.group()}
        for k, m in kept.items()
    ]
    lost = [surface for k, surface in enumerate(was) if k not in kept]
    return whole[start : passage.end - passage.start + last], placed, lost


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--half", choices=("A", "B"), default="")
    given = parser.parse_args()
    print("\n".join(write(given.folder, given.half)) or "every passage stands as it was labelled")
