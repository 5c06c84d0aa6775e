"""A time limit for a piece of work, in whatever thread or process it runs."""

import ctypes
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

# A blow that the work swallowed is struck again after so many seconds.
_AGAIN = 0.5
# A blow that was struck is felt before so many milliseconds have passed.
_FELT = 50


class OutOfTimeError(Exception):
    """The work took longer than it may."""


class _Blow(BaseException):
    """What stops the work; no `except Exception` on its way takes it for something else."""


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raise OutOfTimeError out of the block once it has run for `seconds`.

    The blow is sent to the thread itself, for signals reach only the main thread of a process,
    and Dask's workers run their tasks in another. It lands between two steps of Python code, so a
    single long call into C is let through to its end.
    """
    watch = _Watch(threading.get_ident())
    try:
        try:
            watch.start(seconds)
            yield
        finally:
            watch.stop()
    except BaseException as error:
        if watch.struck:
            raise OutOfTimeError from error
        raise


class _Watch:
    """Waits in a thread of its own, and strikes when the time is up."""

    def __init__(self, thread: int) -> None:
        self.struck = False
        self._thread = ctypes.c_ulong(thread)
        self._lock = threading.Lock()
        self._over = threading.Event()

    def start(self, seconds: float) -> None:
        """Begin to count."""
        threading.Thread(target=self._wait, args=(seconds,), daemon=True).start()

    def _wait(self, seconds: float) -> None:
        while not self._over.wait(seconds):
            with self._lock:
                if not self._over.is_set():
                    self.struck = True
                    blow = ctypes.py_object(_Blow)
                    ctypes.pythonapi.PyThreadState_SetAsyncExc(self._thread, blow)
            seconds = _AGAIN

    def stop(self) -> None:
        """End the watch; a blow already struck falls here at the latest, not on what follows."""
        with self._lock:
            self._over.set()
        if self.struck:
            for _ in range(_FELT):
                time.sleep(0.001)
