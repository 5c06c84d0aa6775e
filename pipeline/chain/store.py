"""A store that fsspec reaches (`s3://…`): asked for many things at once, and told of in one line
where it refuses.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from operator import methodcaller
from pathlib import Path
from textwrap import shorten
from traceback import walk_tb
from typing import Any

from pipeline.errors import UserError
from pipeline.files import is_local

# What passes through these is a store's refusal, whatever it is that they raise.
_SPEAKERS = {"fsspec", "gcsfs", "s3fs", "upath"}

_ACCESS = {
    "s3": "are AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY (or ~/.aws), AWS_ENDPOINT_URL right?",
    "gs": "is GOOGLE_APPLICATION_CREDENTIALS (or `gcloud auth application-default login`) right?",
}

_LONGEST = 200

# Bytes of a table that are sent at a time: more would be held in memory.
_PIECE = 8 << 20


class StoreError(UserError):
    """A store that cannot be reached, or refuses; the message says how access is given."""


@contextmanager
def answering(place: Path) -> Iterator[None]:
    """Raises StoreError where the place is in a store, and that refuses what is done inside."""
    try:
        yield
    except Exception as error:
        if is_local(place) or not _is_refusal(error):
            raise
        told = shorten(refusal(error), _LONGEST, placeholder=" …")
        raise StoreError(f"{place}: {told}{_hint(place, error)}") from None


def refusal(error: Exception) -> str:
    """Why a store refused, in one line."""
    return " ".join(f"{type(error).__name__}: {error}".split())


def seen_anew(places: Iterable[Path]) -> None:
    """Forget what these stores once listed: others write to them, too."""
    for place in places:
        if not is_local(place):
            _spoken(place).invalidate_cache()


def below(folder: Path) -> Iterator[Path]:
    """All files below a folder."""
    if is_local(folder):
        yield from (path for path in folder.rglob("*") if path.is_file())
        return
    root = _key(folder).rstrip("/") + "/"
    for key in _spoken(folder).find(_key(folder)):
        if key.startswith(root) and not key.endswith("/"):  # an empty object may stand for a folder
            yield folder / key.removeprefix(root)


def presence(folder: Path) -> Callable[[Path], bool]:
    """What tells whether a file below a folder is there; a store is asked once for all of them."""
    if is_local(folder):
        return methodcaller("exists")
    keys = set(_spoken(folder).find(_key(folder)))
    return lambda path: _key(path) in keys


def contents(files: Sequence[Path]) -> Iterator[bytes | None]:
    """What stands in each file, None for one that is not there."""
    if not files or is_local(files[0]):
        yield from map(_content, files)
        return
    for got in _spoken(files[0]).cat_ranges([_key(file) for file in files], None, None):
        if isinstance(got, Exception) and not isinstance(got, FileNotFoundError):
            raise got
        yield None if isinstance(got, Exception) else got


def download(files: Sequence[Path], copies: Sequence[Path]) -> None:
    """Copy files of a store to this machine, making folders as needed."""
    if files:
        _spoken(files[0]).get([_key(file) for file in files], [str(copy) for copy in copies])


def upload(file: Path, place: Path) -> None:
    """Copy a file of this machine into a store, where it is whole or as it was."""
    _spoken(place).put_file(str(file), _key(place), chunksize=_PIECE)


def _content(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except FileNotFoundError:
        return None


def _spoken(place: Path) -> Any:
    """The fsspec file system of a place in a store."""
    return place.fs  # type: ignore[attr-defined]


def _key(place: Path) -> str:
    """How the store itself names a place."""
    return str(place.path)  # type: ignore[attr-defined]


def _is_refusal(error: Exception) -> bool:
    frames = (frame for frame, _ in walk_tb(error.__traceback__))
    return any(f.f_globals.get("__name__", "").partition(".")[0] in _SPEAKERS for f in frames)


def _hint(place: Path, error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return "; is the bucket's name right?"
    access = _ACCESS.get(place.protocol)  # type: ignore[attr-defined]
    return f"; {access}" if access else ""
