"""Loads GiNZA for segmenting: the network on its fast path, only the parts that are needed."""

from typing import Any

import spacy
from spacy.language import Language
from thinc.api import NumpyOps, set_current_ops

from pipeline.errors import UserError
from pipeline.settings import SegmentSettings


class ModelError(UserError):
    """A model that cannot be loaded; the message says what to install."""


def load_model(settings: SegmentSettings) -> Language:
    """GiNZA without its NER unless asked for, with hokoku's sentences and learned tagger."""
    # numpy's BLAS is twice as fast here as the blis that thinc takes by default.
    set_current_ops(NumpyOps(use_blis=False))
    exclude = [] if settings.ner in ("ginza", "both") else ["ner"]
    try:
        nlp = spacy.load(settings.model, exclude=exclude)
    except OSError:
        raise ModelError(
            f"segment.model: {settings.model} is not installed; ja_ginza comes with hokoku, "
            f"others by `pip install {settings.model.replace('_', '-')}`"
        ) from None
    nlp.add_pipe("hokoku_sentences", first=True)
    if nlp.has_pipe("bunsetu_recognizer"):
        # Its clauses, which nobody here reads, take minutes on a list of 300 names.
        recognizer: Any = nlp.get_pipe("bunsetu_recognizer")
        recognizer.clause_marker_rules = []
    if settings.ner in ("learned", "both"):
        nlp.add_pipe("hokoku_ner", config={"weights": settings.weights})
    return nlp
