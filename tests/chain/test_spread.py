"""Work spread by joblib over an executor: all of it, in the order in which it gets done."""

import time
import warnings
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Future, ThreadPoolExecutor
from typing import Any

import pytest

from pipeline.chain.spread import LostWorkerError, spread


def _sleep(seconds: float) -> float:
    time.sleep(seconds)
    return seconds


@pytest.mark.parametrize("ahead", [1, 2, "all"])
def test_every_portion_is_done_once(ahead: int | str) -> None:
    with ThreadPoolExecutor(2) as pool:
        assert sorted(spread(str, range(50), pool, ahead)) == sorted(map(str, range(50)))


def test_what_is_done_first_comes_first() -> None:
    with ThreadPoolExecutor(2) as pool:
        assert list(spread(_sleep, [0.5, 0.0], pool, 2)) == [0.0, 0.5]


def test_no_portions_no_work() -> None:
    with ThreadPoolExecutor(1) as pool:
        assert list(spread(str, [], pool, 2)) == []


def test_what_the_work_raises_is_raised() -> None:
    with ThreadPoolExecutor(2) as pool, pytest.raises(ZeroDivisionError):
        list(spread(lambda n: 1 // n, [1, 0], pool, 2))


def test_a_run_broken_off_leaves_the_rest_undone_without_a_word() -> None:
    done: list[int] = []
    with ThreadPoolExecutor(1) as pool, warnings.catch_warnings():
        warnings.simplefilter("error")
        outcomes = spread(done.append, range(1000), pool, 2)
        next(outcomes)
        outcomes.close()  # type: ignore[attr-defined]
    assert len(done) < 1000


class _Mortal(ThreadPoolExecutor):
    """An executor that takes so many calls, and is broken then."""

    def __init__(self, calls: int) -> None:
        super().__init__(2)
        self._left = calls

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        self._left -= 1
        if self._left < 0:
            raise BrokenExecutor
        return super().submit(fn, *args, **kwargs)


@pytest.mark.parametrize("calls", [0, 1, 5])
def test_an_executor_that_breaks_is_a_lost_worker(
    calls: int, caplog: pytest.LogCaptureFixture
) -> None:
    done: list[float] = []
    with _Mortal(calls) as pool, pytest.raises(LostWorkerError):
        done.extend(spread(_sleep, [0.01] * 20, pool, 2))
    assert len(done) <= calls
    assert not caplog.records  # nothing is lost in a thread's log
