"""What plain GiNZA finds on the same texts: its labels mapped, nothing else done."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.files import write_whole
from pipeline.report import Report
from pipeline.score.gold import Span
from pipeline.settings import TagSettings

if TYPE_CHECKING:
    from spacy.language import Language

_MODEL = "ja_ginza"
# Plain use feeds it a paragraph at a time; Sudachi refuses one of more than 49,149 bytes.
_MOST_CHARACTERS = 16_000


class PlainGinza:
    """Runs ja_ginza as it comes; what it found is kept for the next scoring of the same text."""

    def __init__(self, settings: TagSettings, cache: Path) -> None:
        self._settings = settings
        self._cache = cache
        self._nlp: Language | None = None

    def spans(self, report: Report) -> list[Span]:
        """GiNZA's entities in the report's reading text, with our labels and text offsets."""
        kept = self._cache / f"{report.doc}.json"
        try:
            stored = json.loads(kept.read_text("utf-8"))
        except FileNotFoundError:
            stored = {}
        if stored.get("text") != report.text:
            stored = {"text": report.text, "entities": list(self._entities(report))}
            write_whole(kept, json.dumps(stored, ensure_ascii=False).encode())
        return [
            Span(start, end, label, report.text[start:end], found_by=_MODEL)
            for start, end, fine in stored["entities"]
            if (label := self._settings.label_of(fine))
        ]

    def _entities(self, report: Report) -> Iterator[tuple[int, int, str]]:
        if self._nlp is None:
            import spacy

            self._nlp = spacy.load(_MODEL)
        paragraphs = [
            (report.text[block.start : block.end][:_MOST_CHARACTERS], block.start)
            for block in report.blocks
        ]
        for doc, at in self._nlp.pipe(paragraphs, as_tuples=True, batch_size=64):
            for entity in doc.ents:
                yield at + entity.start_char, at + entity.end_char, entity.label_
