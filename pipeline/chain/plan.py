"""What there is to do: the stages of each report whose artefact is missing or out of date."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.chain.fingerprints import STAGES, digest
from pipeline.chain.sources import Source
from pipeline.chain.state import ReportState, StateFolder, seen
from pipeline.paths import Rooms

# A batch is worth the start of a worker, and not so large that one worker is left with the rest.
_LEAST_BYTES = 60_000
_MOST_BYTES = 400_000
_MOST_REPORTS = 32


@dataclass(slots=True)
class Task:
    """One report, the stages to do for it, and the fingerprint that each will have."""

    source: Source
    state: ReportState
    wanted: dict[str, str]
    stages: list[str] = field(default_factory=list)

    @property
    def doc(self) -> str:
        """The report's name."""
        return self.source.doc


def plan(
    sources: Iterable[Source],
    stages: Sequence[str],
    recipes: Mapping[str, str],
    output: Path,
    *,
    force: bool,
) -> list[Task]:
    """A task for every report; those with nothing to do have no stages.

    `stages` are those asked for: all four for `run`, one for a single stage.
    """
    states, rooms = StateFolder(output), Rooms(output)
    return [_task(source, stages, recipes, states, rooms, force) for source in sources]


def _task(
    source: Source,
    stages: Sequence[str],
    recipes: Mapping[str, str],
    states: StateFolder,
    rooms: Rooms,
    force: bool,
) -> Task:
    state = seen(states.load(source.doc), source.path)
    wanted: dict[str, str] = {}
    above = digest(state.sha256, source.doc, _sidecar(source.path))
    for stage in STAGES:
        wanted[stage] = above = digest(above, recipes[stage])
    task = Task(source, state, wanted)
    for stage in STAGES:
        fresh = state.done.get(stage) == wanted[stage] and _there(stage, source.doc, state, rooms)
        if stage in stages and (force or not fresh):
            task.stages.append(stage)
    return task


def _sidecar(source: Path) -> str:
    """What stands in NAME.toml beside a report: its metadata, given by hand."""
    beside = source.with_suffix(".toml")
    return beside.read_text("utf-8", errors="replace") if beside.is_file() else ""


def _there(stage: str, doc: str, state: ReportState, rooms: Rooms) -> bool:
    if state.status == "failed" and stage in ("segment", "tag"):
        return True  # nothing to segment
    places = {
        "extract": rooms.text,
        "segment": rooms.segments,
        "tag": rooms.tags,
        "record": rooms.rows,
    }
    return places[stage](doc).exists()


def batches(tasks: Sequence[Task], workers: int) -> Iterator[list[Task]]:
    """Tasks in portions, by size of their sources: several a worker, if they are worth it."""
    total = sum(task.state.size for task in tasks)
    most = min(_MOST_BYTES, max(_LEAST_BYTES, total // (4 * workers)))
    portion: list[Task] = []
    size = 0
    for task in tasks:
        if portion and (len(portion) >= _MOST_REPORTS or size + task.state.size > most):
            yield portion
            portion, size = [], 0
        portion.append(task)
        size += task.state.size
    if portion:
        yield portion
