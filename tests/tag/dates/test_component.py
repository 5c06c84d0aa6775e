"""The date finder as a spaCy component, and its speed."""

from time import perf_counter

import spacy
from spacy.tokens import Doc

from pipeline.mention import proposals
from pipeline.paths import configs
from pipeline.tag.dates.component import DateFinder


def test_anybodys_own_pipeline() -> None:
    nlp = spacy.blank("ja")
    nlp.add_pipe("hokoku_dates")
    doc = nlp("令和5年3月14日、東京で開催した。")
    assert [(m.start, m.end, m.value) for m in proposals(doc)] == [(0, 9, "2023-03-14")]


def test_a_hundred_thousand_characters_a_second() -> None:
    """With room to spare for a machine that others use, too."""
    text = "2023年3月、外相は1日5時間の会談を10か月ぶりに行い、昨年の合意を確認した。" * 2500
    doc = Doc(spacy.blank("ja").vocab, words=[text], spaces=[False])
    finder = DateFinder(configs() / "lexicon")
    start = perf_counter()
    finder(doc)
    assert len(text) / (perf_counter() - start) > 30_000
