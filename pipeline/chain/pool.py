"""Portions of work spread over processes of this machine."""

import gc
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from threading import Thread
from typing import TypeVar

from pipeline.chain.spread import spread
from pipeline.settings import RunSettings

Portion = TypeVar("Portion")
Done = TypeVar("Done")

FORKS = sys.platform == "linux"
"""Whether workers are forked: they start at once, and share what this process has loaded."""

# Megabytes that the run takes with GiNZA loaded, and each worker for itself.
_OF_RUN, _OF_WORKER = (500, 300) if FORKS else (100, 700)

# Portions after which a worker makes way for a new one: what it holds grows as it goes on, by the
# words that it met, and by what it touched of the memory that it shares.
_A_SHIFT = 32 if FORKS else 1000


def affordable(settings: RunSettings) -> int:
    """How many processes to use: as many as asked for, or as there are cores, within `memory`."""
    asked = settings.workers or os.cpu_count() or 1
    return max(1, min(asked, (settings.memory - _OF_RUN) // _OF_WORKER))


def in_processes(
    work: Callable[[Portion], Done], portions: Sequence[Portion], workers: int
) -> Iterator[Done]:
    """What `work` makes of each portion, as it gets done. Raises LostWorkerError.

    However this ends, the workers end with it.
    """
    shift = _A_SHIFT * workers
    for at in range(0, len(portions), shift):
        with _processes(workers) as pool:
            yield from spread(work, portions[at : at + shift], pool, 2 * workers)


@contextmanager
def _processes(workers: int) -> Iterator[Executor]:
    context = multiprocessing.get_context("fork" if FORKS else "spawn")
    others = multiprocessing.active_children()
    pool = ProcessPoolExecutor(workers, context, _begin)
    gc.freeze()  # what is there is shared, unless workers' collectors mark it
    try:
        yield pool
        pool.shutdown()
    finally:
        gc.unfreeze()
        for worker in multiprocessing.active_children():
            if worker not in others:
                worker.kill()
        pool.shutdown(cancel_futures=True)


def _begin() -> None:
    """A worker leaves Ctrl-C and the progress bar to the run, and does not outlive it."""
    sys.stdout, sys.stderr = sys.__stdout__, sys.__stderr__
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)
