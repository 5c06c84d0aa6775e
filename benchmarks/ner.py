"""The learned tagger beside ja_ginza's own NER: strict F1 on documents left out, and speed.

    python -m benchmarks.ner --gold ../shared/gold --texts ../shared/labelled --folds DIR

DIR is the folder `folds` that `hokoku train --folds K` left: assignment.json names for every
document the weights that have not seen it. Documents that are not named there are all new to the
shipped weights, which read them then. Both taggers read the same paragraphs.
"""

import argparse
import json
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import NumpyOps, set_current_ops

from pipeline.label import Label
from pipeline.ner.component import SPANS, NameTagger
from pipeline.ner.weights import SHIPPED, read_weights
from pipeline.settings import load_settings
from pipeline.train.gold import read_gold
from pipeline.train.measure import Key, Tally, table

Found = Callable[[Doc, str], list[Key]]
Read = Sequence[tuple[str, list[Key], Doc]]  # document, gold, paragraph
_CHOSEN = 0.5


def main() -> None:
    """Print a table for each tagger, then characters a second of each."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name in ("gold", "texts", "folds"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    given = parser.parse_args()
    set_current_ops(NumpyOps(use_blis=False))
    nlp = spacy.load("ja_ginza")
    folders = json.loads((given.folds / "assignment.json").read_text("utf-8"))
    read = _read(nlp, given.gold, given.texts)
    for name, found in (
        ("learned, documents left out", _learned(nlp, folders)),
        ("ja_ginza's ner, mapped", _ginza()),
    ):
        print(name)
        print(table(_tallies(read, found, folders)))
    _time(nlp, [doc.text for *_, doc in read])


def _read(nlp: Language, gold: Path, texts: Path) -> Read:
    paragraphs = list(read_gold(gold, texts))
    docs = nlp.pipe([paragraph.text for paragraph in paragraphs], batch_size=64)
    return [
        (p.source, [(s.start, s.end, s.label) for s in p.stretches if s.label], doc)
        for p, doc in zip(paragraphs, docs, strict=True)
    ]


def _tallies(read: Read, found: Found, folders: dict[str, str]) -> dict[str, Tally]:
    """A tally of each fold."""
    tallies: dict[str, Tally] = {}
    for name, true, doc in read:
        fold = Path(folders.get(name, "new")).name
        tallies.setdefault(fold, Tally()).add(true, found(doc, name))
    return dict(sorted(tallies.items()))


def _learned(nlp: Language, folders: dict[str, str]) -> Found:
    known = {folder: Path(folder) for folder in folders.values()} | {"": SHIPPED}
    taggers = {f: NameTagger(read_weights(path, nlp.vocab), 0.2) for f, path in known.items()}

    def found(doc: Doc, name: str) -> list[Key]:
        spans = taggers[folders.get(name, "")](doc).spans[SPANS]
        return [
            (span.start_char, span.end_char, Label(span.label_))
            for span, score in zip(spans, spans.attrs["scores"], strict=True)
            if score >= _CHOSEN
        ]

    return found


def _ginza() -> Found:
    label_of = load_settings().tag.label_of

    def found(doc: Doc, name: str) -> list[Key]:
        mapped = [(e.start_char, e.end_char, label_of(e.label_)) for e in doc.ents]
        return [(start, end, label) for start, end, label in mapped if label]

    return found


def _time(nlp: Language, texts: Sequence[str]) -> None:
    """Each tagger on Docs that ja_ginza's tokenizer and tok2vec have prepared, in one thread."""
    tagger = NameTagger(read_weights(SHIPPED, nlp.vocab), 0.2)
    parts: dict[str, Any] = dict(nlp.pipeline)
    for name, part in (("learned", tagger), ("ja_ginza's ner", parts["ner"])):
        docs: Iterator[Doc] = parts["tok2vec"].pipe(map(nlp.make_doc, texts))
        prepared = list(docs)
        start = time.process_time()
        characters = sum(len(doc.text) for doc in part.pipe(iter(prepared)))
        print(f"{name}: {characters / (time.process_time() - start):,.0f} characters/s")


if __name__ == "__main__":
    main()
