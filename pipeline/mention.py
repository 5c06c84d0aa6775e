"""Labels and mentions, and where a spaCy Doc keeps them.

Mentions live on characters, not tokens: one token can hold two countries (日露). A Doc carries
them in `user_data`, which a DocBin stores: first what each finder proposes, then what the
resolver made of it. Offsets are code points of `doc.text`, half-open.
"""

from collections.abc import Iterable
from dataclasses import astuple, dataclass

from spacy.tokens import Doc

from pipeline.label import Label

__all__ = ["Label", "Mention", "mentions", "proposals", "propose", "set_mentions"]

_PROPOSALS = "hokoku_proposals"
_MENTIONS = "hokoku_mentions"


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that names somebody or something.

    `value` is normalised: ISO 3166-1 alpha-3 for a COUNTRY, EDTF for a DATE, the country of an
    ORG where its name or the lexicon tells. `found_by` names the finder (several joined by `+`),
    `score` is the probability of being right, `basis` says what decided the value
    (`text`, `sentence`, `paragraph`, `section`, `covers`, `document`, or empty).

    `日露関係` → `Mention(0, 1, Label.COUNTRY, "JPN")`, `Mention(1, 2, Label.COUNTRY, "RUS")`
    """

    start: int
    end: int
    label: Label
    value: str = ""
    found_by: str = ""
    score: float = 1.0
    basis: str = ""


def propose(doc: Doc, found: Iterable[Mention]) -> None:
    """Add what a finder found to the Doc's proposals."""
    doc.user_data.setdefault(_PROPOSALS, []).extend(_pack(m) for m in found)


def proposals(doc: Doc) -> list[Mention]:
    """All that the finders proposed so far; spans may overlap and repeat."""
    return [_unpack(row) for row in doc.user_data.get(_PROPOSALS, [])]


def set_mentions(doc: Doc, resolved: Iterable[Mention]) -> None:
    """Store the resolver's flat choice, in order of the text, and drop the proposals."""
    doc.user_data[_MENTIONS] = [_pack(m) for m in sorted(resolved, key=lambda m: m.start)]
    doc.user_data.pop(_PROPOSALS, None)


def mentions(doc: Doc) -> list[Mention]:
    """The resolved mentions: flat, in order of the text."""
    return [_unpack(row) for row in doc.user_data.get(_MENTIONS, [])]


def _pack(mention: Mention) -> list[int | float | str]:
    return [str(v) if isinstance(v, Label) else v for v in astuple(mention)]


def _unpack(row: list[object]) -> Mention:
    start, end, label, *rest = row
    return Mention(start, end, Label(label), *rest)  # type: ignore[arg-type]
