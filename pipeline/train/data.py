"""The training data, tokenized as ja_ginza does."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
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

_DATES = 4_000  # twice as many as the corpora have


@dataclass(frozen=True, slots=True)
class Text:
    """A sentence of a corpus or a paragraph of gold, and the example made of it."""

    labelled: Labelled
    example: Example


class Data:
    """All there is to learn from."""

    def __init__(self, corpora: Path, gold: Path, texts: Path) -> None:
        """Read and tokenize the public corpora (*.jsonl) and gold with its texts."""
        self._nlp = spacy.load("ja_ginza")  # for its tokenizer and vectors
        countries = _lexicon("countries.csv", "name", "names", "characters")
        self.corpora = [
            self._text(with_countries(s, self._nlp.make_doc(s.text), countries.__contains__))
            for s in read_corpora(corpora, countries.__contains__)
        ]
        self.gold = [self._text(paragraph) for paragraph in read_gold(gold, texts)]
        organisations = _lexicon("organisations.csv", "name")
        self._names = names_in(
            (text.labelled for text in self.corpora),
            {
                Label.ORG: sorted(organisations),
                Label.COUNTRY: sorted(countries),
                Label.DATE: some_dates(_DATES),
            },
        )

    def swapped(self, texts: Sequence[Text], rng: random.Random) -> list[Example]:
        """The texts with other names from the corpora and the lexicon in them."""
        return [self._text(swapped(t.labelled, self._names, rng)).example for t in texts]

    def _text(self, labelled: Labelled) -> Text:
        doc = self._nlp.make_doc(labelled.text)
        return Text(labelled, example(doc, tags_of(doc, labelled.stretches), labelled.source))


def _lexicon(file: str, *columns: str) -> set[str]:
    rows = read_rows(configs() / "lexicon" / file, columns)
    return {name for row in rows for column in columns for name in parts(row[column])}
