"""What the tests of the chain need."""

import pytest

from pipeline.settings import Settings, load_settings


@pytest.fixture
def settings() -> Settings:
    """One worker, and no network that proposes names: what is not looked at here is not run."""
    chosen = load_settings()
    return chosen.model_copy(
        update={
            "run": chosen.run.model_copy(update={"workers": 1}),
            "segment": chosen.segment.model_copy(update={"ner": "none"}),
        }
    )
