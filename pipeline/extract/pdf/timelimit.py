"""A time limit for a piece of work, in whatever thread or process it runs."""

import ctypes
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager


class OutOfTimeError(Exception):
    """The work took longer than it may."""


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raise OutOfTimeError inside the block once it has run for `seconds`.

    The exception is sent to the thread itself, for signals reach only the main thread of a
    process, and Dask's workers run their tasks in another. It lands between two steps of Python
    code, so a single long call into C is let through to its end.
    """
    watch = _Watch(threading.get_ident())
    timer = threading.Timer(seconds, watch.strike)
    timer.daemon = True
    timer.start()
    try:
        yield
    except OutOfTimeError:
        watch.felt = True
        raise
    finally:
        timer.cancel()
        watch.stop()
        # A blow already struck falls here at the latest, and not on what comes after.
        while watch.struck and not watch.felt:
            time.sleep(0.001)


class _Watch:
    def __init__(self, thread: int) -> None:
        self._thread = thread
        self._lock = threading.Lock()
        self._running = True
        self.struck = False
        self.felt = False

    def strike(self) -> None:
        with self._lock:
            if self._running:
                self.struck = True
                ctypes.pythonapi.PyThreadState_SetAsyncExc(
                    ctypes.c_ulong(self._thread), ctypes.py_object(OutOfTimeError)
                )

    def stop(self) -> None:
        with self._lock:
            self._running = False
