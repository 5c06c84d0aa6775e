"""Cross-validation over gold's documents: each is scored by a network that has not seen it."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from thinc.api import Config

from pipeline.files import write_whole
from pipeline.label import Label
from pipeline.ner.network import Network
from pipeline.ner.weights import Weights, write_weights
from pipeline.train.calibrate import fit_line
from pipeline.train.data import Data, Text
from pipeline.train.folds import deal
from pipeline.train.measure import Tally, table
from pipeline.train.predict import Prediction, chosen, predictions
from pipeline.train.school import learn_gold, say

Lines = dict[Label, tuple[float, float]]


def cross_validate(
    schooled: bytes, data: Data, config: Config, seed: int, folds: int, output: Path
) -> Lines:
    """Train a network for each fold on the other folds; returns the calibration fitted on all.

    Prints the strict F1, writes the folds' weights to `output/K/`, each calibrated on the other
    folds, and to `output/assignment.json` the folder of each document.
    """
    fold_of = deal(
        Counter(t.labelled.source for t in data.gold for _ in t.labelled.stretches), folds
    )
    held: list[list[Prediction]] = []
    tallies: dict[str, Tally] = {}
    networks = []
    for fold in range(folds):
        say(f"fold {fold + 1} of {folds}")
        seen = [text for text in data.gold if fold_of.get(text.labelled.source) != fold]
        left = [text for text in data.gold if fold_of.get(text.labelled.source) == fold]
        networks.append(learn_gold(schooled, seen, data, config, seed))
        tallies[str(fold)], found = _examine(networks[-1], left)
        held.append(found)
    say(table(tallies))
    for fold, network in enumerate(networks):
        others = [p for number, found in enumerate(held) for p in found if number != fold]
        write_weights(Weights(network, calibration(others)), config, output / str(fold))
    folders = {doc: str((output / str(fold)).resolve()) for doc, fold in sorted(fold_of.items())}
    write_whole(
        output / "assignment.json", json.dumps(folders, ensure_ascii=False, indent=1).encode()
    )
    return calibration(p for found in held for p in found)


def _examine(network: Network, texts: Sequence[Text]) -> tuple[Tally, list[Prediction]]:
    tally, all_found = Tally(), list[Prediction]()
    for text, found in predictions(network, texts):
        tally.add(
            [(s.start, s.end, s.label) for s in text.labelled.stretches if s.label], chosen(found)
        )
        all_found += found
    return tally, all_found


def calibration(found: Iterable[Prediction]) -> Lines:
    """For each label the line that turns a network's probabilities into shares of right ones."""
    outcomes: dict[Label, list[tuple[float, bool]]] = {label: [] for label in Label}
    for prediction in found:
        outcomes[prediction.found.label].append((prediction.found.probability, prediction.right))
    return {label: fit_line(pairs) for label, pairs in outcomes.items()}
