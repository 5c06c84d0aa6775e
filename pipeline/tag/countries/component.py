"""The country finder, as a callable and as a spaCy component."""

from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.mention import propose
from pipeline.paths import configs
from pipeline.tag.countries.characters import CharacterFinder
from pipeline.tag.countries.lexicon import read_country_lexicon
from pipeline.tag.countries.names import NameFinder
from pipeline.tag.folding import folded
from pipeline.tag.words import words_of


class CountryFinder:
    """Proposes every country that a Doc names, with its ISO code as value.

    `日露関係` → `日` (JPN), `露` (RUS); `日本海` → nothing.
    """

    def __init__(self, lexicon: Path) -> None:
        known = read_country_lexicon(lexicon)
        self._names = NameFinder(known)
        self._characters = CharacterFinder(known)

    def __call__(self, doc: Doc) -> Doc:
        """The same Doc, with the countries among its proposals."""
        text = folded(doc.text)
        words = words_of(doc)
        names, taken = self._names.find(text, words)
        propose(doc, names)
        propose(doc, self._characters.find(text, words, names, taken))
        return doc


@Language.factory("hokoku_countries", default_config={"lexicon": ""})
def make_countries(nlp: Language, name: str, lexicon: str) -> CountryFinder:
    """The country finder; `lexicon` is a folder of CSV files, by default hokoku's own."""
    return CountryFinder(Path(lexicon) if lexicon else configs() / "lexicon")
