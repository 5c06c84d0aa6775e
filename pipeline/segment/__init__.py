"""Segment: sentences, bunsetsu and tokens by GiNZA; the dear stage, once for a text."""

from collections.abc import Iterable, Iterator

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.context import set_context
from pipeline.report import Report
from pipeline.segment.join import join
from pipeline.segment.model import ModelError, load_model
from pipeline.segment.pieces import pieces
from pipeline.settings import SegmentSettings

__all__ = ["ModelError", "Segmenter"]

Piece = tuple[int, str]
"""A stretch of a report that is parsed at once, and its offset."""

# A batch whose layers stay in the processor's cache, and whose memory is not given back to the
# system between layers: 6 % faster than 64 blocks of minutes, which are 7,000 characters.
_BATCH_CHARACTERS = 2000
_NO_TENSOR = np.zeros((0,), dtype="float32")


class Segmenter:
    """Segments reports with one loaded model; make one in each worker (Sudachi does not pickle)."""

    def __init__(self, settings: SegmentSettings, nlp: Language | None = None) -> None:
        self._settings = settings
        self._nlp = nlp or load_model(settings)

    def segment(self, reports: Iterable[Report]) -> Iterator[tuple[Report, Doc]]:
        """For each report one Doc with `doc.text == report.text`.

        Headings, list items and all other blocks are parsed by themselves, so that none runs
        into the next. No batch holds blocks of two reports: the last digits of a network's sums
        hang on what shares a batch, and a report's Doc shall not hang on its neighbours.
        """
        for report in reports:
            parsed = [(at, doc) for at, doc in self._parsed(report) if len(doc)]
            doc = join(parsed, report.text, self._nlp.vocab)
            set_context(doc, report)
            yield report, doc

    def _parsed(self, report: Report) -> Iterator[tuple[int, Doc]]:
        for batch in _batched(self._cut(report), self._settings.batch_size):
            texts = ((text, at) for at, text in batch)
            for doc, at in self._nlp.pipe(texts, as_tuples=True, batch_size=len(batch)):
                doc.tensor = _NO_TENSOR  # a kilobyte a token: 200 MB in a yearbook
                yield at, doc

    def _cut(self, report: Report) -> Iterator[Piece]:
        """The report's pieces with their offsets."""
        for block in report.blocks:
            text = report.text[block.start : block.end]
            for start, end in pieces(text, self._settings.max_bytes):
                yield block.start + start, text[start:end]


def _batched(cut: Iterable[Piece], most: int) -> Iterator[list[Piece]]:
    """Batches of at most so many pieces and, but for a longer one, so many characters."""
    batch: list[Piece] = []
    size = 0
    for at, text in cut:
        if batch and (len(batch) == most or size + len(text) > _BATCH_CHARACTERS):
            yield batch
            batch, size = [], 0
        batch.append((at, text))
        size += len(text)
    if batch:
        yield batch
