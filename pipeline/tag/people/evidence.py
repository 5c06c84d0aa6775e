"""How sure it is that a candidate is a person, from its shape and what stands round it."""

from pipeline.tag.people.cues import Cue, Cues
from pipeline.tag.people.shapes import Candidate, Shape

# The share of right ones among candidates of a shape with a cue, seen on reports without gold.
_SCORES: dict[tuple[Shape, Cue | None], float] = {
    (Shape.FULL, Cue.HONORIFIC): 0.98,
    (Shape.FULL, Cue.ERA): 0.95,
    (Shape.FULL, Cue.LEADER): 0.98,
    (Shape.FULL, Cue.POST): 0.97,
    (Shape.FULL, None): 0.85,
    (Shape.SURNAME, Cue.HONORIFIC): 0.95,
    (Shape.SURNAME, Cue.ERA): 0.9,
    (Shape.SURNAME, Cue.LEADER): 0.95,
    (Shape.SURNAME, Cue.POST): 0.9,
    (Shape.KANA_FULL, Cue.HONORIFIC): 0.98,
    (Shape.KANA_FULL, Cue.ERA): 0.9,
    (Shape.KANA_FULL, Cue.LEADER): 0.97,
    (Shape.KANA_FULL, Cue.POST): 0.93,
    (Shape.KANA, Cue.HONORIFIC): 0.97,
    (Shape.KANA, Cue.ERA): 0.85,
    (Shape.KANA, Cue.LEADER): 0.96,
    (Shape.KANA, Cue.POST): 0.88,
    (Shape.DOUBTFUL, Cue.HONORIFIC): 0.85,
    (Shape.DOUBTFUL, Cue.LEADER): 0.85,
}
_KNOWN_KANA_FULL = 0.75


def score(candidate: Candidate, text: str, cues: Cues) -> float:
    """The prior probability that the candidate names a person; 0 for none."""
    kana = candidate.shape in (Shape.KANA, Shape.KANA_FULL, Shape.DOUBTFUL)
    if kana and cues.barred(text, candidate.end):
        return 0.0
    cue = cues.following(text, candidate.end)
    if cue is None and candidate.shape is Shape.KANA_FULL and candidate.known:
        return _KNOWN_KANA_FULL
    return _SCORES.get((candidate.shape, cue), 0.0)
