"""Posts that a sentence tells somebody came to: …が人民評議会議長に就任した."""

import re

from pipeline.mention import Label, Mention
from pipeline.record.people.offices import Office
from pipeline.record.people.posts import Posts
from pipeline.record.places import plain
from pipeline.record.reading import Reading

_APPOINTED = re.compile(
    r"(?:が|は)、?(?P<posts>[^。]{1,80}?)(?:の(?:地位|職|座))?に(?:再び|新たに)?"
    r"(?:就任|選出|任命|再任|指名|選ばれ|就い)"
)
_PARTED = re.compile(r"及び|並びに|、|と(?=[^、]*\Z)")
_QUOTES = "「」『』 　"


def appointment(reading: Reading, person: Mention, end: int, posts: Posts) -> Office | None:
    """The posts that the person whose name and office end at `end` came to; None if none."""
    match = _APPOINTED.match(reading.text, end)
    if match is None:
        return None
    start, stop = match.span("posts")
    titles: list[str] = []
    organisation: Mention | None = None
    for piece_start, piece_end in _pieces(reading.text, start, stop):
        body = next(reading.within(piece_start, piece_end, Label.ORG), None)
        floor = body.end if body is not None else piece_start
        at = posts.before(reading.text, piece_end, floor)
        if at < piece_end:
            titles.append(plain(reading.text[at:piece_end]))
            organisation = organisation or body
    return Office(tuple(titles), organisation, "", person.start, end) if titles else None


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The stretches between 及び and 、, without the quotes round them."""
    edges = [start]
    for match in _PARTED.finditer(text, start, end):
        edges += [match.start(), match.end()]
    edges.append(end)
    found = []
    for left, right in zip(edges[::2], edges[1::2], strict=True):
        piece = text[left:right]
        trimmed = right - (len(piece) - len(piece.rstrip(_QUOTES)))
        opening = max(piece.rfind(quote) for quote in "「『")
        found.append((max(left, left + opening + 1) if trimmed < right else left, trimmed))
    return found
