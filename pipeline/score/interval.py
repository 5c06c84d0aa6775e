"""How far a figure would swing with other reports: a bootstrap over documents."""

from collections.abc import Sequence

import numpy as np

from pipeline.score.spans import Counts

_SAMPLES = 2000


def interval(documents: Sequence[Counts], share: float = 0.95) -> tuple[float, float]:
    """Lower and upper bound of F1 when whole documents are drawn again, with replacement.

    Sentences of one document are alike, so drawing them singly would promise too much.
    """
    if not documents:
        return 0.0, 1.0
    table = np.array([(c.right, c.found + c.gold) for c in documents], dtype=float)
    drawn = np.random.default_rng(0).integers(len(table), size=(_SAMPLES, len(table)))
    right, total = table[drawn].sum(axis=1).T
    scores = np.divide(2 * right, total, out=np.ones_like(right), where=total > 0)
    low, high = np.quantile(scores, [(1 - share) / 2, (1 + share) / 2])
    return float(low), float(high)
