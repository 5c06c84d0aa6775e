"""What several tests need: one loaded GiNZA a session, and the shared development set."""

import os
from pathlib import Path

import pytest

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from spacy.language import Language

SHARED = Path(__file__).parents[2] / "shared"


@pytest.fixture(scope="session")
def ginza() -> Language:
    """ja_ginza as the segment stage runs it, without any NER."""
    from pipeline.segment.model import load_model
    from pipeline.settings import load_settings

    settings = load_settings().segment.model_copy(update={"ner": "none"})
    return load_model(settings)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder ../shared with labelled reports, gold, and PDFs."""
    if not SHARED.is_dir():
        pytest.skip("../shared (the labelled development set) is not here")
    return SHARED
