"""Names in Latin letters: Prime Minister Narendra Modi, KISHIDA Fumio, John F. Kennedy."""

import re
from collections.abc import Iterator

from pipeline.tag.people.cues import Cue, Cues
from pipeline.tag.people.shapes import Candidate, Shape
from pipeline.tag.words import Words, reading

_PART = (
    r"(?:[A-Z][a-z'’]+(?:[A-Z][a-z]+)?|[A-Z]{2,}|[A-Z]\.|de|da|van|von|bin|al|el|der|del)"
    r"(?:-[A-Z]?[A-Za-z]+)*"
)
_NAME = re.compile(
    rf"(?<![A-Za-z.])(?=[A-Z]){_PART}(?: {_PART}){{1,6}}(?:,? Jr)?(?:(?<=Jr)\.)?(?![A-Za-z])"
)
# Names in brackets after the title of their work: (Ada Byron, Kurt Mahler and Richard Roe)
_TWO_OR_THREE = r"[A-Z][a-z]+(?:-[A-Z][a-z]+)?(?: [A-Z]\.)? (?:(?:[A-Z][a-z]+){1,2}[ -]?){1,2}"
_BRACKETED = re.compile(
    rf"(?<=[(（]){_TWO_OR_THREE}(?:(?:[,、] ?(?:and )?| and | & ){_TWO_OR_THREE})+(?=[)）])"
)
_CAPITALS = re.compile(r"[A-Z]{3,} [A-Z][a-z-]+$|(?:[A-Z][a-z-]+|[A-Z]\.)(?: [A-Z]\.)? [A-Z]{3,}$")


def latin(words: Words, cues: Cues) -> Iterator[Candidate]:
    """Names after a title, in the order SURNAME Given, with a known given name, or beside one."""
    bracketed = [match.span() for match in _BRACKETED.finditer(words.text) if _any_listed(match[0])]
    for match in _NAME.finditer(words.text):
        title = cues.title.match(match[0])
        start = match.start() + (title.end() if title else 0)
        name = words.text[start : match.end()]
        title = title or cues.title_before(words.text, start)
        cue = cues.following(words.text, match.end())
        spelt = _CAPITALS.fullmatch(name) if cue else None
        in_list = any(a <= match.start() and match.end() <= b for a, b in bracketed)
        if in_list or (title and " " in name):
            yield Candidate(start, match.end(), Shape.LATIN, known=True)
        elif _is_listed(name) or spelt or cue is Cue.HONORIFIC:
            yield Candidate(start, match.end(), Shape.LATIN, known=cue is not None)


def _is_listed(name: str) -> bool:
    """Whether the dictionary has its first word as a person's name and as nothing else."""
    told = reading(name.split(maxsplit=1)[0].lower())
    return told.person and not told.common and not told.place


def _any_listed(names: str) -> bool:
    given = re.findall(r"[A-Z][a-z]+(?=[ -])", names)
    return any(map(_is_listed, given))
