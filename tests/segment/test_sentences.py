"""Where sentences begin."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from pipeline.segment.sentences import sentence_starts

# (text, its sentences)
CASES = [
    # a full stop ends a sentence
    ("訪日した。会談した。", ["訪日した。", "会談した。"]),
    # not inside quotes (spaCy#12099)
    ("「侵略だ。許せない。」と述べた。", ["「侵略だ。許せない。」と述べた。"]),
    # not inside brackets (ginza#153)
    ("中立である（ジョージアを除く。）。また、", ["中立である（ジョージアを除く。）。", "また、"]),
    # nested: the outer pair holds all
    ("『彼は「そうだ。」と。』と。次。", ["『彼は「そうだ。」と。』と。", "次。"]),
    # a bracket that never closes (OCR slip) holds nothing together
    ("「サハリン1]である。次に、", ["「サハリン1]である。", "次に、"]),
    # a closing bracket alone is nothing
    ("以上である。）次に、", ["以上である。", "）次に、"]),
    # question and exclamation marks, several together
    ("戦いをやめるか？！何を得れば。", ["戦いをやめるか？！", "何を得れば。"]),
    # a full-width space after the stop belongs to the sentence before
    ("なぜか？　それは。", ["なぜか？　", "それは。"]),
    # texts that write ，．
    ("実験を行った．結果は3．5である．", ["実験を行った．", "結果は3．5である．"]),
    # a numbered item's point ends nothing
    ("１．概要を示す。", ["１．概要を示す。"]),
    # no stop at all
    ("日露関係", ["日露関係"]),
    # nothing
    ("", []),
]


@pytest.mark.parametrize(("text", "sentences"), CASES)
def test_sentences(text: str, sentences: list[str]) -> None:
    assert [text[a:b] for a, b in pairwise([*sentence_starts(text), len(text)])] == sentences


@given(st.text(alphabet="日。「」（）？ 　．a1", max_size=60))
def test_starts_cut_the_text_without_loss(text: str) -> None:
    starts = sentence_starts(text)
    assert starts == sorted(set(starts))
    assert all(0 <= start < len(text) for start in starts)
    assert not text or starts[0] == 0


@pytest.mark.parametrize(("text", "sentences"), CASES)
def test_the_parser_keeps_to_them(ginza: Language, text: str, sentences: list[str]) -> None:
    assert [sentence.text for sentence in ginza(text).sents] == sentences
