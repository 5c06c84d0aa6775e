"""Runs that break off, lose workers, or meet another run: the tables come out the same."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import psutil
import pytest

from benchmarks.tables import same_tables
from pipeline.chain import ClusterError, fingerprints, run
from pipeline.chain.cluster import on_cluster
from pipeline.chain.crew import done_by_crew
from pipeline.chain.fingerprints import versions
from pipeline.chain.lock import locked
from pipeline.chain.plan import Task
from pipeline.chain.sources import Source
from pipeline.chain.state import ReportState
from pipeline.settings import Settings, load_settings
from tests.chain.deadly import Deadly

if TYPE_CHECKING:
    from distributed import LocalCluster

TEXTS = [
    "2023年9月、上川外務大臣はキルギス外務省でクルバエフ外相と会談した。\n",
    "令和5年5月3日、林外務大臣はケニアを訪問した。\n",
    "日露関係について、外務省は声明を発表した。\n",
    "同年7月、岸田総理大臣はNATO首脳会合に出席した。\n",
]

COPIES = 10  # so many that a run is still at it when its end comes
CONTENTS = fingerprints._contents


@pytest.fixture(autouse=True)
def small_portions(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every report a portion, worth a worker; code and lexicon, which others may edit, are not
    looked at.
    """
    monkeypatch.setattr(fingerprints, "_contents", lambda files: [])
    monkeypatch.setattr("pipeline.chain.portions._WORTH_A_WORKER", 0.001)
    monkeypatch.setattr("pipeline.chain.portions._LEAST", 0)


