"""The fast layers give what spaCy's give."""

from typing import Any

import numpy as np
import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.ml.models.tok2vec import MaxoutWindowEncoder, MultiHashEmbed, build_Tok2Vec_model
from spacy.tokens import Doc
from spacy.vocab import Vocab
from thinc.api import Model, chain, noop

from pipeline.encoder import quicken

WIDTH = 8


def _rows(lengths: list[int]) -> list[Any]:
    rng = np.random.default_rng(0)
    return [rng.standard_normal((length, WIDTH)).astype("float32") for length in lengths]


def _encoder(depth: int, window: int = 1, pieces: int = 3) -> Model[Any, Any]:
    model: Any = MaxoutWindowEncoder(WIDTH, window, pieces, depth)
    model.initialize(X=_rows([4]))
    for node in model.walk():  # biases and shifts begin as zero, which would hide padding
        for name in node.param_names:
            node.set_param(name, node.get_param(name) + np.float32(0.1))
    return chain(noop(), model)  # a model can replace its parts, not itself


@settings(max_examples=60, deadline=None)
@given(
    lengths=st.lists(st.integers(0, 30), min_size=1, max_size=8),
    depth=st.integers(1, 8),
    pieces=st.integers(1, 3),
)
def test_the_rows_are_those_of_spacy(lengths: list[int], depth: int, pieces: int) -> None:
    model, texts = _encoder(depth, pieces=pieces), _rows(lengths)
    slow = model.predict(texts)
    quicken(model)
    fast = model.predict(texts)
    assert [len(rows) for rows in fast] == lengths
    for one, other in zip(slow, fast, strict=True):
        np.testing.assert_allclose(one, other, atol=1e-5)


def test_more_rows_than_a_chunk() -> None:
    model, texts = _encoder(4), _rows([700, 3, 900])
    slow = model.predict(texts)
    quicken(model)
    for one, other in zip(slow, model.predict(texts), strict=True):
        np.testing.assert_allclose(one, other, atol=1e-5)


def test_a_wider_window_stays_as_it_is() -> None:
    model = _encoder(2, window=2)
    quicken(model)
    assert model.layers[1].name.startswith("with_array(residual(")


def test_it_can_no_longer_be_trained() -> None:
    model = _encoder(2)
    quicken(model)
    with pytest.raises(ValueError, match="only predict"):
        model.begin_update(_rows([3]))


def _docs(vocab: Vocab, *texts: str) -> list[Doc]:
    return [Doc(vocab, words=text.split()) for text in texts]


@pytest.mark.parametrize(
    ("columns", "quick"),
    [
        (["ORTH", "SHAPE"], True),  # of the word alone
        (["NORM", "SHAPE"], False),  # a token's norm may be another than its word's
        (["ORTH", "TAG"], False),  # the tag hangs on what stands around
    ],
)
def test_words_are_looked_up_once_where_that_is_the_same(columns: list[str], quick: bool) -> None:
    docs = _docs(Vocab(), "日本 と 米国 と 韓国", "", "日本 は 日本", "会談")
    embed = MultiHashEmbed(WIDTH, columns, [50] * len(columns), False)
    model: Any = build_Tok2Vec_model(embed, MaxoutWindowEncoder(WIDTH, 1, 3, 2))
    model.initialize(X=docs)
    slow = model.predict(docs)
    quicken(model)
    assert (model.get_ref("embed").name == "quick_embed") == quick
    for one, other in zip(slow, model.predict(docs), strict=True):
        np.testing.assert_allclose(one, other, atol=1e-5)


def test_ja_ginza_reads_the_same(ginza: Language) -> None:
    """ja_ginza as the segment stage loads it, beside ja_ginza as it comes."""
    text = "2023年9月、上川外務大臣はキルギスのクルバエフ外相と会談し、日露関係を協議した。"
    fast, slow = ginza(text), spacy.load("ja_ginza", exclude=["ner"])(text)
    np.testing.assert_allclose(fast.tensor, slow.tensor, atol=1e-4)
    assert [(t.text, t.tag_, t.dep_, t.head.i) for t in fast] == [
        (t.text, t.tag_, t.dep_, t.head.i) for t in slow
    ]
