"""Portions of work spread by joblib over whatever has workers: processes here, or a cluster."""

import warnings
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor
from typing import TypeVar

Portion = TypeVar("Portion")
Done = TypeVar("Done")


class LostWorkerError(Exception):
    """A worker died; what was not yielded may or may not have been done."""


def spread(
    work: Callable[[Portion], Done], portions: Sequence[Portion], over: Executor, ahead: int | str
) -> Iterator[Done]:
    """What `work` makes of each portion, as it gets done. Raises LostWorkerError.

    Portions are begun in order, `ahead` (a number, or "all") of them at a time.
    """
    from joblib import Parallel, delayed  # here, for a run with nothing to do shall be fast

    from pipeline.chain.backend import OnExecutor

    # joblib takes one job for no crew at all; how many work at a time is the executor's affair
    parallel = Parallel(
        n_jobs=2, backend=OnExecutor(over), pre_dispatch=ahead, return_as="generator_unordered"
    )
    outcomes = parallel(delayed(work)(portion) for portion in portions)
    try:
        for done in outcomes:  # noqa: UP028 - `yield from` would close them before what follows
            yield done
    except BrokenExecutor:
        raise LostWorkerError from None
    finally:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # that a run which is broken off leaves work undone
            outcomes.close()
