"""What is known of each report's artefacts: the fingerprints of what made them."""

from dataclasses import asdict, dataclass, field
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from pipeline.chain.fingerprints import file_digest
from pipeline.files import write_whole


@dataclass(slots=True)
class ReportState:
    """The fingerprint of each stage's artefact of one report, and how reading it went.

    `size` and `modified` (nanoseconds) tell whether the source must be read to know its `sha256`.
    """

    size: int = -1
    modified: int = -1
    sha256: str = ""
    done: dict[str, str] = field(default_factory=dict)
    status: str = ""
    problems: list[str] = field(default_factory=list)


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
        """Remember what the tables were made of."""
        write_whole(self._folder / "tables", fingerprint.encode())

    def _path(self, doc: str) -> Path:
        return self._folder / "reports" / f"{doc}.json"


def seen(state: ReportState, source: Path) -> ReportState:
    """The state with the source's present digest; read only where size or time changed."""
    stat = source.stat()
    if (stat.st_size, stat.st_mtime_ns) == (state.size, state.modified) and state.sha256:
        return state
    now = asdict(state)
    now |= {"size": stat.st_size, "modified": stat.st_mtime_ns, "sha256": file_digest(source)}
    return ReportState(**now)
