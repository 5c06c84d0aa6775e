"""One worker's share: a batch of reports through the stages, each artefact written when made."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from pipeline.chain.plan import Task
from pipeline.chain.state import ReportState, StateFolder
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
from pipeline.settings import SegmentSettings, Settings, TagSettings


class MissingError(Exception):
    """An artefact that a single stage needs and that is not there."""


class Worker:
    """Does tasks with one set of settings, writing below one output folder."""

    def __init__(self, settings: Settings, recipes: dict[str, str], output: Path) -> None:
        self._settings = settings
        self._recipes = recipes
        self._rooms = Rooms(output)
        self._states = StateFolder(output)

    def do(self, tasks: list[Task]) -> list[tuple[str, ReportState]]:
        """Do the tasks; what fails is told in its report's state and rows, and stops no other."""
        self._each(tasks, "extract", self._extract)
        self._segment([task for task in tasks if "segment" in task.stages])
        self._each(tasks, "tag", self._tag)
        self._each(tasks, "record", self._record)
        for task in tasks:
            self._states.save(task.doc, task.state)
        return [(task.doc, task.state) for task in tasks]

    def lost(self, task: Task) -> ReportState:
        """Give a report up whose worker died of it, whenever it was tried."""
        problem = Problem("worker-lost", detail="its worker died; is there enough memory?")
        task.state.status = Status.FAILED
        task.state.problems = [_told(problem)]
        task.state.done = {"record": task.wanted["record"]}
        self._record_failure(task, problem)
        self._states.save(task.doc, task.state)
        return task.state

    def _each(self, tasks: list[Task], stage: str, step: Callable[[Task], None]) -> None:
        for task in tasks:
            if stage in task.stages:
                self._guarded(task, stage, step)

    def _guarded(self, task: Task, stage: str, step: Callable[[Task], None]) -> None:
        try:
            step(task)
        except UserError:  # the lexicon or the model: it would fail every report
            raise
        except Exception as error:  # one report's failure never stops the others
            self._failed(task, stage, error)
        else:
            task.state.done[stage] = task.wanted[stage]

    def _failed(self, task: Task, stage: str, error: Exception) -> None:
        """Tell the failure in the report's state and row, and do no more of it."""
        code = "missing" if isinstance(error, MissingError) else f"{stage}-error"
        detail = (
            str(error) if isinstance(error, MissingError) else f"{type(error).__name__}: {error}"
        )
        task.stages = []
        task.state.status = Status.FAILED
        task.state.problems = [_told(Problem(code, detail=" ".join(detail.split())))]
        task.state.done.pop(stage, None)
        if code != "missing":
            self._record_failure(task, Problem(code, detail=detail))

    def _record_failure(self, task: Task, problem: Problem) -> None:
        path = task.source.path
        media = MEDIA_BY_SUFFIX.get(path.suffix.lower(), Media.TEXT)
        report = Report(task.doc, str(path), media, task.state.sha256)
        report.status = Status.FAILED
        report.problems.append(problem)
        dump_rows(rows_of_failed(report), self._rooms.rows(task.doc))

    def _extract(self, task: Task) -> None:
        begun = time.perf_counter()
        report = extract(task.source.path, task.doc, self._settings.extract)
        report.seconds = round(time.perf_counter() - begun)
        dump_report(report, self._rooms.text(task.doc))
        write_whole(self._rooms.reading(task.doc), report.text.encode("utf-8", "replace"))
        task.state.status = report.status
        task.state.problems = [_told(problem) for problem in report.problems]

    def _segment(self, tasks: list[Task]) -> None:
        readable = [task for task in tasks if task.state.status != Status.FAILED]
        for task in tasks:  # of what could not be read there is nothing to segment
            if task.state.status == Status.FAILED:
                task.state.done["segment"] = task.wanted["segment"]
        try:
            self._segment_all(readable)
        except UserError:
            raise
        except Exception:  # which report it was is found by taking them one by one
            self._each(tasks, "segment", lambda task: self._segment_all([task]))

    def _segment_all(self, tasks: list[Task]) -> None:
        """Segment many reports in shared batches; each is saved as soon as it is done."""
        if not tasks:
            return
        segmenter = _segmenter(self._recipes["segment"], self._settings.segment)
        reports = (self._report(task) for task in tasks)
        for task, (_, doc) in zip(tasks, segmenter.segment(reports), strict=True):
            save_doc(doc, self._rooms.segments(task.doc))
            task.state.done["segment"] = task.wanted["segment"]
            self._states.save(task.doc, task.state)

    def _tag(self, task: Task) -> None:
        if task.state.status != Status.FAILED:
            tagger = _tagger(self._recipes["tag"], self._settings.tag)
            doc = tagger.tag(load_doc(self._needed(self._rooms.segments(task.doc), "segment")))
            save_doc(doc, self._rooms.tags(task.doc))

    def _record(self, task: Task) -> None:
        report = self._report(task)
        if task.state.status == Status.FAILED:
            made = rows_of_failed(report)
        else:
            doc = load_doc(self._needed(self._rooms.tags(task.doc), "tag"))
            made = rows(report, doc, self._settings.tag.lexicon_folder)
        dump_rows(made, self._rooms.rows(task.doc))

    def _report(self, task: Task) -> Report:
        return load_report(self._needed(self._rooms.text(task.doc), "extract"))

    def _needed(self, path: Path, stage: str) -> Path:
        if not path.exists():
            raise MissingError(f"{path} is not there; run `hokoku {stage}` first")
        return path


# One model and one tagger a worker, as long as the recipe stays the same. They are imported late:
# a run with nothing to segment or tag needs neither.
_loaded: dict[str, tuple[str, Any]] = {}


def _segmenter(recipe: str, settings: SegmentSettings) -> Any:
    if _loaded.get("segment", ("",))[0] != recipe:
        from pipeline.segment import Segmenter

        _loaded["segment"] = recipe, Segmenter(settings)
    return _loaded["segment"][1]


def _tagger(recipe: str, settings: TagSettings) -> Any:
    if _loaded.get("tag", ("",))[0] != recipe:
        from pipeline.tag import Tagger

        _loaded["tag"] = recipe, Tagger(settings)
    return _loaded["tag"][1]


def _told(problem: Problem) -> str:
    return f"{problem}: {problem.detail}" if problem.detail else str(problem)
