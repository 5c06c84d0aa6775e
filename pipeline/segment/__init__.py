"""Segment: sentences, bunsetsu and tokens by GiNZA; the dear stage, once for a text."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.context import set_context
from pipeline.report import Report
from pipeline.segment.join import join
from pipeline.segment.model import ModelError, load_model
from pipeline.segment.pieces import pieces
from pipeline.settings import SegmentSettings

__all__ = ["ModelError", "Segmenter"]


class Segmenter:
    """Segments reports with one loaded model; make one in each worker (Sudachi does not pickle)."""

    def __init__(self, settings: SegmentSettings, nlp: Language | None = None) -> None:
        self._settings = settings
        self._nlp = nlp or load_model(settings)

    def segment(self, reports: Iterable[Report]) -> Iterator[tuple[Report, Doc]]:
        """For each report one Doc with `doc.text == report.text`.

        Headings, list items and all other blocks are parsed by themselves, so that none runs
        into the next. Blocks of several reports share a batch.
        """
        stream = ((piece, (report, at)) for report in reports for at, piece in self._cut(report))
        parsed = self._nlp.pipe(stream, as_tuples=True, batch_size=self._settings.batch_size)
        for _, parts in groupby(parsed, key=lambda part: id(part[1][0])):
            listed = list(parts)
            report = listed[0][1][0]
            placed = [(at, doc) for doc, (_, at) in listed if len(doc)]
            doc = join(placed, report.text, self._nlp.vocab)
            set_context(doc, report)
            yield report, doc

    def _cut(self, report: Report) -> Iterator[tuple[int, str]]:
        """The report's pieces with their offsets; of an empty report one empty piece."""
        for block in report.blocks or ():
            text = report.text[block.start : block.end]
            for start, end in pieces(text, self._settings.max_bytes):
                yield block.start + start, text[start:end]
        if not report.blocks:
            yield 0, ""
