"""What the tests of the chain need."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.settings import Settings, load_settings
from tests.chain.buckets import Bucket, forget, stores


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


@pytest.fixture(scope="session")
def served() -> Iterator[dict[str, str]]:
    """The addresses of stores on this machine, where s3:// and gs:// lead while these tests run."""
    pytest.importorskip("upath")
    with stores() as addresses, pytest.MonkeyPatch.context() as patch:
        patch.setenv("AWS_ENDPOINT_URL", addresses["s3"])
        patch.setenv("AWS_ACCESS_KEY_ID", "anybody")
        patch.setenv("AWS_SECRET_ACCESS_KEY", "secret")
        patch.setenv("AWS_DEFAULT_REGION", "us-east-1")
        patch.setenv("AWS_EC2_METADATA_DISABLED", "true")
        patch.setenv("STORAGE_EMULATOR_HOST", addresses["gs"])
        patch.setenv("NO_GCE_CHECK", "true")
        patch.delenv("FSSPEC_S3_ENDPOINT_URL", raising=False)
        yield addresses
        forget()


@pytest.fixture(params=["s3", "gs", "file"])
def bucket(request: pytest.FixtureRequest, served: dict[str, str], tmp_path: Path) -> Bucket:
    """An empty bucket of S3 or of Google's storage, or a folder."""
    return Bucket(request.param, tmp_path / "bucket")
