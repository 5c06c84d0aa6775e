"""The country finder as a spaCy component, in both of Sudachi's ways to split, and its speed."""

from time import perf_counter

import pytest
import spacy
from spacy.language import Language

from pipeline.mention import proposals
from pipeline.paths import configs
from pipeline.tag.countries.component import CountryFinder

TEXT = "米国防長官は訪日し、日米韓の会談で対露制裁を協議した。日本海と英語は違う。"


def split(mode: str) -> Language:
    return spacy.blank("ja", config={"nlp": {"tokenizer": {"split_mode": mode}}})


@pytest.mark.parametrize("mode", ["A", "C"])
def test_anybodys_own_pipeline(mode: str) -> None:
    nlp = split(mode)
    nlp.add_pipe("hokoku_countries")
    found = sorted((m.start, m.value) for m in proposals(nlp(TEXT)))
    assert found == [(0, "USA"), (7, "JPN"), (10, "JPN"), (11, "USA"), (12, "KOR"), (18, "RUS")]


def test_a_hundred_thousand_characters_a_second() -> None:
    """With room to spare for a machine that others use, too."""
    doc = split("C")(TEXT * 300)
    finder = CountryFinder(configs() / "lexicon")
    start = perf_counter()
    finder(doc)
    assert len(doc.text) / (perf_counter() - start) > 30_000
