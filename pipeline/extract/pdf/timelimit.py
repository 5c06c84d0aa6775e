"""A time limit for a piece of work, in whatever thread or process it runs."""

import ctypes
import threading
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
    thread = ctypes.c_ulong(threading.get_ident())
    lock = threading.Lock()
    running = True

    def strike() -> None:
        with lock:
            if running:
                _send(thread, ctypes.py_object(OutOfTimeError))

    timer = threading.Timer(seconds, strike)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        with lock:
            running = False
            _send(thread, None)  # a blow already struck but not yet felt


def _send(
    thread: ctypes.c_ulong, exception: "ctypes.py_object[type[OutOfTimeError]] | None"
) -> None:
    ctypes.pythonapi.PyThreadState_SetAsyncExc(thread, exception)
