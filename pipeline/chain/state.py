"""What is known of each report's artefacts: the fingerprints of what made them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from pipeline.chain.fingerprints import file_digest
from pipeline.chain.store import contents
from pipeline.files import is_local, write_whole
from pipeline.report import Status

_MOST_PAGES = 5  # that are told of one problem; reports.csv has them all
_INFORMATIVE = ("no-date", "vertical@", "ocr@")  # of these there is nothing to do
STATE = ".state"  # the folder of the states, by which an output folder is known


@dataclass(slots=True)
class ReportState:
    """The fingerprint of each stage's artefact of one report, and how reading it went.

    `text` is the digest of what extract made, by which an equal text is known again.
    `status` and `problems` are those of reading; `crash` says why the last try broke off.
    `version` tells whether the source must be read to know its `sha256`: size and times of a file,
    or the tag that a store gives it. `size` is in bytes.
    """

    size: int = -1
    version: str = ""
    sha256: str = ""
    text: str = ""
    done: dict[str, str] = field(default_factory=dict)
    status: str = ""
    problems: list[str] = field(default_factory=list)
    crash: str = ""

    @property
    def readable(self) -> bool:
        """Whether there is a text to segment and to tag."""
        return self.status != Status.FAILED

    @property
    def trouble(self) -> str:
        """Why the report failed; empty if it did not."""
        return self.crash or ("" if self.readable else _gathered(self.problems))

    @property
    def loss(self) -> str:
        """Why a part of the report could not be read; empty if all of it could, or nothing."""
        return _gathered(self.problems) if self.status == Status.PARTIAL and not self.crash else ""

    @property
    def note(self) -> str:
        """What a user should look at in a report that could be read; mostly empty."""
        told = [problem for problem in self.problems if not problem.startswith(_INFORMATIVE)]
        return _gathered(told) if self.status == Status.OK and not self.crash else ""


_ADAPTER = TypeAdapter(ReportState)


class StateFolder:
    """The states of all reports of an output folder, one small file each."""

    def __init__(self, output: Path) -> None:
        self._folder = output / STATE

    def load(self, docs: Iterable[str], there: Callable[[Path], bool]) -> Iterator[ReportState]:
        """What is known of each report; nothing, if its state is not there or unreadable."""
        files = [self._path(doc) for doc in docs]
        kept = [file for file in files if there(file)]  # a store is slow to say that one is not
        told = dict(zip(kept, contents(kept), strict=True))
        return (_state(told.get(file)) for file in files)

    def save(self, doc: str, state: ReportState) -> None:
        """Write the state, after the artefacts that it tells of."""
        write_whole(self._path(doc), _ADAPTER.dump_json(state))

    def tables(self) -> str:
        """The fingerprint of the tables as they were last written."""
        [told] = contents([self._folder / "tables"])
        return (told or b"").decode()

    def save_tables(self, fingerprint: str) -> None:
        """Remember what the tables were made of; nothing, while they are being written."""
        write_whole(self._folder / "tables", fingerprint.encode())

    def _path(self, doc: str) -> Path:
        return self._folder / "reports" / f"{doc}.json"


def _gathered(problems: Iterable[str]) -> str:
    """Problems in one line, those of one kind together.

    `["no-text@3: is a picture", "no-text@4: is a picture"]` → `no-text@3,4: is a picture`
    """
    pages: dict[tuple[str, str], list[str]] = {}
    for problem in problems:
        place, _, detail = problem.partition(": ")
        code, _, page = place.partition("@")
        pages.setdefault((code, detail), []).append(page)
    return "; ".join(_at(code, detail, on) for (code, detail), on in pages.items())


def _at(code: str, detail: str, pages: list[str]) -> str:
    more = f" and {len(pages) - _MOST_PAGES} more" if len(pages) > _MOST_PAGES else ""
    where = f"@{','.join(pages[:_MOST_PAGES])}{more}" if pages[0] else ""
    return f"{code}{where}: {detail}" if detail else f"{code}{where}"


def _state(told: bytes | None) -> ReportState:
    try:
        return _ADAPTER.validate_json(told or b"")
    except ValidationError:
        return ReportState()


def seen(state: ReportState, source: Path) -> ReportState:
    """The state with the source's present digest; read only where its version changed.

    Where reading is better left to the worker, which reads the source in any case, there is none:
    of a large file in a store, and of one that cannot be read, whose failure the worker tells.
    """
    stat = source.stat()
    version = _version(source, stat)
    if version and version == state.version and state.sha256:
        return state
    try:
        sha256 = "" if version and not is_local(source) else file_digest(source)
    except OSError:
        sha256 = ""
    return replace(state, size=stat.st_size, version=version, sha256=sha256)


def _version(source: Path, stat: Any) -> str:
    """What changes with a file; empty where a store tells nothing of the kind."""
    if is_local(source):
        # The inode's time moves also where a copy keeps the old file's time of modification.
        return f"{stat.st_size} {max(stat.st_mtime_ns, stat.st_ctime_ns)}"
    told = stat.as_info()
    tag = told.get("ETag") or told.get("etag")  # that of S3 stands for the bytes, its time for 1 s
    return str(tag or (f"{stat.st_size} {stat.st_mtime_ns}" if stat.st_mtime_ns else ""))
