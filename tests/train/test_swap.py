import random

from hypothesis import given
from hypothesis import strategies as st

from pipeline.label import Label
from pipeline.train.labelled import Labelled, Stretch
from pipeline.train.swap import names_in, swapped

TEXT = "3月、ロシア外務省のザハロワ報道官は日露関係について述べた。"
SPANS = [
    Stretch(0, 2, Label.DATE),
    Stretch(3, 9, Label.ORG),
    Stretch(10, 14, Label.PERSON),
    Stretch(18, 19, Label.COUNTRY),
    Stretch(19, 20, Label.COUNTRY),
]
NAMES = {Label.ORG: ["トルコ中央銀行"], Label.PERSON: ["向山　淳"], Label.COUNTRY: ["アルゼンチン"]}


@given(st.integers())
def test_labels_move_with_their_names(seed: int) -> None:
    new = swapped(Labelled(TEXT, SPANS), NAMES, random.Random(seed))
    found = [new.text[s.start : s.end] for s in new.stretches]
    assert [s.label for s in new.stretches] == [s.label for s in SPANS]
    assert found[0] == "3月"  # no other date is given
    assert found[1] in ("ロシア外務省", "トルコ中央銀行")
    assert found[2] in ("ザハロワ", "向山　淳")
    assert found[3:] == ["日", "露"]  # names of one character stay
    assert new.text == f"3月、{found[1]}の{found[2]}報道官は日露関係について述べた。"


def test_both_old_and_new_names_come() -> None:
    rng = random.Random(0)
    texts = {swapped(Labelled(TEXT, SPANS), NAMES, rng).text for _ in range(20)}
    assert len(texts) == 4  # two names, each kept or changed


def test_names_come_from_texts_and_lexicon() -> None:
    names = names_in([Labelled(TEXT, SPANS)], {Label.ORG: ["国連"]})
    assert names[Label.ORG] == ["国連", "ロシア外務省"]
    assert names[Label.COUNTRY] == []  # names of one character are no names elsewhere
    assert names[Label.DATE] == ["3月"]
