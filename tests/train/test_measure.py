import pytest

from pipeline.label import Label
from pipeline.train.measure import Tally, table


def test_strict_f1_needs_both_ends_and_the_label() -> None:
    tally = Tally()
    tally.add(
        gold=[(0, 2, Label.ORG), (3, 5, Label.ORG), (6, 8, Label.PERSON)],
        predicted=[(0, 2, Label.ORG), (3, 6, Label.ORG), (6, 8, Label.COUNTRY)],
    )
    assert tally.f1([Label.ORG]) == 0.5
    assert tally.f1([Label.PERSON]) == 0
    assert tally.f1() == pytest.approx(1 / 3)


def test_the_table_tells_mean_over_folds_and_pooled_apart() -> None:
    small, large = Tally(), Tally()
    small.add([(0, 1, Label.DATE)], [(0, 1, Label.DATE)])
    large.add([(n, n + 1, Label.DATE) for n in range(9)], [])
    mean, pooled = table({"0": small, "1": large}).splitlines()[-2:]
    assert mean.split()[-1] == "0.500"
    assert pooled.split()[-1] == "0.182"  # 1 right of 10 in gold and 1 predicted
