"""Files that are whole or absent, whatever happens while they are written."""

import os
from pathlib import Path
from tempfile import NamedTemporaryFile


def is_local(path: Path) -> bool:
    """Whether a path is of this machine's file system, not of a store such as `s3://`."""
    return isinstance(path, Path)


def write_whole(path: Path, data: bytes) -> None:
    """Write `data` to `path` by way of a temporary file beside it, making folders as needed.

    A reader sees the old file or the new one, never a part (`kill -9` and power cuts included).
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    if not is_local(path):  # what is put into a store is whole or absent by itself
        path.write_bytes(data)
        return
    with NamedTemporaryFile(dir=path.parent, prefix=".", suffix=".part", delete=False) as part:
        try:
            part.write(data)
            part.flush()
            os.fsync(part.fileno())
            Path(part.name).chmod(0o644)
            Path(part.name).replace(path)
        except BaseException:
            Path(part.name).unlink(missing_ok=True)
            raise
