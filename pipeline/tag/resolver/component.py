"""The resolver: of all that the finders proposed, the mentions that stand."""

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.mention import Label, Mention, mentions, proposals, set_mentions
from pipeline.paths import configs
from pipeline.tag.resolver.calibration import read_calibration
from pipeline.tag.resolver.choose import flat
from pipeline.tag.resolver.merge import merged


class Resolver:
    """Weighs proposals and keeps a flat choice; drops what scores below the threshold."""

    def __init__(self, threshold: float) -> None:
        self._threshold = threshold
        self._calibrated = read_calibration(configs() / "calibration.csv")

    def __call__(self, doc: Doc) -> Doc:
        """Turns the Doc's proposals into its mentions; `doc.spans["hokoku"]` shows them too."""
        set_mentions(doc, flat(map(self._calibrated, candidates(doc)), self._threshold))
        spans = [
            doc.char_span(m.start, m.end, m.label, alignment_mode="expand") for m in mentions(doc)
        ]
        doc.spans["hokoku"] = [span for span in spans if span is not None]
        return doc


def candidates(doc: Doc) -> list[Mention]:
    """What the finders proposed, one for each span and label, with its raw score."""
    return [m for m in merged(proposals(doc), doc.text) if _has_needed_value(m)]


def _has_needed_value(mention: Mention) -> bool:
    """Countries are a closed world: what no lexicon row knows is none."""
    return mention.label is not Label.COUNTRY or bool(mention.value)


@Language.factory("hokoku_resolver", default_config={"threshold": 0.5})
def make_resolver(nlp: Language, name: str, threshold: float) -> Resolver:
    """The resolver as a spaCy component; put it after the finders."""
    return Resolver(threshold)
