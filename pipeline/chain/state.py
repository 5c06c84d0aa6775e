"""What is known of each report's artefacts: the fingerprints of what made them."""

from dataclasses import dataclass, field, replace
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from pipeline.chain.fingerprints import file_digest
from pipeline.files import write_whole
from pipeline.report import Status


@dataclass(slots=True)
class ReportState:
    """The fingerprint of each stage's artefact of one report, and how reading it went.

    `text` is the digest of what extract made, by which an equal text is known again.
    `status` and `problems` are those of reading; `crash` says why the last try broke off.
    `size` and `changed` (nanoseconds) tell whether the source must be read to know its `sha256`.
    """

    size: int = -1
    changed: int = -1
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
        return self.crash or ("" if self.readable else "; ".join(self.problems))


_ADAPTER = TypeAdapter(ReportState)


class StateFolder:
    """The states of all reports of an output folder, one small file each."""

    def __init__(self, output: Path) -> None:
        self._folder = output / ".state"

    def load(self, doc: str) -> ReportState:
        """What is known of a report; nothing, if its state is absent or unreadable."""
        try:
            return _ADAPTER.validate_json(self._path(doc).read_bytes())
        except (FileNotFoundError, ValidationError):
            return ReportState()

    def save(self, doc: str, state: ReportState) -> None:
        """Write the state, after the artefacts that it tells of."""
        write_whole(self._path(doc), _ADAPTER.dump_json(state))

    def tables(self) -> str:
        """The fingerprint of the tables as they were last written."""
        try:
            return (self._folder / "tables").read_text("utf-8")
        except FileNotFoundError:
            return ""

    def save_tables(self, fingerprint: str) -> None:
        """Remember what the tables were made of; nothing, while they are being written."""
        write_whole(self._folder / "tables", fingerprint.encode())

    def _path(self, doc: str) -> Path:
        return self._folder / "reports" / f"{doc}.json"


def seen(state: ReportState, source: Path) -> ReportState:
    """The state with the source's present digest; read only where size or time changed."""
    stat = source.stat()
    # The inode's time moves also where a copy keeps the old file's time of modification.
    changed = max(stat.st_mtime_ns, stat.st_ctime_ns)
    # Some stores know no times (0): what stands there is read each time.
    if changed and (stat.st_size, changed) == (state.size, state.changed) and state.sha256:
        return state
    return replace(state, size=stat.st_size, changed=changed, sha256=file_digest(source))
