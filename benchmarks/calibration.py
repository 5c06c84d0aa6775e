"""Measures how often candidates of a raw score are right, and writes configs/calibration.csv.

`python -m benchmarks.calibration OUTPUT=GOLD …`: output folders of `hokoku segment`, and the gold
of their reports, which no weights in use were trained on. With `--check` the table is only tried.
"""

import argparse
import csv
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

from pipeline.context import load_doc
from pipeline.label import Label
from pipeline.mention import Mention, proposals
from pipeline.paths import Rooms, configs
from pipeline.report import load_report
from pipeline.score.found import Yardstick
from pipeline.score.gold import Span, gold_docs, read_gold
from pipeline.settings import load_settings
from pipeline.tag import Tagger
from pipeline.tag.resolver.calibration import Calibration, read_calibration
from pipeline.tag.resolver.choose import flat
from pipeline.tag.resolver.merge import merged

TABLE = configs() / "calibration.csv"
_EDGES = (0.0, 0.3, 0.55, 0.7, 0.8, 0.87, 0.92, 0.96, 0.985, 1.0001)
# A bin's share is drawn towards its raw score as by this many candidates.
_PRIOR = 2.0
Judged = tuple[Mention, bool]


def judged(output: Path, gold: Path, tagger: Tagger) -> Iterator[list[Judged]]:
    """For each report its merged candidates, and whether gold has each."""
    rooms = Rooms(output)
    for doc in (doc for doc in gold_docs(gold) if rooms.segments(doc).exists()):
        report = load_report(rooms.text(doc))
        yardstick = Yardstick(report, gold if report.glyphs else Path())
        wanted = {span.key for span in read_gold(gold / f"{doc}.jsonl")}
        found = merged(proposals(tagger.propose(load_doc(rooms.segments(doc)))), report.text)
        yield [(m, _key(m, yardstick) in wanted) for m in found]


def _key(mention: Mention, yardstick: Yardstick) -> tuple[int, int, Label]:
    return yardstick.place(Span(mention.start, mention.end, mention.label, "")).key


def standing(candidates: list[Judged]) -> list[Judged]:
    """Candidates without those that lose to a longer or likelier one, whatever their score.

    A country inside an organisation is no wrong country: it was never to be found.
    """
    kept = set(flat([m for m, _ in candidates], threshold=0.0))
    return [(m, right) for m, right in candidates if m in kept]


def table(candidates: Iterable[Judged]) -> dict[Label, list[tuple[float, float]]]:
    """Knots a label: the mean raw score of a bin, and the share right, never falling."""
    listed = list(candidates)
    return {label: _knots([c for c in listed if c[0].label == label]) for label in Label}


def _knots(candidates: list[Judged]) -> list[tuple[float, float]]:
    bins = []
    for low, high in pairwise(_EDGES):
        inside = [(m.score, right) for m, right in candidates if low <= m.score < high]
        if inside:
            raw = sum(score for score, _ in inside) / len(inside)
            share = (sum(right for _, right in inside) + _PRIOR * raw) / (len(inside) + _PRIOR)
            bins.append((raw, share, float(len(inside))))
    return [(round(raw, 3), round(share, 3)) for raw, share, _ in _rising(bins)]


def _rising(bins: list[tuple[float, float, float]]) -> list[tuple[float, float, float]]:
    """Pool neighbours whose shares fall (isotonic regression by pooling adjacent violators)."""
    pooled: list[list[tuple[float, float, float]]] = []
    for one in bins:
        pooled.append([one])
        while len(pooled) > 1 and _share(pooled[-2]) > _share(pooled[-1]):
            pooled[-2:] = [pooled[-2] + pooled[-1]]
    return [(raw, _share(group), weight) for group in pooled for raw, _, weight in group]


def _share(group: list[tuple[float, float, float]]) -> float:
    return sum(share * weight for _, share, weight in group) / sum(weight for *_, weight in group)


def reliability(candidates: Iterable[Judged], calibration: Calibration) -> str:
    """Of the candidates in each band of calibrated scores: how many, mean score, share right."""
    scored = [(calibration(m).score, right) for m, right in candidates]
    lines = ["score  number  mean  right"]
    for low, high in ((0.0, 0.3), (0.3, 0.6), (0.6, 0.8), (0.8, 0.9), (0.9, 0.95), (0.95, 1.01)):
        band = [(score, right) for score, right in scored if low <= score < high]
        if band:
            mean = sum(score for score, _ in band) / len(band)
            share = sum(right for _, right in band) / len(band)
            lines.append(f"{low:.2f}–  {len(band):6}  {mean:.3f}  {share:.3f}")
    return "\n".join(lines)


def main() -> None:
    """Write or check the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.calibration", description=__doc__)
    parser.add_argument("pairs", nargs="+", metavar="OUTPUT=GOLD", type=_pair)
    parser.add_argument("--check", action="store_true", help="try the table that is there")
    given = parser.parse_args()
    tagger = Tagger(load_settings().tag)
    candidates = [
        one
        for output, gold in given.pairs
        for report in judged(output, gold, tagger)
        for one in standing(report)
    ]
    if not given.check:
        with TABLE.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(["label", "raw", "score"])
            writer.writerows(
                [label, *knot] for label, knots in table(candidates).items() for knot in knots
            )
    print(reliability(candidates, read_calibration(TABLE)))


def _pair(argument: str) -> tuple[Path, Path]:
    output, _, gold = argument.partition("=")
    if not (Path(output).is_dir() and Path(gold).is_dir()):
        raise argparse.ArgumentTypeError(f"{argument}: not two folders, OUTPUT=GOLD")
    return Path(output), Path(gold)


if __name__ == "__main__":
    main()
