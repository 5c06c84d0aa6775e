"""Portions of work spread over workers: this process, local processes, or a Dask cluster."""

import os
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from pipeline.errors import UserError
from pipeline.settings import RunSettings

Portion = TypeVar("Portion")
Done = TypeVar("Done")

# What a worker with GiNZA loaded takes, in megabytes.
_WORKER_MEMORY = 700
_PATIENCE = "30s"


class ClusterError(UserError):
    """A cluster that cannot be used; the message says why."""


class LostWorkerError(Exception):
    """A worker died; what was not yielded may or may not have been done."""


def affordable(settings: RunSettings) -> int:
    """How many processes to use: as many as asked for, or as there are cores, within `memory`."""
    asked = settings.workers or os.cpu_count() or 1
    return max(1, min(asked, settings.memory // _WORKER_MEMORY))


def spread(
    work: Callable[[Portion], Done],
    portions: Sequence[Portion],
    settings: RunSettings,
    workers: int,
) -> Iterator[Done]:
    """What `work` makes of each portion, as it gets done. Raises LostWorkerError, ClusterError.

    Portions are begun in order, at most twice as many as there are workers at a time.
    """
    if settings.cluster:
        yield from _on_cluster(work, portions, settings.cluster)
    elif workers == 1:
        yield from map(work, portions)
    else:
        yield from in_processes(work, portions, workers)


def in_processes(
    work: Callable[[Portion], Done], portions: Sequence[Portion], workers: int
) -> Iterator[Done]:
    """`spread` over processes of this machine, be it only one; they end with the work."""
    import joblib
    from joblib.externals.loky import get_reusable_executor
    from joblib.externals.loky.process_executor import TerminatedWorkerError

    try:
        # At least two, for joblib takes one for no pool at all.
        with joblib.parallel_config("loky", n_jobs=max(2, workers), inner_max_num_threads=1):
            parallel = joblib.Parallel(return_as="generator_unordered", batch_size=1)
            yield from parallel(joblib.delayed(work)(portion) for portion in portions)
    except TerminatedWorkerError:
        raise LostWorkerError from None
    finally:  # their memory is wanted for the tables
        get_reusable_executor().shutdown(wait=True, kill_workers=True)


def _on_cluster(
    work: Callable[[Portion], Done], portions: Sequence[Portion], address: str
) -> Iterator[Done]:
    """Dask itself gives the portions of a lost worker to others, three times."""
    with _client(address) as client:
        from distributed import KilledWorker, as_completed

        lost = False
        futures = [client.submit(work, portion, pure=False) for portion in portions]
        for future in as_completed(futures, loop=client.loop):  # type: ignore[no-untyped-call]
            try:
                yield future.result()
            except KilledWorker:
                lost = True
        if lost:
            raise LostWorkerError


def _client(address: str) -> Any:
    try:
        from distributed import Client
    except ImportError:
        raise ClusterError("--cluster needs the extra: pip install 'hokoku[cluster]'") from None
    try:
        client: Any = Client(address, timeout=_PATIENCE, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise ClusterError(f"{address}: no Dask scheduler answers ({error})") from None
    try:
        client.wait_for_workers(1, timeout=_PATIENCE)
    except TimeoutError:
        client.close()
        raise ClusterError(f"{address}: the Dask scheduler has no workers") from None
    return client
