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
from pipeline.segment.respell import respelled
from pipeline.settings import SegmentSettings
from pipeline.spelling import common

__all__ = ["ModelError", "Segmenter"]

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
            cut = list(self._cut(report))
            # What stands in a report twice (a speaker's line, a heading) is parsed once.
            parsed = dict(self._parsed(dict.fromkeys(text for _, text in cut)))
            parts = [(at, parsed[text]) for at, text in cut if len(parsed[text])]
            doc = join(parts, report.text, self._nlp.vocab)
            set_context(doc, report)
            yield report, doc

    def _parsed(self, texts: Iterable[str]) -> Iterator[tuple[str, Doc]]:
        for batch in _batched(texts, self._settings.batch_size):
            docs = self._nlp.pipe(map(common, batch), batch_size=len(batch))
            for text, doc in zip(batch, docs, strict=True):
                doc.tensor = _NO_TENSOR  # a kilobyte a token: 200 MB in a yearbook
                yield text, respelled(doc, text)

    def _cut(self, report: Report) -> Iterator[tuple[int, str]]:
        """What is parsed at once, each with its offset in the report."""
        for block in report.blocks:
            text = report.text[block.start : block.end]
            for start, end in pieces(text, self._settings.max_bytes):
                yield block.start + start, text[start:end]


def _batched(texts: Iterable[str], most: int) -> Iterator[list[str]]:
    """Batches of at most so many texts and, but for a longer one, so many characters."""
    batch: list[str] = []
    size = 0
    for text in texts:
        if batch and (len(batch) == most or size + len(text) > _BATCH_CHARACTERS):
            yield batch
            batch, size = [], 0
        batch.append(text)
        size += len(text)
    if batch:
        yield batch
