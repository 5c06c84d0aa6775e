"""From the network's scores to mentions that do not overlap."""

from collections.abc import Iterator, Sequence

import numpy as np
from spacy.attrs import TAG
from spacy.tokens import Doc

from pipeline.ner.lattice import Floats, Found, Lattice

FULL_STOP = "補助記号-句点"  # Sudachi's tag
_CELLS = 40_000  # tokens with padding, of sentences that are read at once; bounds the memory


def sentence_ends(doc: Doc) -> list[int]:
    """Token indices after which no mention goes on: full stops, and the end of the Doc."""
    stops = doc.to_array(TAG) == doc.vocab.strings[FULL_STOP]
    ends: list[int] = (np.flatnonzero(stops) + 1).tolist()
    return ends if ends and ends[-1] == len(doc) else [*ends, len(doc)]


def sentences(docs: Sequence[Doc], rows: Sequence[Floats]) -> Iterator[tuple[int, int, Floats]]:
    """The rows (one a token) cut into sentences: index of the Doc, first token, rows."""
    for index, (doc, scores) in enumerate(zip(docs, rows, strict=True)):
        start = 0
        for end in sentence_ends(doc):
            yield index, start, scores[start:end]
            start = end


def decode(docs: Sequence[Doc], scores: Sequence[Floats], least: float) -> list[list[Found]]:
    """For each Doc its mentions in order; of two that overlap, the more probable one."""
    found: list[list[Found]] = [[] for _ in docs]
    for batch in _alike(sentences(docs, scores)):
        lattice = Lattice([rows for _, _, rows in batch])
        for (index, shift, _), mentions in zip(batch, lattice.mentions(least), strict=True):
            found[index] += [_moved(mention, shift) for mention in _apart(mentions)]
    return [sorted(mentions) for mentions in found]


def _alike(
    cut: Iterator[tuple[int, int, Floats]],
) -> Iterator[list[tuple[int, int, Floats]]]:
    """Batches of sentences of similar length, so that little is padding."""
    batch: list[tuple[int, int, Floats]] = []
    for sentence in sorted(cut, key=lambda item: len(item[2])):
        if batch and len(sentence[2]) * (len(batch) + 1) > _CELLS:
            yield batch
            batch = []
        batch.append(sentence)
    if batch:
        yield batch


def _apart(mentions: list[Found]) -> list[Found]:
    """The mentions, best first, without those that overlap a better one."""
    kept: list[Found] = []
    for mention in mentions:
        if all(mention.end <= other.start or mention.start >= other.end for other in kept):
            kept.append(mention)
    return kept


def _moved(mention: Found, shift: int) -> Found:
    return mention._replace(start=mention.start + shift, end=mention.end + shift)
