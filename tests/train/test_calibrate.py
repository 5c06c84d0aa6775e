import math

import pytest

from pipeline.ner.weights import log_odds
from pipeline.train.calibrate import error, fit_line


def at(line: tuple[float, float], probability: float) -> float:
    return 1 / (1 + math.exp(-line[0] * log_odds(probability) - line[1]))


def test_a_network_that_is_too_sure_is_brought_down() -> None:
    outcomes = [(0.9, i % 4 != 0) for i in range(400)] + [(0.6, i % 2 == 0) for i in range(400)]
    line = fit_line(outcomes)
    assert at(line, 0.9) == pytest.approx(0.75, abs=0.01)
    assert at(line, 0.6) == pytest.approx(0.5, abs=0.01)


def test_without_outcomes_probabilities_stay() -> None:
    assert fit_line([]) == (1.0, 0.0)


def test_all_right_stays_finite() -> None:
    assert 0.9 < at(fit_line([(0.9, True)] * 50), 0.9) < 1


def test_error_is_the_distance_from_the_share_of_right_ones() -> None:
    assert error([(0.75, i % 4 != 0) for i in range(100)]) == pytest.approx(0)
    assert error([(0.95, i % 2 == 0) for i in range(100)]) == pytest.approx(0.45)
