"""Labelled texts, and their labels on a tokenizer's tokens."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc

from pipeline.label import Label
from pipeline.ner.decode import FULL_STOP
from pipeline.ner.tags import OUTSIDE, tag


@dataclass(frozen=True, slots=True)
class Stretch:
    """`[start, end)` of a text; `label` is None where nobody knows whether a name stands there."""

    start: int
    end: int
    label: Label | None


@dataclass(slots=True)
class Labelled:
    """A text with the mentions in it; `source` is the gold document or corpus that it is from."""

    text: str
    stretches: list[Stretch] = field(default_factory=list)
    source: str = ""


UNKNOWN = "-"


def tags_of(doc: Doc, stretches: Iterable[Stretch]) -> list[str]:
    """BILUO tags, one a token; `-` where a label is unknown or cannot be written on tokens.

    That is, it begins or ends inside a token, or holds a full stop (モーニング娘。).

    `日露関係` is `日露|関係`, and 日 and 露 are two countries: `["-", "O"]`.
    """
    tags = [OUTSIDE] * len(doc)
    starts = {token.idx: token.i for token in doc}
    ends = {token.idx + len(token): token.i + 1 for token in doc}
    for stretch in stretches:
        first, last = starts.get(stretch.start), ends.get(stretch.end)
        if stretch.label is None or first is None or last is None or _stops(doc, first, last):
            for token in doc:
                if token.idx < stretch.end and token.idx + len(token) > stretch.start:
                    tags[token.i] = UNKNOWN
        else:
            _fill(tags, first, last, stretch.label)
    return tags


def _stops(doc: Doc, first: int, last: int) -> bool:
    return any(token.tag_ == FULL_STOP for token in doc[first:last])


def _fill(tags: list[str], first: int, last: int, label: Label) -> None:
    for index in range(first, last):
        tags[index] = tag(label, index == first, index == last - 1)


def trimmed(text: str, start: int, end: int, before: str, after: str) -> tuple[int, int]:
    """`[start, end)` without the characters `before` at its start and `after` at its end."""
    while start < end and text[start] in before:
        start += 1
    while start < end and text[end - 1] in after:
        end -= 1
    return start, end


def without_overlaps(stretches: Sequence[Stretch]) -> list[Stretch]:
    """The stretches in order, a longer one before what it overlaps."""
    kept: list[Stretch] = []
    for stretch in sorted(stretches, key=lambda s: s.start - s.end):
        if all(stretch.end <= other.start or stretch.start >= other.end for other in kept):
            kept.append(stretch)
    return sorted(kept, key=lambda s: s.start)


COUNTRY_TAG = "名詞-固有名詞-地名-国"


def with_countries(text: Labelled, doc: Doc, countries: Container[str]) -> Labelled:
    """The text with a COUNTRY at each token outside all names that Sudachi knows for a country.

    The corpora leave 日本 in 日本人 or in a treaty's name unlabelled.
    """
    named = {i for s in text.stretches for i in range(s.start, s.end)}
    unlabelled = [
        Stretch(token.idx, token.idx + len(token), Label.COUNTRY)
        for token in doc
        if token.tag_ == COUNTRY_TAG and token.idx not in named and token.text in countries
    ]
    return Labelled(text.text, without_overlaps([*text.stretches, *unlabelled]), text.source)
