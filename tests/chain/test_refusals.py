"""What the command line says of a store that refuses, or of an address that leads nowhere."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.cli import main
from tests.chain.buckets import Bucket, file_system, forget

TEXT = "令和5年5月3日、林外務大臣はケニアを訪問した。\n"


@pytest.fixture
def strangers(served: dict[str, str]) -> Iterator[None]:
    """The stores are spoken to anew, with what the environment says now, and after the test."""
    forget()
    yield
    forget()


def _hokoku(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> object:
    monkeypatch.setattr(sys, "argv", ["hokoku", *arguments])
    with pytest.raises(SystemExit) as end:
        main()
    return end.value.code


# (protocol, source, output, what standard error says); {} is a bucket with one report
REFUSED = [
    # a folder that is not there
    ("s3", "{}/rau", "out", "{0}/rau: no such file or folder; did you mean {0}/raw?"),
    ("gs", "{}/rau", "out", "{0}/rau: no such file or folder; did you mean {0}/raw?"),
    # a bucket that is not there
    ("s3", "s3://no-such/raw", "out", "s3://no-such/raw: no such file or folder"),
    ("gs", "gs://no-such/raw", "out", "gs://no-such/raw: no such file or folder"),
    # an output bucket that is not there: none is made
    ("s3", "{}/raw", "s3://no-such/out", "s3://no-such/out: FileNotFoundError: "),
    ("gs", "{}/raw", "gs://no-such/out", "gs://no-such/out: FileNotFoundError: "),
    # no bucket at all
    ("s3", "s3://", "out", "s3://: names no bucket; write s3://BUCKET/FOLDER"),
    # no name that a bucket can have
    ("s3", "s3://報告/raw", "out", "s3://報告/raw: ParamValidationError: "),
    # a protocol that nothing here speaks
    ("s3", "abfs://x/raw", "out", "abfs://x/raw: cannot be reached (Install adlfs"),
]


@pytest.mark.parametrize(("protocol", "source", "output", "says"), REFUSED)
def test_a_wrong_address_is_told_in_one_line(
    protocol: str,
    source: str,
    output: str,
    says: str,
    served: dict[str, str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    bucket = Bucket(protocol, tmp_path)
    bucket.put("raw/談話.txt", TEXT)
    assert _hokoku(monkeypatch, "run", source.format(bucket.address), "--output", output) == 2
    [line] = capfd.readouterr().err.splitlines()
    assert line.startswith(f"hokoku: {says.format(bucket.address)}")
    assert not file_system(protocol).exists(f"{protocol}://no-such")


# (protocol, variables of the environment, what standard error says)
SHUT = [
    # S3 that nobody listens at
    (
        "s3",
        {"AWS_ENDPOINT_URL": "http://127.0.0.1:1", "AWS_MAX_ATTEMPTS": "1"},
        "EndpointConnectionError: ",
    ),
    # S3 that lets this one do nothing
    ("s3", {"AWS_ENDPOINT_URL": "denying"}, "PermissionError: "),
    # S3 without credentials
    ("s3", {"AWS_ACCESS_KEY_ID": "", "HOME": "/nowhere"}, "NoCredentialsError: "),
    # Google's storage that lets this one do nothing
    ("gs", {"STORAGE_EMULATOR_HOST": "denying"}, "Forbidden"),
]
ASKS = {"s3": "are AWS_ACCESS_KEY_ID,", "gs": "is GOOGLE_APPLICATION_CREDENTIALS "}


@pytest.mark.parametrize("as_output", [False, True])
@pytest.mark.parametrize(("protocol", "variables", "says"), SHUT)
def test_a_store_that_is_shut_is_told_in_one_line(
    protocol: str,
    variables: dict[str, str],
    says: str,
    as_output: bool,
    strangers: None,
    served: dict[str, str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("談話.txt").write_text(TEXT, "utf-8")
    for name, value in variables.items():
        monkeypatch.setenv(name, served.get(value, value))
    address = f"{protocol}://reports/2024"
    where = ["談話.txt", "--output", address] if as_output else [address]
    assert _hokoku(monkeypatch, "run", *where) == 2
    [line] = capfd.readouterr().err.splitlines()
    assert line.startswith(f"hokoku: {address}: ")
    assert says in line
    assert ASKS[protocol] in line
