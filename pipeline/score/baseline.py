"""What plain GiNZA finds on the same texts: its labels mapped, nothing else done."""

import json
from collections.abc import Iterator
from pathlib import Path

from pipeline.files import write_whole
from pipeline.label import Label
from pipeline.report import Report
from pipeline.score.gold import Span
from pipeline.settings import TagSettings

# Sudachi refuses more than 49,149 bytes; plain use feeds it a paragraph at a time.
_MODEL = "ja_ginza"


class PlainGinza:
    """Runs ja_ginza as it comes; what it found is kept for the next scoring of the same text."""

    def __init__(self, settings: TagSettings, cache: Path) -> None:
        self._settings = settings
        self._cache = cache
        self._nlp: object = None

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
            if (label := self._label(fine))
        ]

    def _label(self, fine: str) -> Label | None:
        return self._settings.label_of(fine)

    def _entities(self, report: Report) -> Iterator[tuple[int, int, str]]:
        import spacy

        if self._nlp is None:
            self._nlp = spacy.load(_MODEL)
        texts = [(report.text[b.start : b.end][:16_000], b.start) for b in report.blocks]
        for doc, at in self._nlp.pipe(texts, as_tuples=True, batch_size=64):  # type: ignore[attr-defined]
            for entity in doc.ents:
                yield at + entity.start_char, at + entity.end_char, entity.label_
