"""Cross-validation over gold's documents: each is scored by a network that has not seen it."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from thinc.api import Config

from pipeline.files import write_whole
from pipeline.label import Label
from pipeline.ner.network import Network
from pipeline.ner.weights import Calibration, Weights, write_weights
from pipeline.train.calibrate import error, fit_line
from pipeline.train.data import Data, Text
from pipeline.train.folds import deal
from pipeline.train.measure import Tally, table
from pipeline.train.predict import Prediction, chosen, predictions
from pipeline.train.school import learn_gold, say


@dataclass(slots=True)
class Fold:
    """A network, what it found in the documents left out of its training, and how right it was."""

    network: Network
    documents: list[str]
    found: list[Prediction]
    tally: Tally


def cross_validate(
    schooled: bytes, data: Data, config: Config, seed: int, folds: int, output: Path
) -> Calibration:
    """Train a network for each fold on the other folds; returns the calibration fitted on all.

    Reports the strict F1 by label, writes the folds' weights to `output/K/`, each calibrated on
    the other folds, and to `output/assignment.json` the folder of each document.
    """
    mentions = Counter(t.labelled.source for t in data.gold for _ in t.labelled.stretches)
    fold_of = deal(mentions, folds)
    done = []
    for fold in range(folds):
        say(f"fold {fold + 1} of {folds}")
        seen = [text for text in data.gold if fold_of.get(text.labelled.source) != fold]
        left = [text for text in data.gold if fold_of.get(text.labelled.source) == fold]
        done.append(_examined(learn_gold(schooled, seen, data, config, seed), left))
    say(table({str(number): fold.tally for number, fold in enumerate(done)}))
    _write(done, config, output)
    return calibration(p for fold in done for p in fold.found)


def _examined(network: Network, texts: Sequence[Text]) -> Fold:
    fold = Fold(network, sorted({text.labelled.source for text in texts}), [], Tally())
    for text, found in predictions(network, texts):
        true = [(s.start, s.end, s.label) for s in text.labelled.stretches if s.label]
        fold.tally.add(true, chosen(found))
        fold.found += found
    return fold


def _write(folds: Sequence[Fold], config: Config, output: Path) -> None:
    folders: dict[str, str] = {}
    before: list[tuple[float, bool]] = []
    after: list[tuple[float, bool]] = []
    for number, fold in enumerate(folds):
        others = [p for other in folds if other is not fold for p in other.found]
        weights = Weights(fold.network, calibration(others))
        before += [(p.found.probability, p.right) for p in fold.found]
        after += [(weights.calibrated(p.found), p.right) for p in fold.found]
        write_weights(weights, config, output / str(number))
        folders |= dict.fromkeys(fold.documents, str((output / str(number)).resolve()))
    assignment = json.dumps(folders, ensure_ascii=False, indent=1, sort_keys=True)
    write_whole(output / "assignment.json", assignment.encode())
    say(f"calibration error {error(before):.3f}, calibrated on other folds {error(after):.3f}")


def calibration(found: Iterable[Prediction]) -> Calibration:
    """For each label the line that turns a network's probabilities into shares of right ones."""
    outcomes: dict[Label, list[tuple[float, bool]]] = {label: [] for label in Label}
    for prediction in found:
        outcomes[prediction.found.label].append((prediction.found.probability, prediction.right))
    return {label: fit_line(pairs) for label, pairs in outcomes.items()}
