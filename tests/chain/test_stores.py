"""Whole runs on S3 and on Google's storage, over HTTP, and on file://."""

import csv
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import fsspec
import pytest

from benchmarks.tables import same_tables
from pipeline.chain import Outcome, run
from pipeline.chain.sources import collect
from pipeline.chain.store import contents, presence
from pipeline.cli import main
from pipeline.paths import place
from pipeline.settings import Settings
from tests.chain.buckets import A_PAGE, Bucket, file_system, stores

pytest.importorskip("upath")

KENYA = "令和5年5月3日、林外務大臣はケニアを訪問した。\n"
GHANA = KENYA.replace("ケニア", "ガーナ")  # as many bytes
KYRGYZ = "2023年9月、上川外務大臣はキルギス外務省でクルバエフ外相と会談した。\n"

# What a person may call a file: kanji, white space, what means something in addresses or patterns.
ODD = "2024/報告 (案) #2 [改] 100%+=?&'*"
NAMES = ["談話 一", ODD]


@pytest.fixture(scope="module")
def served() -> Iterator[dict[str, str]]:
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
        _forget()


@pytest.fixture(autouse=True)
def steady_code(monkeypatch: pytest.MonkeyPatch) -> None:
    """Code and lexicon are not looked at: others may edit them."""
    monkeypatch.setattr("pipeline.chain.fingerprints._contents", lambda files: [])


@pytest.fixture
def strangers() -> Iterator[None]:
    """The stores are spoken to anew, with what the environment says now, and after the test."""
    _forget()
    yield
    _forget()


def _forget() -> None:
    for protocol in ("s3", "gs"):
        fsspec.get_filesystem_class(protocol).clear_instance_cache()


@pytest.fixture(params=["s3", "gs", "file"])
def bucket(request: pytest.FixtureRequest, served: dict[str, str], tmp_path: Path) -> Bucket:
    return Bucket(request.param, tmp_path / "bucket")


@pytest.fixture
def go(bucket: Bucket, settings: Settings) -> Callable[..., Outcome]:
    def run_here(chosen: Settings = settings) -> Outcome:
        raw = place(f"{bucket.address}/raw")
        return run([raw], place(f"{bucket.address}/out"), chosen)

    return run_here


def _fill(bucket: Bucket) -> None:
    for name in NAMES:
        bucket.put(f"raw/{name}.txt", KENYA)


def _rows(bucket: Bucket, table: str) -> list[dict[str, str]]:
    return list(csv.DictReader(bucket.read(f"out/4-records/{table}.csv").splitlines()))


def test_from_bucket_to_bucket(bucket: Bucket, go: Callable[..., Outcome]) -> None:
    _fill(bucket)
    bucket.put("raw/談話 一.toml", 'title = "訪問"\n')
    outcome = go()
    assert (sorted(outcome.done), outcome.failed) == (sorted(NAMES), {})
    raw = f"{bucket.address}/raw".removeprefix("file://")
    told = {row["doc"]: (row["source"], row["title"]) for row in _rows(bucket, "reports")}
    assert told["談話 一"] == (f"{raw}/談話 一.txt", "訪問")
    assert told[ODD][0] == f"{raw}/{ODD}.txt"
    assert [row["code"] for row in _rows(bucket, "countries")] == ["KEN", "KEN"]


def test_only_what_changed_is_done_again(bucket: Bucket, go: Callable[..., Outcome]) -> None:
    _fill(bucket)
    go()
    again = go()
    assert (again.done, again.tables_written) == ([], False)
    bucket.put(f"raw/{ODD}.txt", GHANA)
    assert go().done == [ODD]
    assert {row["code"] for row in _rows(bucket, "countries")} == {"KEN", "GHA"}
    bucket.put("raw/三.txt", GHANA)
    assert go().done == ["三"]
    assert len(_rows(bucket, "reports")) == 3


def test_an_artefact_taken_away_is_made_again(bucket: Bucket, go: Callable[..., Outcome]) -> None:
    _fill(bucket)
    go()
    bucket.remove(f"out/3-tags/{ODD}.spacy")
    assert go().done == [ODD]


