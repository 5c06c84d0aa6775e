"""The flat choice among candidates that overlap."""

from collections.abc import Iterable

from pipeline.mention import Mention

# Where candidates nest, the longest name wins (ANNOTATION.md, rule 2) unless it is this much less
# likely than what stands inside it.
_DOUBT = 0.5


def flat(candidates: Iterable[Mention], threshold: float) -> list[Mention]:
    """Candidates that do not overlap, in order of the text; none scores below the threshold.

    `キルギス` COUNTRY 0.97, `キルギス外務省` ORG 0.9 → the ORG
    """
    likely = [m for m in candidates if m.score >= threshold]
    chosen: list[Mention] = []
    for cluster in _clusters(sorted(likely, key=lambda m: (m.start, -m.end))):
        chosen += _best_of(cluster)
    return sorted(chosen, key=lambda m: m.start)


def _clusters(ordered: list[Mention]) -> Iterable[list[Mention]]:
    """Runs of candidates that hang together by overlaps."""
    cluster: list[Mention] = []
    reach = -1
    for mention in ordered:
        if cluster and mention.start >= reach:
            yield cluster
            cluster = []
        cluster.append(mention)
        reach = max(reach, mention.end) if len(cluster) > 1 else mention.end
    if cluster:
        yield cluster


def _best_of(cluster: list[Mention]) -> list[Mention]:
    """The set of disjoint candidates with the greatest weight (weighted interval scheduling)."""
    if len(cluster) == 1:
        return cluster
    by_end = sorted(cluster, key=lambda m: m.end)
    best: list[tuple[float, list[Mention]]] = [(0.0, [])]
    for index, mention in enumerate(by_end):
        before = max(
            (best[k + 1] for k in range(index) if by_end[k].end <= mention.start),
            key=lambda pair: pair[0],
            default=best[0],
        )
        taken = (before[0] + _weight(mention, cluster), [*before[1], mention])
        best.append(max(best[-1], taken, key=lambda pair: pair[0]))
    return best[-1][1]


def _weight(mention: Mention, cluster: list[Mention]) -> float:
    """What choosing the candidate is worth: its score, and that of each likely one inside it."""
    inside = sum(
        other.score
        for other in cluster
        if mention.start <= other.start
        and other.end <= mention.end
        and other.end - other.start < mention.end - mention.start
        and mention.score >= _DOUBT * other.score
    )
    return mention.score + inside
