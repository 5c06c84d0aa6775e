"""What there is to do: the stages of each report whose artefact is missing or out of date."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.chain.fingerprints import STAGES, digest
from pipeline.chain.sources import Source
from pipeline.chain.state import ReportState, StateFolder, seen
from pipeline.paths import Rooms


@dataclass(slots=True)
class Task:
    """One report, the stages asked for, those of them to do, and what each will be made of.

    Where the text must be extracted anew, what is to do after it is settled by what comes out.
    """

    source: Source
    state: ReportState
    asked: Sequence[str]
    force: bool
    wanted: dict[str, str] = field(default_factory=dict)
    stages: list[str] = field(default_factory=list)

    @property
    def doc(self) -> str:
        """The report's name."""
        return self.source.doc

    @property
    def expected(self) -> set[str]:
        """The stages to do, as far as it can be told: another text has all done that was asked."""
        return set(self.asked if "extract" in self.stages else self.stages)


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
    tasks = []
    for source in sources:
        before = states.load(source.doc)
        state = seen(before, source.path)
        if state is not before and before.sha256:
            states.save(source.doc, state)  # a file only touched is not read again each time
        task = Task(source, state, stages, force)
        _look_at_text(task, recipes, rooms)
        if not task.stages:
            look_below_text(task, recipes, rooms)
        tasks.append(task)
    return tasks


def _look_at_text(task: Task, recipes: Mapping[str, str], rooms: Rooms) -> None:
    made_of = digest(task.state.sha256, task.doc, _sidecar(task.source.path))
    _look("extract", made_of, task, recipes, rooms)


def look_below_text(task: Task, recipes: Mapping[str, str], rooms: Rooms) -> None:
    """Settle what is to do after extract, for the text that is there."""
    task.stages = []
    made_of = task.state.text
    for stage in STAGES[1:]:
        made_of = _look(stage, made_of, task, recipes, rooms)


def _look(stage: str, made_of: str, task: Task, recipes: Mapping[str, str], rooms: Rooms) -> str:
    """Whether a stage is to do; returns the fingerprint that its artefact will then have."""
    made = task.state.done.get(stage, "")
    if stage not in task.asked:
        return made  # a single stage takes what the ones before it left, stale or not
    task.wanted[stage] = digest(made_of, recipes[stage])
    if task.force or made != task.wanted[stage] or not _there(stage, task, rooms):
        task.stages.append(stage)
    return task.wanted[stage]


def _sidecar(source: Path) -> str:
    """What stands in NAME.toml beside a report: its metadata, given by hand."""
    beside = source.with_suffix(".toml")
    return beside.read_text("utf-8", errors="replace") if beside.is_file() else ""


def _there(stage: str, task: Task, rooms: Rooms) -> bool:
    if not task.state.readable and stage in ("segment", "tag"):
        return True  # of what could not be read there is nothing to segment
    places = {
        "extract": (rooms.text, rooms.reading),
        "segment": (rooms.segments,),
        "tag": (rooms.tags,),
        "record": (rooms.rows,),
    }
    return all(place(task.doc).exists() for place in places[stage])
