"""Finds organisations: of the lexicon, composed by grammar, abbreviated by the report."""

import re
from collections.abc import Iterator
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.mention import Label, Mention, propose
from pipeline.paths import configs
from pipeline.tag.folding import folded
from pipeline.tag.organisations.abbreviations import Explained, bracketed, explained, glossed
from pipeline.tag.organisations.compose import Composer
from pipeline.tag.organisations.cued import CuedNames
from pipeline.tag.organisations.english import english_names, is_body
from pipeline.tag.organisations.gapped import with_units
from pipeline.tag.organisations.grammar import read_grammar
from pipeline.tag.organisations.known import Known, KnownNames, from_legal_form
from pipeline.tag.organisations.memory import again
from pipeline.tag.organisations.runs import runs
from pipeline.tag.organisations.states import read_states
from pipeline.tag.words import Words, words_of

ABBREVIATIONS = "hokoku_abbreviations"
_LEXICON, _ENGLISH = 0.95, 0.9
# What an address on the web holds is no mention: https://www.jica.go.jp/JICA.pdf
_ADDRESS = re.compile(r"(?:https?://|www\.)[!-~]+")


class OrganisationFinder:
    """Proposes ORG mentions; leaves [full, abbreviation] pairs in `doc.user_data`."""

    def __init__(self, lexicon: Path) -> None:
        self._grammar = read_grammar(lexicon)
        self._states = read_states(lexicon)
        self._known = KnownNames(lexicon)
        self._cued = CuedNames(lexicon, self._grammar)

    def __call__(self, doc: Doc) -> Doc:
        """Adds to the Doc's proposals."""
        words = words_of(doc)
        text = folded(words.text)
        known = list(self._known.find(words, text))
        found = [*self._of_lexicon(text, known), *self._composed(words, text, known)]
        found += [self._mention(text, *span, _ENGLISH) for span in english_names(text)]
        cued = [self._mention(text, *cued) for cued in self._cued.find(text)]
        found += list(with_units(text, found))
        pairs = list(dict.fromkeys(explained(text, [*found, *cued])))
        others = _explained_otherwise(text, found, pairs)
        no_bodies = {short for short, full in glossed(text) if not is_body(full)}
        found = [mention for mention in found if text[mention.start : mention.end] not in no_bodies]
        found += [mention for mention in cued if text[mention.start : mention.end] not in others]
        doc.user_data[ABBREVIATIONS] = [[pair.full, pair.short] for pair in pairs]
        later = again(words, text, found, pairs, self._grammar.endings)
        propose(doc, _outside_addresses(text, [*found, *later]))
        return doc

    def _of_lexicon(self, text: str, known: list[Known]) -> Iterator[Mention]:
        for name in known:
            country = self._states.owner(text, name.start) or name.country
            yield Mention(name.start, name.end, Label.ORG, country, "lexicon", _LEXICON)

    def _composed(self, words: Words, text: str, known: list[Known]) -> Iterator[Mention]:
        composer = Composer(words, text, self._grammar, self._states)
        listed = {(name.start, name.end) for name in known}
        waiting = sorted(known, key=lambda name: name.start, reverse=True)
        for run in runs(words, self._grammar):
            start, end = words.starts[run.start], words.ends[run.stop - 1]
            inside = []
            while waiting and waiting[-1].start < end:
                name = waiting.pop()
                if name.start >= start and name.end <= end:
                    inside.append(name)
            for new in composer.compose(run, inside):
                thing = text[new.start : new.end].endswith(self._grammar.things)
                if not thing and (new.start, new.end) not in listed:
                    start = from_legal_form(text, new.start)
                    yield self._mention(text, start, new.end, new.sure, new.country)

    def _mention(self, text: str, start: int, end: int, sure: float, country: str = "") -> Mention:
        value = country or self._states.value(text[start:end]) or self._states.owner(text, start)
        return Mention(start, end, Label.ORG, value, "organisations", sure)


def _explained_otherwise(text: str, found: list[Mention], pairs: list[Explained]) -> set[str]:
    """Abbreviations that the report explains as something else: 経済連携協定（EPA）."""
    ends = {mention.end for mention in found}
    explained_here = {pair.short for pair in pairs}
    return {short for short, opens in bracketed(text) if opens not in ends} - explained_here


def _outside_addresses(text: str, found: list[Mention]) -> Iterator[Mention]:
    inside = {at for match in _ADDRESS.finditer(text) for at in range(*match.span())}
    return (mention for mention in found if mention.start not in inside)


@Language.factory("hokoku_organisations")
def make_organisations(nlp: Language, name: str) -> OrganisationFinder:
    """The finder as a spaCy component, with the lexicon of the package."""
    return OrganisationFinder(configs() / "lexicon")
