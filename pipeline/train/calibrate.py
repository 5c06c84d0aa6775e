"""Makes probabilities honest: of the mentions with 0.9, nine in ten shall be right."""

from collections.abc import Sequence

import numpy as np

from pipeline.ner.weights import log_odds

_PRIOR = 1.0  # pulls slope to 1 and intercept to 0 where there are few mentions
_STRIDE = 0.5  # no step is longer, or Newton's method leaps over the minimum


def fit_line(outcomes: Sequence[tuple[float, bool]]) -> tuple[float, float]:
    """Slope and intercept on the log-odds (Platt) from pairs of probability and whether right.

    Too sure a network, right 3 times in 4 at 0.9, gets a line that leads from 0.9 to 0.75.
    """
    x = np.array([[log_odds(probability), 1.0] for probability, _ in outcomes]).reshape(-1, 2)
    y = np.array([right for _, right in outcomes], dtype=float)
    start = np.array([1.0, 0.0])
    line = start.copy()
    for _ in range(100):  # Newton's method; the loss is convex
        p = 1 / (1 + np.exp(-x @ line))
        gradient = x.T @ (p - y) + _PRIOR * (line - start)
        hessian = (x * (p * (1 - p))[:, None]).T @ x + _PRIOR * np.eye(2)
        step = np.linalg.solve(hessian, gradient)
        line -= np.clip(step, -_STRIDE, _STRIDE)
        if np.abs(step).max() < 1e-8:
            break
    return float(line[0]), float(line[1])


def error(outcomes: Sequence[tuple[float, bool]], bins: int = 10) -> float:
    """Mean distance between score and share right, over bins of equal width (ECE)."""
    total = 0.0
    for low in range(bins):
        inside = [(p, y) for p, y in outcomes if low <= min(p * bins, bins - 1e-9) < low + 1]
        total += abs(sum(p - y for p, y in inside))
    return total / len(outcomes) if outcomes else 0.0
