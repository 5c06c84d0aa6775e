import pytest
from spacy.language import Language

from pipeline.label import Label
from pipeline.train.labelled import Labelled, Stretch, tags_of, with_countries


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("外務省が", "外務省", ["U-ORG", "O"]),
        ("国際連合食糧農業機関が", "国際連合食糧農業機関", None),  # several tokens
        ("日露関係", "日", ["-", "O"]),  # 日 begins the token 日露
        ("モーニング娘。の歌", "モーニング娘。", None),  # holds a full stop
    ],
)
def test_tags(ginza: Language, text: str, name: str, expected: list[str] | None) -> None:
    doc = ginza.make_doc(text)
    tags = tags_of(doc, [Stretch(text.index(name), text.index(name) + len(name), Label.ORG)])
    if expected:
        assert tags == expected
    elif "。" in name:
        assert tags[0] == "-"
        assert not any("ORG" in tag for tag in tags)
    else:
        assert tags[0] == "B-ORG"
        assert set(tags[1:-2]) <= {"I-ORG"}
        assert tags[-2] == "L-ORG"


@pytest.mark.parametrize(
    ("text", "labelled", "expected"),
    [
        ("米国がキルギスで", "", ["米国", "キルギス"]),
        ("モスクワとパリで", "", []),  # cities
        ("キルギス外務省", "キルギス外務省", []),  # inside a longer name
        ("タイを締める", "", []),  # Sudachi's word, but none that the lexicon given here has
    ],
)
def test_countries_that_a_corpus_leaves_unlabelled(
    ginza: Language, text: str, labelled: str, expected: list[str]
) -> None:
    given = [Stretch(0, len(labelled), Label.ORG)] if labelled else []
    doc = ginza.make_doc(text)
    found = with_countries(Labelled(text, given), doc, {"キルギス", "米国"})
    added = [text[s.start : s.end] for s in found.stretches if s.label is Label.COUNTRY]
    assert added == expected
