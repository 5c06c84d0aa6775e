"""The training data, tokenized as ja_ginza does."""

import random
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import spacy

from pipeline.label import Label
from pipeline.lexicon import parts, read_rows
from pipeline.paths import configs
from pipeline.train.calendar import some_dates
from pipeline.train.corpora import read_corpora
from pipeline.train.fit import Example, example
from pipeline.train.gold import read_gold
from pipeline.train.labelled import Labelled, tags_of, with_countries
from pipeline.train.swap import names_in, swapped

_UNUSED = ["parser", "ner", "morphologizer", "compound_splitter", "bunsetu_recognizer"]
_DATES = 4_000  # twice as many as the corpora have


@dataclass(frozen=True, slots=True)
class Text:
    """A sentence of a corpus or a paragraph of gold, and the example made of it.

    `variants` are the same text with other names in it.
    """

    labelled: Labelled
    example: Example
    variants: list[Example] = field(default_factory=list)


class Data:
    """All there is to learn from; silver comes when there is a network to make it with."""

    def __init__(self, corpora: Path, gold: Path, texts: Path, swaps: int, seed: int) -> None:
        """Read the public corpora (*.jsonl), and gold with its texts, as ja_ginza does.

        Each text of gold gets `swaps` variants with names from the corpora and the lexicon.
        """
        self._nlp = spacy.load("ja_ginza", exclude=_UNUSED)
        countries = _lexicon("countries.csv", "name", "names", "characters")
        self.corpora = self._read(list(read_corpora(corpora, countries.__contains__)), countries)
        self.gold = self._read(list(read_gold(gold, texts)))
        self.silver: list[Text] = []
        names = names_in(
            (text.labelled for text in self.corpora),
            {
                Label.ORG: sorted(_lexicon("organisations.csv", "name")),
                Label.COUNTRY: sorted(countries),
                Label.DATE: some_dates(_DATES),
            },
        )
        rng = random.Random(seed)
        for _ in range(swaps):
            changed = self._read([swapped(text.labelled, names, rng) for text in self.gold])
            for text, variant in zip(self.gold, changed, strict=True):
                text.variants.append(variant.example)

    def add_silver(self, texts: Iterable[Labelled]) -> None:
        """Read blocks of unlabelled reports, with the mentions that are agreed on."""
        self.silver += self._read(list(texts))

    def _read(self, texts: Sequence[Labelled], countries: Container[str] = ()) -> list[Text]:
        return list(self._texts(texts, countries))

    def _texts(self, texts: Sequence[Labelled], countries: Container[str]) -> Iterator[Text]:
        docs = self._nlp.pipe([text.text for text in texts], batch_size=64)
        for labelled, doc in zip(texts, docs, strict=True):
            doc.tensor = doc.tensor.astype("float16")  # half the memory
            found = with_countries(labelled, doc, countries)
            yield Text(found, example(doc, tags_of(doc, found.stretches)))


def _lexicon(file: str, *columns: str) -> set[str]:
    rows = read_rows(configs() / "lexicon" / file, columns)
    return {name for row in rows for column in columns for name in parts(row[column])}
