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
