"""The training data, tokenized as ja_ginza does."""

from dataclasses import dataclass
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.vocab import Vocab

from pipeline.lexicon import parts, read_rows
from pipeline.paths import configs
from pipeline.train.corpora import read_corpora
from pipeline.train.fit import Example, example
from pipeline.train.gold import read_gold
from pipeline.train.labelled import Labelled, Stretch, tags_of, with_countries


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph of gold: its mentions in characters, and the example made of it."""

    stretches: list[Stretch]
    example: Example

    @property
    def document(self) -> str:
        """The name of the document that it is from."""
        return self.example.source


@dataclass(slots=True)
class Data:
    """All there is to learn from."""

    vocab: Vocab
    corpora: list[Example]
    gold: list[Text]


def read_data(corpora: Path, gold: Path, texts: Path) -> Data:
    """Read and tokenize the public corpora (*.jsonl) and gold with its texts."""
    nlp = spacy.load("ja_ginza")  # for its tokenizer and vectors
    countries = _country_names()
    public = []
    for sentence in read_corpora(corpora, countries.__contains__):
        doc = nlp.make_doc(sentence.text)
        tags = with_countries(doc, tags_of(doc, sentence.stretches), countries.__contains__)
        public.append(example(doc, tags, sentence.source))
    return Data(nlp.vocab, public, [_text(nlp, paragraph) for paragraph in read_gold(gold, texts)])


def _text(nlp: Language, paragraph: Labelled) -> Text:
    doc = nlp.make_doc(paragraph.text)
    tags = tags_of(doc, paragraph.stretches)
    return Text(paragraph.stretches, example(doc, tags, paragraph.source))


def _country_names() -> set[str]:
    rows = read_rows(configs() / "lexicon" / "countries.csv", ["code", "name", "names"])
    return {
        name
        for row in rows
        for name in (row["name"], *parts(row["names"]), *parts(row["characters"]))
    }
