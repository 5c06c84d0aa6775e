"""Names in Latin letters: Prime Minister Narendra Modi, KISHIDA Fumio, John F. Kennedy."""

import re
from collections.abc import Iterator

from pipeline.tag.people.cues import Cues
from pipeline.tag.people.shapes import Candidate, Shape
from pipeline.tag.words import Words, reading

_PART = r"[A-Z][a-z'’]+(?:-[A-Z][a-z]+)?|[A-Z]{3,}|(?:de|da|van|von|bin|al|el|der|del)"
_NAME = re.compile(
    rf"(?<![A-Za-z])(?:[A-Z][a-z'’]+|[A-Z]{{3,}})(?:[ ,]{{1,2}}[A-Z]\.)?(?:,? (?:{_PART})){{1,3}}"
    r"(?![A-Za-z])"
)
_CAPITALS = re.compile(r"[A-Z]{3,} [A-Z][a-z]+$|[A-Z][a-z]+ [A-Z]{3,}$")


def latin(words: Words, cues: Cues) -> Iterator[Candidate]:
    """Names after a title, names in the order SURNAME Given, and those with a known given name."""
    for match in _NAME.finditer(words.text):
        name = match[0]
        titled = _after_title(words.text, match.start(), cues)
        first = reading(name.split()[0].capitalize())
        listed = first.person and not first.common
        if titled or (
            listed and (_CAPITALS.match(name) or cues.following(words.text, match.end()))
        ):
            yield Candidate(match.start(), match.end(), Shape.LATIN, titled)


def _after_title(text: str, start: int, cues: Cues) -> bool:
    before = text[max(0, start - 20) : start]
    return any(match.end() == len(before) for match in cues.title.finditer(before))