@pytest.fixture(scope="module")
def raw(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("raw")
    for number, text in enumerate(TEXTS * COPIES):
        (folder / f"報告{number}.txt").write_text(text, "utf-8")
    return folder


@pytest.fixture(scope="module")
def undisturbed(raw: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("undisturbed")
    run([raw], output, _settings(workers=1))
    return output


def _settings(**changes: object) -> Settings:
    chosen = load_settings()
    return chosen.model_copy(
        update={
            "run": chosen.run.model_copy(update=changes),
            "segment": chosen.segment.model_copy(update={"ner": "none"}),
        }
    )


_RUN = """
import sys
from pathlib import Path
from pipeline.chain import fingerprints, portions, run
from tests.chain.test_interrupted import _settings
fingerprints._contents = lambda files: []
portions._WORTH_A_WORKER, portions._LEAST = 0.001, 0
run([Path(sys.argv[1])], Path(sys.argv[2]), _settings(workers=int(sys.argv[3])))
"""
# (signal, workers)
WAYS = [(signal.SIGKILL, 1), (signal.SIGINT, 1), (signal.SIGKILL, 2), (signal.SIGINT, 2)]


@pytest.mark.parametrize(("how", "workers"), WAYS)
def test_an_interrupted_run_goes_on_where_it_was(
    how: signal.Signals, workers: int, raw: Path, tmp_path: Path, undisturbed: Path
) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", _RUN, raw, tmp_path, str(workers)], stderr=subprocess.DEVNULL
    )
    while len(list((tmp_path / ".state").rglob("*.json"))) < 3 and process.poll() is None:
        time.sleep(0.005)
    crew = psutil.Process(process.pid).children()
    assert len(crew) == (workers if workers > 1 else 0)
    time.sleep(random.Random(5).random() / 100)
    process.send_signal(how)
    assert process.wait(30) != 0
    assert psutil.wait_procs(crew, 30)[1] == []  # no worker outlives its run
    outcome = run([raw], tmp_path, _settings(workers=1))
    assert 0 < len(outcome.done) < len(TEXTS) * COPIES
    assert same_tables(undisturbed, tmp_path)


@pytest.mark.parametrize("on_dask", [False, True])
def test_a_report_that_kills_its_worker_is_given_up_and_no_other(
    on_dask: bool, tmp_path: Path, cluster: "LocalCluster"
) -> None:
    settings = _settings(workers=2, cluster=cluster.scheduler_address if on_dask else "")
    recipes = dict.fromkeys(("extract", "segment", "tag", "record"), "")
    tasks = [
        Task(Source(f"報告{n}", Path(f"報告{n}.txt")), ReportState(size=100 - n), (), False)
        for n in range(7)
    ]
    worker = Deadly(settings, recipes, tmp_path)
    told = dict(done_by_crew(worker, tasks, settings.run))
    assert sorted(told) == sorted(task.doc for task in tasks)
    assert [doc for doc, state in told.items() if state.trouble] == ["報告3"]
    assert "worker-lost" in told["報告3"].trouble


def test_a_second_run_waits_for_the_first(tmp_path: Path) -> None:
    told: list[str] = []
    code = (
        "import sys, time; from pathlib import Path; from pipeline.chain.lock import locked\n"
        "with locked(Path(sys.argv[1]), print): print('held', flush=True); time.sleep(1)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, tmp_path], stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        begun = time.monotonic()
        with locked(tmp_path, lambda: told.append("waiting")):
            assert time.monotonic() - begun > 0.5
    assert told == ["waiting"]


@pytest.fixture(scope="module")
def cluster() -> "Iterator[LocalCluster]":
    from distributed import LocalCluster

    with LocalCluster(  # type: ignore[no-untyped-call]
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
    ) as local:
        yield local


def test_dask_writes_the_same_tables_though_a_worker_dies(
    cluster: "LocalCluster",
    raw: Path,
    tmp_path: Path,
    undisturbed: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from threading import Thread

    monkeypatch.setattr(fingerprints, "_contents", CONTENTS)  # as the workers have it

    def kill_one() -> None:
        while not list((tmp_path / "2-segments").glob("*")):
            time.sleep(0.01)
        os.kill(next(iter(cluster.workers.values())).process.pid, signal.SIGKILL)

    killer = Thread(target=kill_one)
    killer.start()
    outcome = run([raw], tmp_path, _settings(cluster=cluster.scheduler_address))
    killer.join()
    assert outcome.failed == {}
    assert same_tables(undisturbed, tmp_path)


# (what this run has, what it says of the worker)
UNLIKE = [
    # another version of hokoku
    ({"hokoku": "9"}, "the Dask worker on .* has hokoku .*, this run 9: they must be the same"),
    # another dictionary
    ({"sudachidict_core": "20200101"}, "has sudachidict_core .*, this run 20200101"),
    # another model
    ({"ja_ginza": "4"}, "has ja_ginza .*, this run 4"),
    # a lexicon or code that is edited here only
    ({}, "has other code, lexicon or weights for extract than this run"),
]


@pytest.mark.parametrize(("here", "told"), UNLIKE)
def test_workers_made_of_other_parts_are_refused(
    here: dict[str, str],
    told: str,
    cluster: "LocalCluster",
    raw: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("pipeline.chain.cluster.versions", lambda model: versions(model) | here)
    with pytest.raises(ClusterError, match=told):
        run([raw], tmp_path, _settings(cluster=cluster.scheduler_address))


def test_a_cluster_that_is_not_there(
    raw: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.chain.cluster._PATIENCE", "1s")
    with pytest.raises(ClusterError, match="tcp://127.0.0.1:1: no Dask scheduler answers"):
        run([raw], tmp_path, _settings(cluster="tcp://127.0.0.1:1"))


def test_a_cluster_that_is_gone_in_the_middle() -> None:
    from threading import Timer

    from distributed import LocalCluster

    with LocalCluster(  # type: ignore[no-untyped-call]
        n_workers=1, threads_per_worker=2, processes=False, dashboard_address=None
    ) as local:
        Timer(0.5, local.close).start()
        with pytest.raises(ClusterError, match="the Dask scheduler is gone"):
            list(on_cluster(time.sleep, [0.05] * 200, local.scheduler_address))
