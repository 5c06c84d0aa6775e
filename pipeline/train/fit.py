"""Fits the network to labelled Docs by gradient descent on the likelihood of their tags."""

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from spacy.tokens import Doc
from thinc.api import Adam, Optimizer, set_dropout_rate

from pipeline.ner.decode import sentences
from pipeline.ner.lattice import Floats, Lattice
from pipeline.ner.network import Network
from pipeline.ner.tags import TAGS
from pipeline.train.labelled import UNKNOWN


@dataclass(frozen=True, slots=True)
class Example:
    """A Doc, and for each token the tags that it may have (tokens x tags, 1 or 0)."""

    doc: Doc
    possible: Floats


def example(doc: Doc, tags: Sequence[str]) -> Example:
    """An example out of BILUO tags; an unknown tag leaves all of them open."""
    possible = np.array(
        [[given in (tag, UNKNOWN) for tag in TAGS] for given in tags], dtype="float32"
    )
    return Example(doc, possible.reshape(-1, len(TAGS)))


@dataclass(frozen=True, slots=True)
class Course:
    """How often, how fast, and in how large steps to learn."""

    epochs: int
    learn_rate: float
    dropout: float
    batch_tokens: int


def fit(
    network: Network, epochs: Iterable[Sequence[Example]], course: Course, rng: random.Random
) -> Iterator[float]:
    """Learn from each epoch's examples in turn; yields the mean loss a token after each.

    The learning rate falls in a line to a tenth.
    """
    optimizer = Adam(course.learn_rate, L2=0.01, L2_is_weight_decay=True, grad_clip=1.0)
    set_dropout_rate(network, course.dropout)
    for number, examples in enumerate(epochs):
        batches = list(_batches(examples, course.batch_tokens, rng))
        loss = 0.0
        for done, batch in enumerate(batches):
            progress = (number + done / len(batches)) / course.epochs
            optimizer.learn_rate = course.learn_rate * (1 - 0.9 * progress)
            loss += _step(network, batch, optimizer)
        yield loss / max(1, sum(len(e.doc) for e in examples))
    _settle(network, optimizer)


def _settle(network: Network, optimizer: Optimizer) -> None:
    """Take the mean of the parameters over the last steps, which is steadier than the last one."""
    means = optimizer.averages or {}
    for node in network.walk():
        for name in node.param_names:
            if (node.id, name) in means:
                node.set_param(name, means[node.id, name])


def _step(network: Network, batch: Sequence[Example], optimizer: Optimizer) -> float:
    """One step down the gradient; the loss is how far the tags' probabilities were off."""
    docs = [e.doc for e in batch]
    scores, backprop = network.begin_update(docs)
    free = Lattice([rows for *_, rows in sentences(docs, scores)])
    allowed = [rows for *_, rows in sentences(docs, [e.possible for e in batch])]
    true = Lattice([rows for *_, rows in sentences(docs, scores)], allowed)
    off = [a - b for a, b in zip(free.marginals(), true.marginals(), strict=True)]
    ends = np.cumsum([len(doc) for doc in docs])[:-1]
    backprop(np.split(np.concatenate(off).astype("float32"), ends))
    network.finish_update(optimizer)
    return float(sum(np.abs(rows).sum() / 2 for rows in off))


def _batches(
    examples: Sequence[Example], tokens: int, rng: random.Random
) -> Iterator[list[Example]]:
    batch: list[Example] = []
    size = 0
    for item in rng.sample(examples, len(examples)):
        batch.append(item)
        size += len(item.doc)
        if size >= tokens:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
