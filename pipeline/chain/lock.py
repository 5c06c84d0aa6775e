"""One run at a time writes to an output folder; a second waits for the first."""

import fcntl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from pipeline.files import is_local, write_whole

_MARK = ".run"


@contextmanager
def locked(output: Path, waiting: Callable[[], None]) -> Iterator[None]:
    """Holds the output folder; calls `waiting` once if another run holds it.

    A run that was killed can leave workers that finish their report: they are waited for, too.
    A store such as `s3://` knows no locks: there, see to it yourself.
    """
    if not is_local(output):
        yield
        return
    output.mkdir(parents=True, exist_ok=True)
    with (output / ".lock").open("w") as run, (output / ".lock-workers").open("w") as workers:
        for file in (run, workers):
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                waiting()
                fcntl.flock(file, fcntl.LOCK_EX)
        fcntl.flock(workers, fcntl.LOCK_UN)
        yield


@contextmanager
def at_work(output: Path) -> Iterator[None]:
    """Held by a worker, together with the others, while it writes below `output`."""
    if not is_local(output):
        yield
        return
    with (output / ".lock-workers").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_SH)
        yield


def marked(output: Path) -> str:
    """Leave this run's mark in the output folder, before it costs anything that none can be left.

    By its mark a worker elsewhere knows the folder for the same.
    """
    mark = uuid4().hex
    write_whole(output / _MARK, mark.encode())
    return mark


def bears(output: Path, mark: str) -> bool:
    """Whether the output folder, as it is seen from here, bears the mark of a run."""
    try:
        return (output / _MARK).read_bytes() == mark.encode()
    except FileNotFoundError:
        return False
