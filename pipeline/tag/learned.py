"""The learned tagger's spans as proposals."""

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.mention import Label, Mention, propose

SPANS = "hokoku_ner"

# Alone the network is right too seldom to stand beside rules and lexicon (README, the table of
# finders); it tells which of their weaker proposals are right.
_TRUST = 0.7


class LearnedFinder:
    """Proposes the spans that the learned tagger left in `doc.spans["hokoku_ner"]`."""

    def __call__(self, doc: Doc) -> Doc:
        """Adds to the Doc's proposals."""
        group = doc.spans.get(SPANS, [])
        scores = group.attrs["scores"] if SPANS in doc.spans else []
        propose(
            doc,
            (
                Mention(
                    s.start_char,
                    s.end_char,
                    Label(s.label_),
                    found_by="learned",
                    score=_TRUST * score,
                )
                for s, score in zip(group, scores, strict=True)
            ),
        )
        return doc


@Language.factory("hokoku_learned")
def make_learned(nlp: Language, name: str) -> LearnedFinder:
    """The finder as a spaCy component; put it after hokoku_ner."""
    return LearnedFinder()
