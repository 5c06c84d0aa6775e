"""How sure it is that a candidate is a person, from its shape and what stands round it."""

from pipeline.tag.people.cues import Cue, Cues
from pipeline.tag.people.shapes import Candidate, Shape

_KANA = frozenset([Shape.KANA, Shape.KANA_FULL, Shape.UNSURE_KANA])
# The share of right ones among candidates of a shape with a cue, seen on reports without gold.
_SCORES: dict[Shape, dict[Cue, float]] = {
    Shape.FULL: {Cue.HONORIFIC: 0.98, Cue.ERA: 0.95, Cue.LEADER: 0.98, Cue.POST: 0.97},
    Shape.SURNAME: {Cue.HONORIFIC: 0.95, Cue.ERA: 0.9, Cue.LEADER: 0.95, Cue.POST: 0.92},
    Shape.UNSURE_SURNAME: {Cue.HONORIFIC: 0.85, Cue.LEADER: 0.85},
    Shape.KANA_FULL: {Cue.HONORIFIC: 0.98, Cue.ERA: 0.9, Cue.LEADER: 0.97, Cue.POST: 0.93},
    Shape.KANA: {Cue.HONORIFIC: 0.97, Cue.ERA: 0.85, Cue.LEADER: 0.96, Cue.POST: 0.88},
    Shape.UNSURE_KANA: {Cue.HONORIFIC: 0.85, Cue.LEADER: 0.85},
    Shape.HANZI: {Cue.HONORIFIC: 0.9, Cue.ERA: 0.9, Cue.LEADER: 0.93, Cue.POST: 0.88},
}
_FULL_ALONE, _KANA_FULL_ALONE, _TITLED, _LATIN = 0.85, 0.75, 0.9, 0.75
_UNSURE_ERA = 0.8


def score(candidate: Candidate, text: str, cues: Cues) -> float:
    """The prior probability that the candidate names a person; 0 for none."""
    cue = cues.following(text, candidate.end)
    shape = candidate.shape
    if (shape in _KANA or cue is None) and cues.barred(text, candidate.end):
        return 0.0
    if shape is Shape.LATIN:
        return _TITLED if candidate.known else _LATIN
    if shape is Shape.UNSURE_KANA and cue is Cue.ERA:
        return _UNSURE_ERA if candidate.known else 0.0
    if cue:
        return _SCORES[shape].get(cue, 0.0)
    if shape is Shape.FULL:
        return _FULL_ALONE
    return _KANA_FULL_ALONE if shape is Shape.KANA_FULL and candidate.known else 0.0
