"""Finds people: names with a post or honorific, full names, members of lists, later mentions."""

from collections.abc import Iterator
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.lexicon import read_rows
from pipeline.mention import Label, Mention, propose
from pipeline.paths import configs
from pipeline.tag.nations import read_nations
from pipeline.tag.people.authors import authors
from pipeline.tag.people.cues import load_cues
from pipeline.tag.people.evidence import score
from pipeline.tag.people.japanese import Hanzi, japanese
from pipeline.tag.people.katakana import Katakana
from pipeline.tag.people.latin import latin
from pipeline.tag.people.memory import KnownPeople, again
from pipeline.tag.people.rosters import listed, members, speakers
from pipeline.tag.people.shapes import Candidate
from pipeline.tag.words import Words, words_of

# A name before 君 in a list of members.
_MEMBER = 0.99
_SURE = 0.85


class PeopleFinder:
    """Proposes PERSON mentions: ジェプバロフ対外経済活動銀行総裁 → ジェプバロフ."""

    def __init__(self, lexicon: Path) -> None:
        self._cues = load_cues(lexicon)
        self._leaders = KnownPeople(lexicon)
        self._katakana = Katakana(read_nations(lexicon).names)
        surnames = read_rows(lexicon / "foreign_surnames.csv", ["surname"])
        self._hanzi = Hanzi(frozenset(row["surname"] for row in surnames))

    def __call__(self, doc: Doc) -> Doc:
        """Adds to the Doc's proposals."""
        words = words_of(doc)
        found = self._introduced(words)
        leaders = (m for m in self._leaders.find(words) if not self._cues.barred(words.text, m.end))
        propose(doc, [*found, *again(words, found, self._cues), *leaders])
        return doc

    def _introduced(self, words: Words) -> list[Mention]:
        """Names that their shape and cues give away; of overlapping ones the longest sure one."""
        sure = [(_MEMBER, member) for member in [*members(words), *speakers(words)]]
        sure += [(score(c, words.text, self._cues), c) for c in self._candidates(words)]
        sure.sort(
            key=lambda pair: (
                pair[0] < _MEMBER,
                pair[0] < _SURE,
                pair[1].start - pair[1].end,
                -pair[0],
            )
        )
        taken = bytearray(len(words.text))
        found = []
        for trust, name in sure:
            if trust and not any(taken[name.start : name.end]):
                taken[name.start : name.end] = b"1" * (name.end - name.start)
                found.append(
                    Mention(name.start, name.end, Label.PERSON, found_by="people", score=trust)
                )
        return _without_readings(words.text, found)

    def _candidates(self, words: Words) -> Iterator[Candidate]:
        yield from self._hanzi.find(words, self._cues)
        yield from japanese(words, self._cues)
        yield from self._katakana.find(words, self._cues)
        yield from latin(words, self._cues)
        yield from authors(words.text)
        yield from listed(words)


def _without_readings(text: str, found: list[Mention]) -> list[Mention]:
    """Leave out what stands in brackets right after a name: 金正恩（キム・ジョンウン）."""
    ends = {mention.end for mention in found}
    return [m for m in found if m.start - 1 not in ends or text[m.start - 1] not in "（("]


@Language.factory("hokoku_people")
def make_people(nlp: Language, name: str) -> PeopleFinder:
    """The finder as a spaCy component, with the lexicon of the package."""
    return PeopleFinder(configs() / "lexicon")
