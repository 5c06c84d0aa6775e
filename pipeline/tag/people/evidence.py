"""How sure it is that a candidate is a person, from its shape and what stands round it."""

from pipeline.tag.people.cues import PREFECTURES, Cue, Cues
from pipeline.tag.people.shapes import Candidate, Shape
from pipeline.tag.words import reading

_KANA = frozenset([Shape.KANA, Shape.KANA_FULL, Shape.UNSURE_KANA])


def _row(
    honorific: float,
    familiar: float,
    era: float,
    period: float,
    leader: float,
    post: float,
    work: float,
) -> dict[Cue, float]:
    return dict(zip(Cue, (honorific, familiar, era, period, leader, post, work), strict=True))


# About the share of right ones among candidates of a shape with a cue, on the development set.
_SCORES: dict[Shape, dict[Cue, float]] = {
    Shape.FULL: _row(0.98, 0.97, 0.95, 0.9, 0.98, 0.97, 0.95),
    Shape.SURNAME: _row(0.95, 0.93, 0.9, 0.0, 0.95, 0.92, 0.88),
    Shape.UNSURE_SURNAME: _row(0.9, 0.0, 0.0, 0.0, 0.9, 0.0, 0.0),
    Shape.KANA_FULL: _row(0.98, 0.95, 0.93, 0.9, 0.97, 0.95, 0.9),
    Shape.KANA: _row(0.97, 0.93, 0.92, 0.9, 0.97, 0.95, 0.0),
    Shape.UNSURE_KANA: _row(0.9, 0.0, 0.0, 0.0, 0.9, 0.0, 0.0),
    Shape.HANZI: _row(0.9, 0.88, 0.9, 0.0, 0.93, 0.88, 0.0),
}
_FULL_ALONE, _KANA_FULL_ALONE, _TITLED, _LATIN = 0.92, 0.88, 0.93, 0.88
_UNSURE_ERA, _IN_CHARGE, _BESIDE, _HEAD, _HANZI = 0.88, 0.88, 0.88, 0.88, 0.97


def score(candidate: Candidate, text: str, cues: Cues) -> float:
    """The prior probability that the candidate names a person; 0 for none."""
    cue = cues.following(text, candidate.end)
    shape = candidate.shape
    if (shape in _KANA or cue is None) and cues.barred(text, candidate.end):
        return 0.0
    if shape is Shape.LATIN:
        return _TITLED if candidate.known else _LATIN
    if cue is None:
        return _alone(candidate, text, cues)
    if cue is Cue.WORK and text[candidate.start : candidate.end] in PREFECTURES:
        return 0.0
    return _unsure(candidate, cue, text, cues) or _SCORES[shape][cue]


def _unsure(candidate: Candidate, cue: Cue, text: str, cues: Cues) -> float:
    """What more than the cue tells of a common word that can be a name; 0 if nothing does."""
    match candidate.shape, cue:
        case Shape.UNSURE_KANA, Cue.ERA if candidate.known:
            return _UNSURE_ERA
        case Shape.UNSURE_KANA, Cue.POST if cues.is_of_ministry(text, candidate.end):
            return 0.0 if _is_of_office(text[candidate.start : candidate.end], cues) else _HEAD
        case Shape.HANZI, Cue.POST if candidate.known:
            return _HANZI
        case Shape.UNSURE_SURNAME, Cue.POST if cues.is_beside_member(text, candidate.start):
            return _BESIDE
    return 0.0


def _is_of_office(word: str, cues: Cues) -> bool:
    """Whether the word may begin a post: エネルギー|産業大臣, but シン|国防大臣."""
    told = reading(word)
    return word in cues.in_offices and not (told.surname or told.given)


def _alone(candidate: Candidate, text: str, cues: Cues) -> float:
    match candidate.shape:
        case Shape.FULL if candidate.known:
            return _FULL_ALONE
        case Shape.KANA_FULL if candidate.known:
            return _KANA_FULL_ALONE
        case Shape.SURNAME if cues.is_in_charge(text, candidate.start, candidate.end):
            return _IN_CHARGE
    return 0.0
