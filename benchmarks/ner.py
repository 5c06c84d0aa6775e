"""The learned tagger beside ja_ginza's own NER: strict F1 on documents left out, and speed.

    python benchmarks/ner.py --gold ../shared/gold --texts ../shared/labelled --folds DIR

DIR is the folder `folds` that `hokoku train --folds K` left: assignment.json names for every
document the weights that have not seen it. Both taggers read the same joined paragraphs.
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
from pipeline.train.labelled import Labelled
from pipeline.train.measure import Key, Tally, table

Found = Callable[[Sequence[Doc], str], list[list[Key]]]
_CHOSEN = 0.5


def main() -> None:
    """Print a table for each tagger, then characters a second of each."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name in ("gold", "texts", "folds"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    given = parser.parse_args()
    set_current_ops(NumpyOps(use_blis=False))
    nlp = spacy.load("ja_ginza")
    paragraphs = list(read_gold(given.gold, given.texts))
    folders = json.loads((given.folds / "assignment.json").read_text("utf-8"))
    for name, found in (
        ("learned, documents left out", _learned(nlp, folders)),
        ("ja_ginza's ner, mapped", _ginza(nlp)),
    ):
        print(name)
        print(table(_tallies(paragraphs, nlp, found, folders)))
    _time(nlp, [paragraph.text for paragraph in paragraphs])


def _tallies(
    paragraphs: Sequence[Labelled], nlp: Language, found: Found, folders: dict[str, str]
) -> dict[str, Tally]:
    """A tally of each fold."""
    tallies: dict[str, Tally] = {}
    for doc, folder in folders.items():
        own = [paragraph for paragraph in paragraphs if paragraph.source == doc]
        keys = found([nlp.make_doc(paragraph.text) for paragraph in own], folder)
        tally = tallies.setdefault(Path(folder).name, Tally())
        for paragraph, predicted in zip(own, keys, strict=True):
            true = [(s.start, s.end, s.label) for s in paragraph.stretches if s.label]
            tally.add(true, predicted)
    return dict(sorted(tallies.items()))


def _learned(nlp: Language, folders: dict[str, str]) -> Found:
    taggers = {f: NameTagger(read_weights(Path(f), nlp.vocab), 0.3) for f in set(folders.values())}

    def found(docs: Sequence[Doc], folder: str) -> list[list[Key]]:
        return [_keys(doc) for doc in taggers[folder].pipe(docs)]

    return found


def _keys(doc: Doc) -> list[Key]:
    spans = doc.spans[SPANS]
    return [
        (span.start_char, span.end_char, Label(span.label_))
        for span, score in zip(spans, spans.attrs["scores"], strict=True)
        if score >= _CHOSEN
    ]


def _ginza(nlp: Language) -> Found:
    label_of = load_settings().tag.label_of

    def found(docs: Sequence[Doc], folder: str) -> list[list[Key]]:
        return [
            [(e.start_char, e.end_char, label) for e in doc.ents if (label := label_of(e.label_))]
            for doc in nlp.pipe(docs, batch_size=64)
        ]

    return found


def _time(nlp: Language, texts: Sequence[str]) -> None:
    tagger = NameTagger(read_weights(SHIPPED, nlp.vocab), 0.3)
    ginza: list[Any] = [part for name, part in nlp.pipeline if name in ("tok2vec", "ner")]
    for name, parts in (("learned", [tagger]), ("ja_ginza's tok2vec and ner", ginza)):
        docs: Iterator[Doc] = iter([nlp.make_doc(text) for text in texts])
        start = time.perf_counter()
        for part in parts:
            docs = part.pipe(docs)
        characters = sum(len(doc.text) for doc in docs)
        print(f"{name}: {characters / (time.perf_counter() - start):,.0f} characters/s")


if __name__ == "__main__":
    main()
