"""The learned tagger as a spaCy component, for ja_ginza's tokens."""

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Span

from pipeline.encoder import quicken
from pipeline.ner.decode import decode
from pipeline.ner.weights import SHIPPED, Weights, read_weights

SPANS = "hokoku_ner"


class NameTagger:
    """Writes PERSON, COUNTRY, ORG, DATE into `doc.spans["hokoku_ner"]`; `doc.ents` stays.

    `doc.spans["hokoku_ner"].attrs["scores"]` holds for each span the probability of being right.
    Spans do not overlap and follow the text.

    `プーチン大統領は訪日した。` → プーチン (PERSON); one token like 訪日, which only holds a
    country, has no span.
    """

    def __init__(self, weights: Weights, least: float) -> None:
        quicken(weights.model)
        self._weights = weights
        self._least = least

    def __call__(self, doc: Doc) -> Doc:
        """One Doc, tokenized by ja_ginza and with its vectors."""
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], batch_size: int = 64) -> Iterator[Doc]:
        """Many Docs, faster than one by one."""
        for docs in _batched(stream, batch_size):
            filled = [doc for doc in docs if len(doc)]
            scores = self._weights.model.predict(filled) if filled else []
            for doc in docs:
                doc.spans[SPANS] = []
                doc.spans[SPANS].attrs["scores"] = []
            for doc, found in zip(filled, decode(filled, scores, self._least), strict=True):
                doc.spans[SPANS] = [Span(doc, m.start, m.end, m.label) for m in found]
                doc.spans[SPANS].attrs["scores"] = [self._weights.calibrated(m) for m in found]
            yield from docs


def _batched(stream: Iterable[Doc], size: int) -> Iterator[list[Doc]]:
    docs = iter(stream)
    while batch := list(islice(docs, size)):
        yield batch


@Language.factory("hokoku_ner", default_config={"weights": "", "least": 0.2})
def make_ner(nlp: Language, name: str, weights: str, least: float) -> NameTagger:
    """The learned tagger; put it into a pipeline that ja_ginza's tokenizer and vectors feed.

    `weights` is a folder that `hokoku train` wrote, by default the one in the package; `least`
    the probability, before calibration, below which nothing is written.
    """
    return NameTagger(read_weights(Path(weights) if weights else SHIPPED, nlp.vocab), least)
