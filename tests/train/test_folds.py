from hypothesis import given
from hypothesis import strategies as st

from pipeline.train.folds import deal


def test_the_largest_document_fills_a_fold_by_itself() -> None:
    dealt = deal({"青書": 500, "対話": 200, "答弁": 250}, 2)
    assert dealt == {"青書": 0, "答弁": 1, "対話": 1}


@given(st.dictionaries(st.text(), st.integers(1, 100)), st.integers(1, 6))
def test_folds_differ_by_one_document_at_most(sizes: dict[str, int], folds: int) -> None:
    dealt = deal(sizes, folds)
    assert dealt.keys() == sizes.keys()
    filled = [sum(sizes[d] for d, f in dealt.items() if f == fold) for fold in range(folds)]
    assert max(filled) - min(filled) <= max(sizes.values(), default=0)
