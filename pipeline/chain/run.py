"""The chain: what is stale is done again, in order, and the tables are made of all."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console

from pipeline.chain.fingerprints import STAGES, digest, recipes
from pipeline.chain.lock import locked
from pipeline.chain.plan import Task, batches, plan
from pipeline.chain.pool import spread, workers_for
from pipeline.chain.progress import Step, progress
from pipeline.chain.sources import collect
from pipeline.chain.state import ReportState, StateFolder
from pipeline.extract import SUFFIXES
from pipeline.paths import Rooms
from pipeline.report import Status
from pipeline.settings import Settings

if TYPE_CHECKING:
    from pipeline.chain.work import Worker


@dataclass(slots=True)
class Outcome:
    """How a run went: the reports, those done anew, and why those that failed did."""

    reports: list[str] = field(default_factory=list)
    done: list[str] = field(default_factory=list)
    failed: dict[str, str] = field(default_factory=dict)
    tables_written: bool = False


def run(
    places: Sequence[Path],
    output: Path,
    settings: Settings,
    stages: Sequence[str] = STAGES,
    *,
    force: bool = False,
) -> Outcome:
    """Run the stages over the reports in `places`, writing below `output`.

    Raises SourceError where a place does not exist, ClusterError where no cluster answers.
    """
    sources = collect(places, SUFFIXES)
    with locked(output, _say_waiting):
        made_by = recipes(settings)
        tasks = plan(sources, stages, made_by, output, force=force)
        stale = sorted((t for t in tasks if t.stages), key=lambda task: -task.state.size)
        with progress(len(stale), _doing(stages)) as step:
            states = _do(stale, made_by, output, settings, step) if stale else {}
        outcome = _outcome(tasks, states, stale)
        if "record" in stages:
            outcome.tables_written = _tables(tasks, states, output, settings, force)
    return outcome


def _do(
    stale: list[Task], made_by: dict[str, str], output: Path, settings: Settings, step: Step
) -> dict[str, ReportState]:
    """Do all tasks; those of lost workers again, at last each in a worker of its own."""
    from joblib.externals.loky.process_executor import TerminatedWorkerError

    from pipeline.chain.work import Worker

    worker = Worker(settings, made_by, output)
    states: dict[str, ReportState] = {}
    workers = workers_for(settings.run, len(stale))
    portions = list(batches(_interleaved(stale, workers), workers))
    for _ in range(2):
        try:
            for done in spread(worker.do, portions, settings.run):
                for doc, state in done:
                    states[doc] = state
                    step(doc, _trouble(state))
        except TerminatedWorkerError:
            portions = [[task] for task in stale if task.doc not in states]
        else:
            return states
    for task in stale:
        if task.doc not in states:
            states[task.doc] = _alone(task, worker, settings)
            step(task.doc, _trouble(states[task.doc]))
    return states


def _alone(task: Task, worker: "Worker", settings: Settings) -> ReportState:
    from joblib.externals.loky.process_executor import TerminatedWorkerError

    try:
        portions = [[task], []]  # two portions, so that a process of its own does it
        two = settings.run.model_copy(update={"workers": 2, "memory": 10**6})
        return next(state for done in spread(worker.do, portions, two) for _, state in done)
    except TerminatedWorkerError:
        return worker.lost(task)


def _interleaved(tasks: list[Task], workers: int) -> list[Task]:
    """Large reports first, but never all in the first batches."""
    return tasks if workers == 1 else [task for k in range(workers) for task in tasks[k::workers]]


def _outcome(tasks: list[Task], states: dict[str, ReportState], stale: list[Task]) -> Outcome:
    known = {task.doc: states.get(task.doc, task.state) for task in tasks}
    failed = {doc: _trouble(state) for doc, state in known.items() if state.status == Status.FAILED}
    return Outcome(list(known), [task.doc for task in stale], failed)


def _tables(
    tasks: list[Task],
    states: dict[str, ReportState],
    output: Path,
    settings: Settings,
    force: bool,
) -> bool:
    """Write the tables, unless they hold just these rows already."""
    rooms, folder = Rooms(output), StateFolder(output)
    rows = {task.doc: states.get(task.doc, task.state).done.get("record", "") for task in tasks}
    fingerprint = digest(recipes(settings)["record"], *(f"{d} {fp}" for d, fp in rows.items()))
    if folder.tables() == fingerprint and (rooms.records / "reports.csv").exists() and not force:
        return False
    from pipeline.record import write_tables

    parts = (rooms.rows(task.doc) for task in tasks)
    write_tables((p for p in parts if p.exists()), rooms.records, settings.record)
    folder.save_tables(fingerprint)
    return True


def _trouble(state: ReportState) -> str:
    return "; ".join(state.problems) if state.status == Status.FAILED else ""


def _doing(stages: Sequence[str]) -> str:
    return stages[0] if len(stages) == 1 else "reports"


def _say_waiting() -> None:
    Console(stderr=True).print("another run is writing to this output folder; waiting for it")
