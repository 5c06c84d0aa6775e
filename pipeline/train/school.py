"""The three schools of a network: the public corpora first, then silver, then gold."""

import random
import sys
from collections.abc import Iterator, Sequence

from thinc.api import Config, fix_random_seed

from pipeline.ner.network import Network
from pipeline.ner.weights import build_network
from pipeline.train.data import Data, Text
from pipeline.train.fit import Course, Example, fit


def learn_corpora(data: Data, config: Config, seed: int) -> bytes:
    """The parameters of a network that has learned from the public corpora."""
    fix_random_seed(seed)
    network = build_network(config)
    examples = [text.example for text in data.corpora]
    network.initialize(X=[example.doc for example in examples[:100]])
    course = Course(**config["corpora"])
    _follow("corpora", network, [examples] * course.epochs, course, random.Random(seed))
    return network.to_bytes()


def learn_silver(schooled: bytes, data: Data, config: Config, seed: int) -> bytes:
    """The parameters of a network that, after the corpora, has learned from silver.

    It goes on seeing as much of the corpora as the configuration's `replay` says.
    """
    fix_random_seed(seed)
    rng = random.Random(seed)
    network = build_network(config).from_bytes(schooled)
    settings = {key: config["silver"][key] for key in config["silver"] if key != "left_out"}
    examples = [text.example for text in data.silver]
    tokens = int(settings.pop("replay") * sum(len(example.doc) for example in examples))
    course = Course(**settings)
    epochs = [[*examples, *_sample(data.corpora, tokens, rng)] for _ in range(course.epochs)]
    say(f"silver: {len(examples)} blocks")
    _follow("silver", network, epochs, course, rng)
    return network.to_bytes()


def learn_gold(
    schooled: bytes, texts: Sequence[Text], data: Data, config: Config, seed: int
) -> Network:
    """A network that, after the corpora, has learned from these texts of gold.

    It goes on seeing as much of the corpora and silver as the configuration's `replay` says.
    """
    fix_random_seed(seed)
    rng = random.Random(seed)
    network = build_network(config).from_bytes(schooled)
    settings = dict(config["gold"])
    replay, swaps = settings.pop("replay"), settings.pop("swaps")
    course = Course(**settings)
    tokens = int(replay * sum(len(text.example.doc) for text in texts))
    epochs = []
    for epoch in range(course.epochs):
        examples = [text.example for text in texts]
        examples += [text.variants[epoch % swaps] for text in texts if swaps]
        epochs.append([*examples, *_replay(data, tokens, rng)])
    _follow("gold", network, epochs, course, rng)
    return network


def _replay(data: Data, tokens: int, rng: random.Random) -> Iterator[Example]:
    """That many tokens of what was learned before: half corpora, half silver, if there is any."""
    pools = [texts for texts in (data.corpora, data.silver) if texts]
    for texts in pools:
        yield from _sample(texts, tokens // len(pools), rng)


def _sample(texts: Sequence[Text], tokens: int, rng: random.Random) -> Iterator[Example]:
    """Texts drawn at random until they have that many tokens."""
    while tokens > 0:
        drawn = rng.choice(texts).example
        tokens -= max(1, len(drawn.doc))
        yield drawn


def _follow(
    school: str,
    network: Network,
    epochs: Sequence[Sequence[Example]],
    course: Course,
    rng: random.Random,
) -> None:
    for number, loss in enumerate(fit(network, epochs, course, rng), 1):
        say(f"{school}: epoch {number} of {course.epochs}, loss {loss:.4f} a token")


def say(line: str) -> None:
    """One line of progress, on standard error."""
    sys.stderr.write(line + "\n")
    sys.stderr.flush()
