"""Train: the learned tagger, from the public corpora first, then silver, then gold."""

from pathlib import Path
from tempfile import TemporaryDirectory

from thinc.api import Config, NumpyOps, set_current_ops

from pipeline.errors import UserError
from pipeline.ner.weights import Weights, build_network, write_weights
from pipeline.train.data import Data
from pipeline.train.leave_out import cross_validate
from pipeline.train.school import learn_corpora, learn_gold, learn_silver, say
from pipeline.train.silver import Judge, silver

__all__ = ["Judge", "TrainError", "train"]


class TrainError(UserError):
    """Something to train from that is not there; the message is one line for the user."""


def train(
    corpora: Path,
    gold: Path,
    texts: Path,
    config: Path,
    output: Path,
    seed: int = 0,
    folds: int = 0,
    judge: Judge | None = None,
) -> None:
    """Train on the public corpora, silver, and gold in turn, and write the weights to `output`.

    `corpora` holds *.jsonl with text and spans, `gold` ID.jsonl (ANNOTATION.md), `texts` ID.txt,
    `config` is configs/ner.cfg. `judge` reads unlabelled reports, out of which silver is made with
    the network that has learned from the corpora alone; without it there is no silver. With
    `folds`, gold's documents are left out in turn: their strict F1 by label is printed, the
    weights' probabilities are calibrated on them, `output/folds/K/` gets the weights of each fold,
    `output/folds/assignment.json` the folder of each document. Progress goes to standard error.
    Raises TrainError.
    """
    _check(corpora, gold, texts, config, folds)
    set_current_ops(NumpyOps(use_blis=False))
    settings = Config().from_disk(config)
    data = Data(corpora, gold, texts, settings["gold"]["swaps"], seed)
    schooled = learn_corpora(data, settings, seed)
    if judge:
        schooled = _with_silver(schooled, judge, data, settings, seed)
    lines = cross_validate(schooled, data, settings, seed, folds, output / "folds") if folds else {}
    network = learn_gold(schooled, data.gold, data, settings, seed)
    write_weights(Weights(network, lines), settings, output)
    say(f"weights written to {output}")


def _with_silver(schooled: bytes, judge: Judge, data: Data, config: Config, seed: int) -> bytes:
    """The parameters after silver too, on which no network that has seen gold has a say."""
    with TemporaryDirectory() as folder:
        teacher = Weights(build_network(config).from_bytes(schooled), {})
        write_weights(teacher, config, Path(folder))
        data.add_silver(silver(judge(Path(folder)), config["silver"]["left_out"]))
    return learn_silver(schooled, data, config, seed)


def _check(corpora: Path, gold: Path, texts: Path, config: Path, folds: int) -> None:
    if not config.is_file():
        raise TrainError(f"{config}: no such file; the training's settings are configs/ner.cfg")
    for folder, pattern in ((corpora, "*.jsonl"), (gold, "*.jsonl"), (texts, "*.txt")):
        if not any(folder.glob(pattern)):
            raise TrainError(f"{folder}: holds no {pattern}")
    if folds and folds not in range(2, len(list(gold.glob("*.jsonl"))) + 1):
        raise TrainError(f"{folds} folds: 2 or more, and no more than gold has documents")
    lacking = sorted(p.stem for p in gold.glob("*.jsonl") if not (texts / f"{p.stem}.txt").exists())
    if lacking:
        raise TrainError(f"{texts}: no text for gold's {', '.join(lacking)}")
