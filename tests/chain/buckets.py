"""Buckets of the stores that `serving` serves, as others than hokoku write and read them."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any
from uuid import uuid4

import fsspec

A_PAGE = 10
"""So many names S3 lists at a time; in the world it is 1,000."""


@cache
def file_system(protocol: str) -> Any:
    """What speaks to a store, another than that of hokoku."""
    return fsspec.filesystem(protocol, skip_instance_cache=True)


def forget() -> None:
    """Have hokoku speak to the stores anew, with what the environment says then."""
    for protocol in ("s3", "gs"):
        fsspec.get_filesystem_class(protocol).clear_instance_cache()


@contextmanager
def stores() -> Iterator[dict[str, str]]:
    """The addresses of S3 ("s3"), Google's ("gs"), and one that denies everything ("denying")."""
    command = [sys.executable, "-m", "tests.chain.serving"]
    environment = os.environ | {"MOTO_S3_DEFAULT_MAX_KEYS": str(A_PAGE)}
    with subprocess.Popen(
        command,
        cwd=Path(__file__).parents[2],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        assert process.stdout is not None
        yield dict(json.loads(process.stdout.readline()))
        process.communicate("")


class Bucket:
    """A new bucket, or a folder, that remembers nothing of what it listed."""

    def __init__(self, protocol: str, folder: Path) -> None:
        self._fs = file_system(protocol)
        self._root = f"hokoku-{uuid4().hex}" if protocol != "file" else str(folder)
        self.address = f"{protocol}://{self._root}"
        self._fs.mkdir(self._root, create_parents=True, exist_ok=True)

    def put(self, name: str, text: str, **how: object) -> None:
        """Write an object."""
        if self.address.startswith("file://"):
            self._fs.makedirs(f"{self._root}/{name}".rpartition("/")[0], exist_ok=True)
        self._fs.pipe_file(f"{self._root}/{name}", text.encode(), **how)

    def read(self, name: str) -> str:
        """What stands in an object."""
        return bytes(self._fs.cat_file(f"{self._root}/{name}")).decode("utf-8-sig")

    def remove(self, name: str) -> None:
        """Delete an object."""
        self._fs.rm_file(f"{self._root}/{name}")

    def names(self, below: str = "") -> list[str]:
        """The names of all objects below one."""
        self._fs.invalidate_cache()
        root = f"{self._root}/{below}".rstrip("/")
        return [name.removeprefix(f"{root}/") for name in self._fs.find(root)]

    def download(self, name: str, folder: Path) -> Path:
        """All that stands below a name, in a folder."""
        for below in self.names(name):
            copy = folder / below
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(self._fs.cat_file(f"{self._root}/{name}/{below}"))
        return folder
