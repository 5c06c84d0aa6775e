"""The bootstrap over documents."""

from pipeline.score.interval import interval
from pipeline.score.spans import Counts


def test_like_documents_give_a_narrow_interval() -> None:
    assert interval([Counts(9, 10, 10)] * 20) == (0.9, 0.9)


def test_unlike_documents_give_a_wide_one_round_the_figure() -> None:
    documents = [Counts(10, 10, 10), Counts(2, 10, 10)] * 5
    low, high = interval(documents)
    assert low < 0.5
    assert high > 0.7


def test_no_document_tells_nothing() -> None:
    assert interval([]) == (0.0, 1.0)
