"""Tag: who, which countries and organisations, when; finders propose, the resolver decides."""

from collections.abc import Callable

from spacy.tokens import Doc

from pipeline.settings import FinderName, TagSettings
from pipeline.tag.countries.component import CountryFinder
from pipeline.tag.dates.component import DateFinder
from pipeline.tag.ginza import GinzaFinder
from pipeline.tag.learned import LearnedFinder
from pipeline.tag.organisations.component import OrganisationFinder
from pipeline.tag.people.component import PeopleFinder
from pipeline.tag.resolver.component import Resolver

Finder = Callable[[Doc], Doc]


class Tagger:
    """Tags segmented Docs; what it knows is in the lexicon's folder, read once."""

    def __init__(self, settings: TagSettings) -> None:
        self._finders: list[Finder] = [_finder(name, settings) for name in settings.finders]
        self._resolver = Resolver(settings.threshold)

    def propose(self, doc: Doc) -> Doc:
        """The same Doc with all that the finders propose (`pipeline.mention.proposals(doc)`)."""
        for finder in self._finders:
            doc = finder(doc)
        return doc

    def tag(self, doc: Doc) -> Doc:
        """The same Doc with its mentions (`pipeline.mention.mentions(doc)`)."""
        return self._resolver(self.propose(doc))


def _finder(name: FinderName, settings: TagSettings) -> Finder:
    lexicon = settings.lexicon_folder
    match name:
        case "dates":
            return DateFinder(lexicon)
        case "countries":
            return CountryFinder(lexicon)
        case "organisations":
            return OrganisationFinder(lexicon)
        case "people":
            return PeopleFinder(lexicon)
        case "learned":
            return LearnedFinder()
        case "ginza":
            labels = ((fine, settings.label_of(fine)) for fine in settings.ginza_labels)
            return GinzaFinder({fine: label for fine, label in labels if label})
