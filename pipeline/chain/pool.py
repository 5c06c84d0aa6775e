"""Batches spread over workers: this process, local processes, or a Dask cluster."""

import os
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from pipeline.errors import UserError
from pipeline.settings import RunSettings

Batch = TypeVar("Batch")
Done = TypeVar("Done")

# What a worker with GiNZA loaded takes, in megabytes.
_WORKER_MEMORY = 700


class ClusterError(UserError):
    """A cluster that cannot be used; the message says why."""


def workers_for(settings: RunSettings, portions: int) -> int:
    """How many processes to use: as many as asked for or as there are cores, within the memory."""
    asked = settings.workers or os.cpu_count() or 1
    affordable = max(1, settings.memory // _WORKER_MEMORY)
    return max(1, min(asked, affordable, portions))


def spread(
    work: Callable[[Batch], Done], portions: Sequence[Batch], settings: RunSettings
) -> Iterator[Done]:
    """What `work` makes of each portion, as it gets done. Raises joblib's TerminatedWorkerError."""
    workers = workers_for(settings, len(portions))
    if workers == 1 and not settings.cluster:
        yield from map(work, portions)
        return
    import joblib

    with _backend(settings, workers):
        parallel = joblib.Parallel(return_as="generator_unordered", batch_size=1)
        yield from parallel(joblib.delayed(work)(portion) for portion in portions)


def _backend(settings: RunSettings, workers: int) -> Any:
    import joblib

    if not settings.cluster:
        return joblib.parallel_config("loky", n_jobs=workers)
    try:
        from distributed import Client
    except ImportError:
        raise ClusterError("--cluster needs the extra: pip install 'hokoku[cluster]'") from None
    try:
        client: Any = Client(settings.cluster, timeout="10s")  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise ClusterError(f"{settings.cluster}: no Dask scheduler answers ({error})") from None
    return joblib.parallel_config("dask", client=client, wait_for_workers_timeout=30)
