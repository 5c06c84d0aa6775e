"""The time limit: in the main thread, in another thread, and never after the work is done."""

import threading
import time

import pytest

from pipeline.extract.pdf.timelimit import OutOfTimeError, time_limit


def work(lasting: float, limit: float) -> str:
    try:
        with time_limit(limit):
            end = time.monotonic() + lasting
            while time.monotonic() < end:
                pass
    except OutOfTimeError:
        return "late"
    return "done"


@pytest.mark.parametrize(("lasting", "limit", "ends"), [(0.0, 5, "done"), (5, 0.05, "late")])
def test_limit(lasting: float, limit: float, ends: str) -> None:
    assert work(lasting, limit) == ends


def test_limit_in_another_thread() -> None:
    found: list[str] = []
    thread = threading.Thread(target=lambda: found.append(work(5, 0.05)))
    thread.start()
    thread.join()
    assert found == ["late"]


def test_nothing_strikes_later() -> None:
    for _ in range(50):
        work(0.002, 0.002)  # the blow and the end of the work fall together
    time.sleep(0.02)
