"""One worker's share: reports through the stages, each artefact written when it is made."""

import hashlib
import os
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from threading import Lock

from pydantic_core import to_json

from pipeline.chain.lock import at_work
from pipeline.chain.plan import Task, look_below_text
from pipeline.chain.remote import fetched
from pipeline.chain.state import ReportState, StateFolder
from pipeline.chain.tools import segmenter, tagger
from pipeline.context import load_doc, save_doc
from pipeline.errors import UserError
from pipeline.extract import extract
from pipeline.files import write_whole
from pipeline.paths import Rooms
from pipeline.record import dump_rows, rows, rows_of_failed
from pipeline.report import (
    MEDIA_BY_SUFFIX,
    Media,
    Problem,
    Report,
    Status,
    dump_report,
    load_report,
)
from pipeline.settings import Settings

# Dask may run several tasks in threads of one process; the models are for one at a time.
_BUSY = Lock()


class MissingError(Exception):
    """An artefact that a single stage needs and that is not there."""


class Worker:
    """Does tasks with one set of settings, writing below one output folder.

    It can be sent to another process, or to another machine that sees the same folders.
    """

    def __init__(self, settings: Settings, recipes: Mapping[str, str], output: Path) -> None:
        self._settings = settings
        self._recipes = recipes
        self._home = Path.cwd()
        self._output = output.absolute()
        self._rooms = Rooms(self._output)
        self._states = StateFolder(self._output)
        self._main = 0 if settings.run.cluster else os.getpid()

    def do(self, tasks: list[Task]) -> list[tuple[str, ReportState]]:
        """Do the tasks; what fails is told in its report's state and rows, and stops no other."""
        with _BUSY:
            return [(task.doc, self._do(task)) for task in tasks]

    def _do(self, task: Task) -> ReportState:
        if self._main not in (0, os.getpid(), os.getppid()):
            os._exit(1)  # the run was killed, and another may be writing here
        with at_work(self._output):
            task.state.crash = ""
            if "extract" in task.stages and self._steps(task, {"extract": self._extract}):
                look_below_text(task, self._recipes, self._rooms)
            self._steps(task, {"segment": self._segment, "tag": self._tag, "record": self._record})
            self._states.save(task.doc, task.state)
        return task.state

    def _steps(self, task: Task, steps: Mapping[str, Callable[[Task], None]]) -> bool:
        """Do those of the steps that are to do; whether all went well."""
        self._forget(task)
        for stage in task.stages:
            try:
                steps[stage](task)
            except UserError:  # the lexicon or the model: it would fail every report
                raise
            except Exception as error:  # one report's failure never stops the others
                task.stages = []
                self._crashed(task, stage, error)
                return False
            task.state.done[stage] = task.wanted[stage]
        return True

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
        else:
            detail = " ".join(f"{type(error).__name__}: {error}".split())
            self._give_up(task, Problem(f"{stage}-error", detail=detail))

    def _give_up(self, task: Task, problem: Problem) -> None:
        """Tell the failure in the report's state and in its row."""
        path = task.source.path
        media = MEDIA_BY_SUFFIX.get(path.suffix.lower(), Media.TEXT)
        report = Report(task.doc, str(path), media, task.state.sha256)
        report.status = Status.FAILED
        report.problems.append(problem)
        dump_rows(rows_of_failed(report), self._rooms.rows(task.doc))
        task.state.done.pop("record", None)
        task.state.crash = f"{problem}: {problem.detail}"

    def _extract(self, task: Task) -> None:
        with fetched(self._home / task.source.path) as file:
            report = extract(file, task.doc, self._settings.extract)
        report.source = str(task.source.path)
        report.seconds = round(report.seconds)
        if report.sha256 != task.state.sha256:
            task.state.size = -1  # it changed since it was looked at: the next run looks again
        dump_report(report, self._rooms.text(task.doc))
        write_whole(self._rooms.reading(task.doc), report.text.encode("utf-8", "replace"))
        task.state.text = hashlib.sha256(to_json(replace(report, seconds=0))).hexdigest()
        task.state.status = report.status
        task.state.problems = [_told(problem) for problem in report.problems]

    def _segment(self, task: Task) -> None:
        report = self._report(task)
        if task.state.readable:
            parsed = segmenter(self._recipes["segment"], self._settings.segment, len(report.text))
            for _, doc in parsed.segment([report]):
                save_doc(doc, self._rooms.segments(task.doc))

    def _tag(self, task: Task) -> None:
        if task.state.readable:
            doc = load_doc(self._needed(self._rooms.segments(task.doc), "segment"))
            save_doc(
                tagger(self._recipes["tag"], self._settings.tag).tag(doc),
                self._rooms.tags(task.doc),
            )

    def _record(self, task: Task) -> None:
        report = self._report(task)
        if task.state.readable:
            doc = load_doc(self._needed(self._rooms.tags(task.doc), "tag"))
            made = rows(report, doc, self._settings.tag.lexicon_folder)
        else:
            made = rows_of_failed(report)
        dump_rows(made, self._rooms.rows(task.doc))

    def _report(self, task: Task) -> Report:
        return load_report(self._needed(self._rooms.text(task.doc), "extract"))

    def _needed(self, path: Path, stage: str) -> Path:
        if not path.exists():
            raise MissingError(f"{path} is not there; run `hokoku {stage}` first")
        return path


def _told(problem: Problem) -> str:
    return f"{problem}: {problem.detail}" if problem.detail else str(problem)
