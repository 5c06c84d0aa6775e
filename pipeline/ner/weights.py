"""A folder of weights: config.cfg (the network), model.gz (its parameters), calibration.json."""

import gzip
import json
import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from spacy.util import registry
from spacy.vocab import Vocab
from thinc.api import Config

from pipeline.errors import UserError
from pipeline.files import write_whole
from pipeline.label import Label
from pipeline.ner.lattice import Found
from pipeline.ner.network import Network

SHIPPED = Path(__file__).parent / "weights"

_VECTORS = (20_000, 300)  # of ja_ginza 5


class WeightsError(UserError):
    """Weights that cannot be used; the message says which and why, in one line."""


Calibration = dict[Label, tuple[float, float]]


@dataclass(slots=True)
class Weights:
    """A network and, for each label, what makes its probabilities honest.

    `calibration` holds slope and intercept on the log-odds, fitted on documents left out.
    """

    model: Network
    calibration: Calibration

    def calibrated(self, mention: Found) -> float:
        """The share of mentions like this one that are right, 0 to 1."""
        slope, intercept = self.calibration.get(mention.label, (1.0, 0.0))
        return 1 / (1 + math.exp(-slope * log_odds(mention.probability) - intercept))


def log_odds(probability: float) -> float:
    """`0.5` → `0.0`; probabilities are kept a millionth away from 0 and 1."""
    inner = min(max(probability, 1e-6), 1 - 1e-6)
    return math.log(inner / (1 - inner))


def build_network(config: Config) -> Network:
    """A network with fresh parameters, after the config's section `model`."""
    model: Network = registry.resolve({"model": config["model"]})["model"]
    return model


def read_weights(folder: Path, vocab: Vocab) -> Weights:
    """What `write_weights` wrote. Raises WeightsError where the folder or the vectors do not fit.

    `vocab` must hold the vectors that the weights were trained with, ja_ginza's.
    """
    if not (folder / "config.cfg").is_file():
        raise WeightsError(f"{folder}: no weights here (config.cfg is missing)")
    if vocab.vectors.shape != _VECTORS:
        raise WeightsError(f"{folder}: made for ja_ginza's vectors; this model has others")
    model = build_network(Config().from_disk(folder / "config.cfg"))
    try:
        model.from_bytes(gzip.decompress((folder / "model.gz").read_bytes()))
    except ValueError:
        raise WeightsError(f"{folder}: made by another version of hokoku; train anew") from None
    fitted = json.loads((folder / "calibration.json").read_text("utf-8"))
    return Weights(model, {Label(label): tuple(line) for label, line in fitted.items()})


def write_weights(weights: Weights, config: Config, folder: Path) -> None:
    """Write the folder; parameters are rounded to half precision and compressed."""
    for node in weights.model.walk():
        for name in node.param_names:
            if node.has_param(name):
                parameter: Any = node.get_param(name)
                node.set_param(name, parameter.astype("float16").astype("float32"))
    write_whole(folder / "config.cfg", Config({"model": config["model"]}).to_bytes())
    write_whole(folder / "model.gz", gzip.compress(weights.model.to_bytes(), mtime=0))
    fitted = {str(label): line for label, line in weights.calibration.items()}
    write_whole(folder / "calibration.json", json.dumps(fitted, indent=1).encode())
