"""Loads GiNZA for segmenting: the network on its fast path, only the parts that are needed."""

import ctypes
from contextlib import suppress
from typing import Any

import spacy
from spacy.language import Language
from thinc.api import NumpyOps, set_current_ops

from pipeline.encoder import quicken
from pipeline.errors import UserError
from pipeline.settings import SegmentSettings

_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD = -1, -3  # malloc.h


class ModelError(UserError):
    """A model that cannot be loaded; the message says what to install."""


def load_model(settings: SegmentSettings) -> Language:
    """GiNZA without its NER unless asked for, with hokoku's sentences and learned tagger."""
    # numpy's BLAS is twice as fast here as the blis that thinc takes by default.
    set_current_ops(NumpyOps(use_blis=False))
    _keep_memory()
    exclude = [] if settings.ner in ("ginza", "both") else ["ner"]
    try:
        nlp = _load(settings.model, exclude)
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
    if nlp.has_pipe("tok2vec"):
        quicken(nlp.get_pipe("tok2vec").model)  # type: ignore[attr-defined]
    if settings.ner in ("learned", "both"):
        nlp.add_pipe("hokoku_ner", config={"weights": settings.weights})
    return nlp


def _load(model: str, exclude: list[str]) -> Language:
    """The model without the strings of its vocabulary, where it has vectors, as ja_ginza does.

    They are the words that the vectors are of, 600,000: nobody asks for them, and they take half
    of the time to load and 100 MB.
    """
    nlp = spacy.load(model, exclude=[*exclude, "vocab"])
    vocab = nlp.path / "vocab" if nlp.path else None
    if vocab is None or not (vocab / "vectors").exists():
        return spacy.load(model, exclude=exclude)
    nlp.vocab.vectors.from_disk(vocab, exclude=["strings"])
    return nlp


def _keep_memory() -> None:
    """Have glibc keep what the network's layers free: they ask for as much again at once.

    Giving it back to the system and taking it anew costs a tenth of the time.
    """
    with suppress(OSError, AttributeError, TypeError):  # another C library has other ways
        mallopt = ctypes.CDLL(None).mallopt
        mallopt(_M_MMAP_THRESHOLD, 32 * 2**20)
        mallopt(_M_TRIM_THRESHOLD, 256 * 2**20)
