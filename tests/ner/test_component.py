"""The component with the weights in the package."""

from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from pipeline.ner.component import SPANS, NameTagger
from pipeline.ner.weights import SHIPPED, WeightsError, read_weights


@pytest.fixture(scope="module")
def tagger(ginza: Language) -> NameTagger:
    return NameTagger(read_weights(SHIPPED, ginza.vocab), least=0.2)


def found(doc: Doc) -> list[tuple[str, str]]:
    return [(span.text, span.label_) for span in doc.spans[SPANS]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ロシアのプーチン大統領は演説した。", [("ロシア", "COUNTRY"), ("プーチン", "PERSON")]),
        ("2022年2月24日", [("2022年2月24日", "DATE")]),
        ("世界保健機関によると、", [("世界保健機関", "ORG")]),
        # Seen in no corpus: the name's shape and the post after it tell.
        ("マルコ・ベルトリッチ大使が", [("マルコ・ベルトリッチ", "PERSON")]),
        ("橋の上で魚を釣るのは楽しい。", []),
        ("", []),
    ],
)
def test_names(
    ginza: Language, tagger: NameTagger, text: str, expected: list[tuple[str, str]]
) -> None:
    assert found(tagger(ginza(text))) == expected


def test_spans_are_flat_in_order_and_scored(ginza: Language, tagger: NameTagger) -> None:
    text = "国際連合のグテーレス事務総長は2023年9月、ブラジルと南アフリカの外務省を訪れた。" * 20
    doc = tagger(ginza(text))
    group = doc.spans[SPANS]
    assert len(group) >= 80
    assert all(a.end <= b.start for a, b in zip(group, list(group)[1:], strict=False))
    assert len(group.attrs["scores"]) == len(group)
    assert all(0 < score < 1 for score in group.attrs["scores"])
    assert not doc.ents


def test_batches_do_not_change_what_is_found(ginza: Language, tagger: NameTagger) -> None:
    texts = ["中国の習近平国家主席。", "", "日本は2国間で協議した。", "米国議会の下院で。" * 9]
    single = [found(tagger(ginza(text))) for text in texts]
    assert [found(doc) for doc in tagger.pipe(ginza.pipe(texts))] == single
    assert [found(d) for d in tagger.pipe(ginza.pipe(texts), batch_size=1)] == single


def test_a_whole_report_without_a_full_stop(ginza: Language, tagger: NameTagger) -> None:
    doc = tagger(ginza("、".join(["フランス"] * 3000)))
    assert len(doc.spans[SPANS]) == 3000


def test_in_anybodys_pipeline() -> None:
    nlp = spacy.load("ja_ginza", exclude=["ner", "parser", "morphologizer", "bunsetu_recognizer"])
    nlp.add_pipe("hokoku_ner")
    (doc,) = nlp.pipe(["ウクライナのゼレンスキー大統領。"])
    assert ("ウクライナ", "COUNTRY") in found(doc)


def test_without_tok2vec_it_says_what_is_needed(ginza: Language, tagger: NameTagger) -> None:
    with pytest.raises(ValueError, match="tok2vec"):
        tagger(ginza.make_doc("日本"))


@pytest.mark.parametrize("lacking", ["config.cfg", "vectors"])
def test_weights_that_do_not_fit_say_why(lacking: str, ginza: Language, tmp_path: Path) -> None:
    folder = SHIPPED if lacking == "vectors" else tmp_path
    vocab = Vocab() if lacking == "vectors" else ginza.vocab
    with pytest.raises(WeightsError, match=lacking):
        read_weights(folder, vocab)
