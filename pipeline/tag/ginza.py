"""GiNZA's own entities as proposals, its fine labels mapped by the settings."""

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.mention import Label, Mention, propose
from pipeline.settings import load_settings

# Strict precision of GiNZA's spans on the development set, by label.
_SCORES = {Label.PERSON: 0.6, Label.COUNTRY: 0.7, Label.ORG: 0.4, Label.DATE: 0.6}


class GinzaFinder:
    """Proposes the entities that GiNZA's NER left in `doc.ents`."""

    def __init__(self, labels: dict[str, Label]) -> None:
        self._labels = labels

    def __call__(self, doc: Doc) -> Doc:
        """Adds to the Doc's proposals."""
        propose(
            doc,
            (
                Mention(e.start_char, e.end_char, label, found_by="ginza", score=_SCORES[label])
                for e in doc.ents
                if (label := self._labels.get(e.label_))
            ),
        )
        return doc


@Language.factory("hokoku_ginza")
def make_ginza(nlp: Language, name: str) -> GinzaFinder:
    """The finder as a spaCy component; put it after GiNZA's ner."""
    mapped = load_settings().tag.ginza_labels
    return GinzaFinder({fine: Label(ours) for fine, ours in mapped.items()})
