"""Authors as references name them: Kaplan, J., et al.; (Milo Medin, Richard Murray)."""

import re
from collections.abc import Iterator

from pipeline.tag.people.shapes import Candidate, Shape

_SURNAME = r"(?:(?:de|van|von|der|den|la|di|al) )*[A-Z][A-Za-zÀ-ÿ'’]+(?:-[A-Z][A-Za-zÀ-ÿ]+)?"
_INITIALS = r"[A-Z]\.(?:[ -]?[A-Z]\.){0,2}"
# Washington, D.C. and Tokyo, U.S. are places.
_INVERTED = re.compile(
    rf"(?<![A-Za-z.])(?P<name>{_SURNAME}, (?!D\. ?C\.|U\. ?[SKN]\.|N\. ?[YJ]\.){_INITIALS})"
    r"(?= ?(?:[,，;、&(（:：“\"]|and\b|et al|\Z|\n))"
)
_UPRIGHT = re.compile(
    rf"(?<![A-Za-z.])(?P<name>{_INITIALS} {_SURNAME})(?=,? et al|,? (?:and|&) {_INITIALS} [A-Z]"
    rf"|, {_INITIALS} [A-Z]| ?[(（](?:19|20)[0-9]{{2}})"
)
# Nishiura H, Kobayashi T, et al. as medicine has them; Group A, Group B are none.
_MEDICAL = re.compile(
    r"(?<![A-Za-z.])(?P<first>[A-Z][a-z'’]+(?:-[A-Z][a-z]+)?) [A-Z]{1,3}"
    r"(?:, (?!(?P=first) )[A-Z][A-Za-z'’-]+ [A-Z]{1,3}){0,20}(?=,? et al\b)"
)
_YEAR_AHEAD = r"(?=,? ?[(（]?(?:19|20)[0-9]{2})"
_PAIR = re.compile(
    rf"(?<![A-Za-z.] )(?<![A-Za-z.])(?P<name>{_SURNAME}) and (?P<other>{_SURNAME}){_YEAR_AHEAD}"
)
_ET_AL = re.compile(rf"(?<![A-Za-z.] )(?<![A-Za-z.])(?P<name>{_SURNAME}),? et al\b")


def authors(text: str) -> Iterator[Candidate]:
    """Surnames with initials, and surnames before a year: Frey and Osborne（2013）."""
    for pattern in (_INVERTED, _UPRIGHT, _PAIR, _ET_AL):
        for match in pattern.finditer(text):
            for group in match.groupdict():
                yield Candidate(*match.span(group), Shape.LATIN)
    for listed in _MEDICAL.finditer(text):
        for name in re.finditer("[^ ,][^,]*", listed[0]):
            start = listed.start() + name.start()
            yield Candidate(start, listed.start() + name.end(), Shape.LATIN)
