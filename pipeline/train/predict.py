"""What a network finds in texts that it has not learned from."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.ner.decode import decode
from pipeline.ner.lattice import Found
from pipeline.ner.network import Network
from pipeline.train.data import Text
from pipeline.train.measure import Key

_BATCH = 64
_LEAST = 0.05  # calibration needs the improbable ones, too
_CHOSEN = 0.5  # from here on a mention counts as predicted


@dataclass(frozen=True, slots=True)
class Prediction:
    """A mention found in a text, as characters, and whether gold has it."""

    found: Found
    key: Key
    right: bool


def predictions(network: Network, texts: Sequence[Text]) -> Iterator[tuple[Text, list[Prediction]]]:
    """Each text with what the network finds there, improbable mentions among them."""
    for start in range(0, len(texts), _BATCH):
        batch = texts[start : start + _BATCH]
        docs = [text.example.doc for text in batch]
        for text, found in zip(batch, decode(docs, network.predict(docs), _LEAST), strict=True):
            yield text, [_judged(text, mention) for mention in found]


def chosen(found: Sequence[Prediction]) -> list[Key]:
    """The mentions that are more probable than not."""
    return [prediction.key for prediction in found if prediction.found.probability >= _CHOSEN]


def _judged(text: Text, mention: Found) -> Prediction:
    span = text.example.doc[mention.start : mention.end]
    key = span.start_char, span.end_char, mention.label
    true = {(s.start, s.end, s.label) for s in text.labelled.stretches}
    return Prediction(mention, key, key in true)
