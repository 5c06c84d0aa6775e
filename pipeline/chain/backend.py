"""A backend of joblib over whatever has workers."""

from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Executor, Future
from typing import Any

from joblib.parallel import ParallelBackendBase


class OnExecutor(ParallelBackendBase):  # type: ignore[misc]
    """A backend of joblib over an executor.

    Of joblib's own, loky starts interpreters that load the model again, and those for
    multiprocessing and Dask wait for ever where a worker is lost. Source of what each method is
    for: joblib's documentation of `ParallelBackendBase`.
    """

    supports_retrieve_callback = True

    def __init__(self, executor: Executor) -> None:
        super().__init__()
        self._executor = executor

    def effective_n_jobs(self, n_jobs: int) -> int:
        """How many jobs joblib may count on: as many as it was told."""
        return n_jobs

    def submit(
        self, func: Callable[[], Any], callback: Callable[[Future[Any]], object]
    ) -> Future[Any]:
        """Begin a call; `callback` is given its future when it is done, whatever became of it."""
        try:
            future = self._executor.submit(func)
        except BrokenExecutor as error:  # joblib expects it where the result is asked for
            future = Future()
            future.set_exception(error)
        future.add_done_callback(callback)
        return future

    def retrieve_result_callback(self, out: Future[Any]) -> Any:
        """What a call gave that is done; raises what it raised."""
        return out.result()
