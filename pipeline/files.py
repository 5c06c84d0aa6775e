"""Files that are whole or absent, whatever happens while they are written."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

# Files written inside `settled`, which are not yet known to be on the disk.
_UNSETTLED: ContextVar[list[Path] | None] = ContextVar("unsettled", default=None)


def is_local(path: Path) -> bool:
    """Whether a path is of this machine's file system, not of a store such as `s3://`."""
    return isinstance(path, Path)


@contextmanager
def settled() -> Iterator[None]:
    """What `write_whole` writes inside is on the disk when this ends, however it ends.

    To wait for the disk once is as many times as fast as there are files. Until then a power cut
    may leave parts of files: nothing may vouch for them that is written inside, too.
    """
    written: list[Path] = []
    token = _UNSETTLED.set(written)
    try:
        yield
    finally:
        _UNSETTLED.reset(token)
        for path in written:
            with path.open("rb") as file:
                os.fsync(file.fileno())


def write_whole(path: Path, data: bytes) -> None:
    """Write `data` to `path` by way of a temporary file beside it, making folders as needed.

    A reader sees the old file or the new one, never a part (`kill -9` and power cuts included).
    """
    if not is_local(path):  # what is put at once into a store is whole or absent by itself
        stored: Any = path
        stored.fs.pipe_file(stored.path, data)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=path.parent, prefix=".", suffix=".part", delete=False) as part:
        try:
            part.write(data)
            part.flush()
            unsettled = _UNSETTLED.get()
            if unsettled is None:
                os.fsync(part.fileno())
            Path(part.name).chmod(0o644)
            Path(part.name).replace(path)
            if unsettled is not None:
                unsettled.append(path)
        except BaseException:
            Path(part.name).unlink(missing_ok=True)
            raise
