"""Finds people: names with a post or honorific, full names, members of lists, later mentions."""

from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.mention import Label, Mention, propose
from pipeline.paths import configs
from pipeline.tag.people.cues import load_cues
from pipeline.tag.people.evidence import score
from pipeline.tag.people.memory import again
from pipeline.tag.people.rosters import members
from pipeline.tag.people.shapes import Candidate, candidates
from pipeline.tag.words import Words

# A name before 君 in a list of members.
_MEMBER = 0.99


class PeopleFinder:
    """Proposes PERSON mentions: ジェプバロフ対外経済活動銀行総裁 → ジェプバロフ."""

    def __init__(self, lexicon: Path) -> None:
        self._cues = load_cues(lexicon)

    def __call__(self, doc: Doc) -> Doc:
        """Adds to the Doc's proposals."""
        words = Words(doc)
        found = self._introduced(words)
        propose(doc, [*found, *again(words, found)])
        return doc

    def _introduced(self, words: Words) -> list[Mention]:
        """Names that their shape and cues give away; of overlapping ones the surest."""
        found = [_mention(member, _MEMBER) for member in members(words)]
        taken = [False] * (len(words.text) + 1)
        for mention in found:
            taken[mention.start : mention.end + 1] = [True] * (mention.end + 1 - mention.start)
        for candidate in candidates(words):
            sure = score(candidate, words.text, self._cues)
            if sure and not any(taken[candidate.start : candidate.end]):
                found.append(_mention(candidate, sure))
        return found


def _mention(candidate: Candidate, sure: float) -> Mention:
    return Mention(
        candidate.start, candidate.end, Label.PERSON, found_by="people", score=round(sure, 2)
    )


@Language.factory("hokoku_people")
def make_people(nlp: Language, name: str) -> PeopleFinder:
    """The finder as a spaCy component, with the lexicon of the package."""
    return PeopleFinder(configs() / "lexicon")