def test_a_format_no_longer_wanted_goes(
    bucket: Bucket, go: Callable[..., Outcome], settings: Settings
) -> None:
    _fill(bucket)
    go()
    assert "reports.parquet" in bucket.names("out/4-records")
    record = settings.record.model_copy(update={"formats": ["csv"]})
    go(settings.model_copy(update={"record": record}))
    kinds = {name.rpartition(".")[2] for name in bucket.names("out/4-records") if name[0] != "."}
    assert kinds == {"csv", "json"}  # these are reports' rows


def test_between_bucket_and_folder(bucket: Bucket, settings: Settings, tmp_path: Path) -> None:
    """Wherever it stands, the output is the same."""
    raw = tmp_path / "raw"
    for name, text in zip(NAMES, [KENYA, KYRGYZ], strict=True):
        (raw / name).parent.mkdir(parents=True, exist_ok=True)
        (raw / f"{name}.txt").write_text(text, "utf-8")
        bucket.put(f"raw/{name}.txt", text)
    run([raw], tmp_path / "here", settings)
    run([raw], place(f"{bucket.address}/out"), settings)
    assert same_tables(tmp_path / "here", bucket.download("out", tmp_path / "there"))
    stored = place(f"{bucket.address}/raw")
    assert run([stored], tmp_path / "fetched", settings).failed == {}
    mentions = [
        (tmp_path / folder / "4-records" / "mentions.csv").read_bytes()
        for folder in ("here", "fetched")
    ]
    assert mentions[0] == mentions[1]


def test_workers_of_their_own_processes(
    bucket: Bucket,
    go: Callable[..., Outcome],
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Connections, and the thread that holds them, are not shared with forked workers."""
    monkeypatch.setattr("pipeline.chain.portions._WORTH_A_WORKER", 0.001)
    monkeypatch.setattr("pipeline.chain.portions._LEAST", 0)
    _fill(bucket)
    two = settings.run.model_copy(update={"workers": 2})
    assert go(settings.model_copy(update={"run": two})).failed == {}
    assert len(_rows(bucket, "reports")) == 2
    assert go().done == []


def test_more_than_a_page_of_names(bucket: Bucket) -> None:
    """What is not there has no content."""
    names = [f"raw/{number // 10}/報告{number}.txt" for number in range(3 * A_PAGE)]
    for name in names:
        bucket.put(name, name)
    raw = place(f"{bucket.address}/raw")
    absent = raw / "報告.txt"
    found = [source.path for source in collect([raw], frozenset({".txt"})).sources]
    there = presence(raw)
    assert [there(path) for path in [*found, absent]] == [True] * len(names) + [False]
    read = list(contents([*found, absent]))
    assert {(told or b"").decode() for told in read[:-1]} == set(names)
    assert read[-1] is None


def test_an_object_that_is_not_given_out_fails_alone(
    served: dict[str, str], settings: Settings, tmp_path: Path
) -> None:
    """What was moved to the archive is listed, but answers 403."""
    bucket = Bucket("s3", tmp_path)
    bucket.put("raw/談話.txt", KENYA)
    bucket.put("raw/archived.txt", KENYA, StorageClass="GLACIER")
    outcome = run([place(f"{bucket.address}/raw")], tmp_path / "out", settings)
    assert set(outcome.done) == {"archived", "談話"}
    assert list(outcome.failed) == ["archived"]
    assert outcome.failed["archived"].startswith("unreadable: cannot be read: PermissionError:")


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
    bucket.put("raw/談話.txt", KENYA)
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
    Path("談話.txt").write_text(KENYA, "utf-8")
    for name, value in variables.items():
        monkeypatch.setenv(name, served.get(value, value))
    address = f"{protocol}://reports/2024"
    where = ["談話.txt", "--output", address] if as_output else [address]
    assert _hokoku(monkeypatch, "run", *where) == 2
    [line] = capfd.readouterr().err.splitlines()
    assert line.startswith(f"hokoku: {address}: ")
    assert says in line
    assert ASKS[protocol] in line
