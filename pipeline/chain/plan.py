"""What there is to do: the stages of each report whose artefact is missing or out of date."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.chain.fingerprints import STAGES, digest
from pipeline.chain.sources import Source
from pipeline.chain.state import ReportState, StateFolder, seen
from pipeline.chain.store import answering, presence
from pipeline.paths import Rooms


@dataclass(slots=True)
class Task:
    """One report, the stages asked for, those of them to do, and what each will be made of.

    `hands` processes may read its pages: more than one where workers would be idle beside it.
    Where the text must be extracted anew, what is to do after it is settled by what comes out.
    """

    source: Source
    state: ReportState
    asked: Sequence[str]
    force: bool
    sidecar: str = ""
    hands: int = 1
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

    @property
    def source_print(self) -> str:
        """The fingerprint of what the text is made of."""
        return digest(self.state.sha256, self.doc, self.sidecar)

    def read(self, sha256: str, recipe: str) -> None:
        """Tell what was read as the source; that of a store is not known before."""
        if not self.state.sha256:
            self.state.sha256 = sha256
            self.wanted["extract"] = digest(self.source_print, recipe)
        elif self.state.sha256 != sha256:
            self.state.version = ""  # it changed since it was looked at: the next run looks again


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
    sources = list(sources)
    states, there = StateFolder(output), presence(output)
    outlook = Outlook(recipes, Rooms(output), there)
    known = states.load((source.doc for source in sources), there)
    tasks = []
    for source, before in zip(sources, known, strict=True):
        state = seen(before, source.path)
        if state is not before and before.sha256 and state.sha256:
            states.save(source.doc, state)  # a file only touched is not read again each time
        task = Task(source, state, stages, force)
        outlook.on_text(task)
        if not task.stages:
            outlook.below_text(task)
        tasks.append(task)
    return tasks


class Outlook:
    """What is to do, by the recipes of the stages and the artefacts that `there` finds."""

    def __init__(
        self, recipes: Mapping[str, str], rooms: Rooms, there: Callable[[Path], bool]
    ) -> None:
        self._recipes = recipes
        self._rooms = rooms
        self._there = there

    def on_text(self, task: Task) -> None:
        """Settle whether to extract."""
        task.sidecar = _sidecar(task.source.path)
        self._look("extract", task.source_print, task)

    def below_text(self, task: Task) -> None:
        """Settle what is to do after extract, for the text that is there."""
        task.stages = []
        made_of = task.state.text
        for stage in STAGES[1:]:
            made_of = self._look(stage, made_of, task)

    def _look(self, stage: str, made_of: str, task: Task) -> str:
        """Whether a stage is to do; returns the fingerprint that its artefact will then have."""
        made = task.state.done.get(stage, "")
        if stage not in task.asked:
            return made  # a single stage takes what the ones before it left, stale or not
        task.wanted[stage] = digest(made_of, self._recipes[stage])
        if task.force or made != task.wanted[stage] or not self._all_there(stage, task):
            task.stages.append(stage)
        return task.wanted[stage]

    def _all_there(self, stage: str, task: Task) -> bool:
        if not task.state.readable and stage in ("segment", "tag"):
            return True  # of what could not be read there is nothing to segment
        rooms = self._rooms
        places = {
            "extract": (rooms.text, rooms.reading),
            "segment": (rooms.segments,),
            "tag": (rooms.tags,),
            "record": (rooms.rows,),
        }
        return all(self._there(place(task.doc)) for place in places[stage])


def _sidecar(source: Path) -> str:
    """What stands in NAME.toml beside a report: its metadata, given by hand."""
    beside = source.with_suffix(".toml")
    with answering(beside):
        return beside.read_text("utf-8", errors="replace") if beside.is_file() else ""
