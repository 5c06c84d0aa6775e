"""Which reports there are, and what each is called."""

import difflib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from pipeline.chain.state import STATE
from pipeline.chain.store import answering, below
from pipeline.errors import UserError

_SIDECAR = ".toml"


class SourceError(UserError):
    """A source that is not there; the message says what would be right."""


@dataclass(frozen=True, slots=True)
class Source:
    """A report's file, and its name in all tables."""

    doc: str
    path: Path


@dataclass(frozen=True, slots=True)
class Collection:
    """The reports by name, and the files beside them that are of no kind that hokoku reads."""

    sources: list[Source]
    passed_over: list[Path]


def collect(places: Iterable[Path], suffixes: frozenset[str]) -> Collection:
    """The reports in files and folders. Raises SourceError.

    A report's name is its path below its folder without the suffix; where two would have one
    name (`a.pdf` beside `a.html`), both keep their suffix. What hokoku itself wrote into a folder
    is no report; a file that is named by itself is one, whatever its suffix.
    """
    found: dict[Path, PurePosixPath] = {}
    passed_over: list[Path] = []
    for place in places:
        with answering(place):
            if not _exists(place):
                raise SourceError(f"{place}: no such file or folder{_nearest(place)}")
            if place.is_file():
                found[place] = PurePosixPath(place.name)
            else:
                for path, name in _files(place):
                    if path.suffix.lower() in suffixes:
                        found[path] = name
                    elif path.suffix.lower() != _SIDECAR:
                        passed_over.append(path)
    shared = Counter(_stem(name) for name in set(found.values()))
    named = [
        Source(name.as_posix() if shared[_stem(name)] > 1 else _stem(name), path)
        for path, name in found.items()
    ]
    return Collection(sorted(_distinct(named), key=lambda source: source.doc), passed_over)


def _exists(place: Path) -> bool:
    try:
        place.stat()  # where a store does not answer, `exists` says no
    except FileNotFoundError:
        return False
    return True


def _name(path: Path, folder: Path) -> PurePosixPath:
    return PurePosixPath(path.relative_to(folder).as_posix())


def _files(folder: Path) -> Iterator[tuple[Path, PurePosixPath]]:
    """The files below a folder with their names in it, but for hidden ones and hokoku's own."""
    names = {path: _name(path, folder) for path in sorted(below(folder))}
    written = {
        name.parts[: name.parts.index(STATE)] for name in names.values() if STATE in name.parts
    }
    for path, name in names.items():
        hidden = any(part.startswith((".", "~$")) for part in name.parts)
        if not hidden and not any(name.parts[: len(root)] == root for root in written):
            yield path, name


def _stem(name: PurePosixPath) -> str:
    return name.with_suffix("").as_posix()


def _distinct(named: list[Source]) -> Iterable[Source]:
    """Two files of one name from two folders: the later ones get their folder's name before it."""
    taken: set[str] = set()
    for source in named:
        doc = source.doc
        for parent in source.path.absolute().parents:
            if doc not in taken:
                break
            doc = f"{parent.name}/{doc}"
        taken.add(doc)
        yield Source(doc, source.path)


def _nearest(place: Path) -> str:
    if not place.parent.is_dir():
        return ""
    near = difflib.get_close_matches(place.name, [p.name for p in place.parent.iterdir()], 1)
    return f"; did you mean {place.parent / near[0]}?" if near else ""
