"""Whole runs on S3 and on Google's storage, over HTTP, and on file://."""

import csv
import json
import time
from collections.abc import Callable
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path
from signal import SIGKILL

import pytest

from benchmarks.tables import same_tables
from pipeline.chain import ClusterError, Outcome, fingerprints, run
from pipeline.chain.sources import collect
from pipeline.chain.state import ReportState, seen
from pipeline.chain.store import contents, presence, seen_anew
from pipeline.chain.work import Worker
from pipeline.context import load_doc
from pipeline.paths import place
from pipeline.settings import Settings
from tests.chain.buckets import A_PAGE, Bucket

pytest.importorskip("upath")

KENYA = "令和5年5月3日、林外務大臣はケニアを訪問した。\n"
GHANA = KENYA.replace("ケニア", "ガーナ")  # as many bytes
KYRGYZ = "2023年9月、上川外務大臣はキルギス外務省でクルバエフ外相と会談した。\n"

# What a person may call a file: kanji, white space, what means something in addresses or patterns.
ODD = "2024/報告 (案) #2 [改] 100%+=?&'*"
NAMES = ["談話 一", ODD]

CONTENTS = fingerprints._contents


@pytest.fixture(autouse=True)
def steady_code(monkeypatch: pytest.MonkeyPatch) -> None:
    """Code and lexicon are not looked at: others may edit them."""
    monkeypatch.setattr("pipeline.chain.fingerprints._contents", lambda files: [])


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


def test_a_change_within_the_second_is_seen(bucket: Bucket) -> None:
    """The times of S3 are in seconds."""
    bucket.put("談話.txt", KENYA)
    file = place(f"{bucket.address}/談話.txt")
    before = replace(seen(ReportState(), file), sha256="known")
    assert seen(before, file) is before
    bucket.put("談話.txt", GHANA)
    seen_anew([file])
    assert seen(before, file) is not before


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
    names = [f"raw [改]/{number // 10}/報告{number}.txt" for number in range(3 * A_PAGE)]
    for name in names:
        bucket.put(name, name)
    raw = place(f"{bucket.address}/raw [改]")
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


@pytest.mark.parametrize("protocol", ["s3", "gs"])
def test_a_killed_run_goes_on_where_it_was(
    protocol: str,
    served: dict[str, str],
    settings: Settings,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It leaves whole objects alone."""
    monkeypatch.setattr("pipeline.chain.portions._LEAST", 0)
    bucket = Bucket(protocol, tmp_path)
    for number in range(8):
        bucket.put(f"raw/報告{number}.txt", KENYA)

    def go(output: Path | None = None) -> Outcome:
        raw = place(f"{bucket.address}/raw")  # a place of one process is of no use to another
        return run([raw], output or place(f"{bucket.address}/out"), settings)

    go(tmp_path / "undisturbed")
    process = get_context("fork").Process(target=go)
    process.start()
    while process.is_alive() and len(bucket.names("out/3-tags")) < 3:
        time.sleep(0.02)
    process.kill()
    process.join()
    assert process.exitcode == -SIGKILL
    for name in bucket.names("out"):
        if name.endswith(".json"):
            json.loads(bucket.read(f"out/{name}"))
        elif name.endswith(".spacy"):
            assert load_doc(place(f"{bucket.address}/out/{name}")).text == KENYA.rstrip()
    assert 0 < len(go().done) < 8
    assert same_tables(tmp_path / "undisturbed", bucket.download("out", tmp_path / "out"))


def test_workers_of_a_cluster_write_to_the_bucket(
    served: dict[str, str], settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from distributed import LocalCluster

    monkeypatch.setattr(fingerprints, "_contents", CONTENTS)  # as the worker has it
    bucket = Bucket("s3", tmp_path)
    _fill(bucket)
    places, output = [place(f"{bucket.address}/raw")], place(f"{bucket.address}/out")
    with LocalCluster(  # type: ignore[no-untyped-call]
        n_workers=1, threads_per_worker=1, dashboard_address=None
    ) as cluster:
        on_dask = settings.run.model_copy(update={"cluster": cluster.scheduler_address})
        outcome = run(places, output, settings.model_copy(update={"run": on_dask}))
    assert (sorted(outcome.done), outcome.failed) == (sorted(NAMES), {})
    run(places, tmp_path / "here", settings)
    assert same_tables(tmp_path / "here", bucket.download("out", tmp_path / "out"))


def test_a_worker_that_sees_another_output_is_refused(bucket: Bucket, settings: Settings) -> None:
    """A folder of that name that is the worker's own; a bucket of another server."""
    on_dask = settings.run.model_copy(update={"cluster": "tcp://127.0.0.1:1"})
    chosen = settings.model_copy(update={"run": on_dask})
    output = place(f"{bucket.address}/out")
    worker = Worker(chosen, fingerprints.recipes(chosen), output)
    assert worker.do([]) == []
    other = Worker(chosen, fingerprints.recipes(chosen), output)
    bucket.put("out/.run", "the mark of another run")
    with pytest.raises(ClusterError, match="the Dask worker on .* sees another .*out than this"):
        other.do([])
