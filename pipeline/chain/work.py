"""One worker's share: reports through the stages, each artefact vouched for when it is made."""

import socket
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from operator import methodcaller
from pathlib import Path
from threading import Lock

from pipeline.chain.cluster import ClusterError, Likeness
from pipeline.chain.lock import at_work, bears, marked
from pipeline.chain.plan import Outlook, Task
from pipeline.chain.remote import FetchError
from pipeline.chain.stages import MissingError, Stages
from pipeline.chain.state import ReportState, StateFolder
from pipeline.chain.store import StoreError, answering, refusal
from pipeline.errors import UserError
from pipeline.files import settled
from pipeline.paths import Rooms
from pipeline.report import MEDIA_BY_SUFFIX, Media, Problem, Report, Status
from pipeline.settings import Settings

# Dask may run several tasks in threads of one process; the models are for one at a time.
_BUSY = Lock()


class Worker:
    """Does tasks with one set of settings, writing below one output folder.

    It can be sent to another process, or to another machine that sees the same folders.
    """

    def __init__(self, settings: Settings, recipes: Mapping[str, str], output: Path) -> None:
        self._output = output.absolute()
        self._mark = marked(self._output)
        self._rooms = Rooms(self._output)
        self._states = StateFolder(self._output)
        self._outlook = Outlook(recipes, self._rooms, methodcaller("exists"))
        self._stages = Stages(settings, recipes, self._rooms, Path.cwd())
        self._likeness = Likeness.of(settings, recipes) if settings.run.cluster else None

    def load(self, tasks: Iterable[Task]) -> None:
        """Load what the tasks need before processes are forked, which then share it."""
        self._stages.load({stage for task in tasks for stage in task.expected})

    def do(self, tasks: list[Task]) -> list[tuple[str, ReportState]]:
        """Do the tasks; what fails is told in its report's state and rows, and stops no other.

        All of them are extracted first, for what is to do after that hangs on what came out.
        """
        with _BUSY, answering(self._output):
            if self._likeness:
                self._likeness.demand()
                _demand_same(self._output, self._mark)
            return self._do(tasks)

    def _do(self, tasks: list[Task]) -> list[tuple[str, ReportState]]:
        with at_work(self._output):
            for task in tasks:
                task.state.crash = ""
            try:
                self._steps(tasks)
                extracted = [task for task in tasks if "extract" in task.stages]
                for task in extracted:
                    self._outlook.below_text(task)
                self._steps(extracted)
            finally:  # a run that is broken off here keeps what it has
                with settled():
                    for task in tasks:
                        self._states.save(task.doc, task.state)
        return [(task.doc, task.state) for task in tasks]

    def _steps(self, tasks: Sequence[Task]) -> None:
        """Do what is to do. No state vouches for an artefact that is not yet on the disk."""
        with settled():
            for task in tasks:
                self._forget(task)
        with settled():
            for task in tasks:
                self._step(task)

    def _step(self, task: Task) -> None:
        for stage in task.stages:
            try:
                self._stages.do(stage, task)
            except UserError:  # the lexicon or the model: it would fail every report
                raise
            except Exception as error:  # one report's failure never stops the others
                task.stages = []
                self._crashed(task, stage, error)
                return
            task.state.done[stage] = task.wanted[stage]

    def lost(self, task: Task) -> tuple[str, ReportState]:
        """Give a report up whose worker died of it, whenever it was tried."""
        self._forget(task)
        detail = "its worker died; is there enough memory?"
        self._give_up(task, Problem("worker-lost", detail=detail))
        self._states.save(task.doc, task.state)
        return task.doc, task.state

    def _forget(self, task: Task) -> None:
        """No state shall vouch for an artefact that is about to be replaced."""
        had = [task.state.done.pop(stage) for stage in task.stages if stage in task.state.done]
        if had:
            self._states.save(task.doc, task.state)

    def _crashed(self, task: Task, stage: str, error: Exception) -> None:
        if isinstance(error, MissingError):
            task.state.crash = str(error)
        elif isinstance(error, FetchError):
            self._give_up(task, Problem("unreadable", detail=str(error)))
        else:
            self._give_up(task, Problem(f"{stage}-error", detail=refusal(error)))

    def _give_up(self, task: Task, problem: Problem) -> None:
        """Tell the failure in the report's state and in its row."""
        from pipeline.record import dump_rows, rows_of_failed

        path = task.source.path
        media = MEDIA_BY_SUFFIX.get(path.suffix.lower(), Media.TEXT)
        report = Report(task.doc, str(path), media, task.state.sha256)
        report.status = Status.FAILED
        report.problems.append(problem)
        dump_rows(rows_of_failed(report), self._rooms.rows(task.doc))
        task.state.done.pop("record", None)
        task.state.crash = f"{problem}: {problem.detail}"


@cache
def _demand_same(output: Path, mark: str) -> None:
    """Raises ClusterError where the output folder is another one here than for the run."""
    worker = f"the Dask worker on {socket.gethostname()}"
    try:
        with answering(output):
            same = bears(output, mark)
    except StoreError as error:
        raise ClusterError(f"{worker} cannot write what it makes: {error}") from None
    if not same:
        told = f"{worker} sees another {output} than this run"
        raise ClusterError(f"{told}; it must be a folder or a store that all share")
