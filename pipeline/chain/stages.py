"""What each stage does to one report: it reads the artefact before it, and writes its own.

The stages, and the libraries that they need, are imported where they are needed: a worker that
extracts never loads spaCy.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from pipeline.chain.plan import Task
from pipeline.chain.pool import FORKS, in_processes
from pipeline.chain.remote import fetched
from pipeline.chain.spread import LostWorkerError
from pipeline.chain.tools import segmenter, tagger
from pipeline.extract import extract
from pipeline.files import write_whole
from pipeline.paths import Rooms
from pipeline.report import Problem, Report, dump_report, fingerprint, load_report
from pipeline.settings import Settings

if TYPE_CHECKING:
    from spacy.tokens import Doc


Made = TypeVar("Made")
Portion = TypeVar("Portion")


class MissingError(Exception):
    """An artefact that a single stage needs and that is not there."""


class Stages:
    """The four stages with one set of settings, in the rooms of one output folder.

    `home` is the folder that the sources' paths are relative to.
    """

    def __init__(
        self, settings: Settings, recipes: Mapping[str, str], rooms: Rooms, home: Path
    ) -> None:
        self._settings = settings
        self._recipes = recipes
        self._rooms = rooms
        self._home = home
        self._at_hand: dict[Path, Doc] = {}

    def load(self, stages: Iterable[str]) -> None:
        """Load now what these stages need: processes forked after it have it."""
        if "segment" in stages:
            segmenter(self._recipes["segment"], self._settings.segment, 0)
        if "tag" in stages:
            tagger(self._recipes["tag"], self._settings.tag)
        if "record" in stages:
            import pipeline.record  # noqa: F401

    def do(self, stage: str, task: Task) -> None:
        """Do one stage of a report, and tell in its state what became of it."""
        match stage:
            case "extract":
                self._extract(task)
            case "segment":
                self._segment(task)
            case "tag":
                self._tag(task)
            case "record":
                self._record(task)

    def _extract(self, task: Task) -> None:
        with fetched(task.source.path, self._home) as file:
            hands = 1 if self._settings.run.cluster else task.hands
            spread = partial(_spread, workers=hands) if hands > 1 and FORKS else None
            report = extract(file, task.doc, self._settings.extract, spread)
        report.source = str(task.source.path)
        report.seconds = round(report.seconds)
        task.read(report.sha256, self._recipes["extract"])
        dump_report(report, self._rooms.text(task.doc))
        write_whole(self._rooms.reading(task.doc), report.text.encode("utf-8", "replace"))
        task.state.text = fingerprint(report)
        task.state.status = report.status
        task.state.problems = [_told(problem) for problem in report.problems]

    def _segment(self, task: Task) -> None:
        report = self._report(task)
        if task.state.readable:
            parsed = segmenter(self._recipes["segment"], self._settings.segment, len(report.text))
            for _, doc in parsed.segment([report]):
                self._save(doc, self._rooms.segments(task.doc))

    def _tag(self, task: Task) -> None:
        if task.state.readable:
            doc = self._load(self._rooms.segments(task.doc), "segment")
            tagged = tagger(self._recipes["tag"], self._settings.tag).tag(doc)
            self._save(tagged, self._rooms.tags(task.doc))

    def _record(self, task: Task) -> None:
        from pipeline.record import dump_rows, rows, rows_of_failed

        report = self._report(task)
        if task.state.readable:
            doc = self._load(self._rooms.tags(task.doc), "tag")
            made = rows(report, doc, self._settings.tag.lexicon_folder)
        else:
            made = rows_of_failed(report)
        dump_rows(made, self._rooms.rows(task.doc))

    def _save(self, doc: "Doc", path: Path) -> None:
        from pipeline.chain.docs import save_doc

        save_doc(doc, path)
        self._at_hand = {path: doc}

    def _load(self, path: Path, stage: str) -> "Doc":
        """What a stage made; read from its file only where it was not made just now."""
        from pipeline.chain.docs import load_doc

        at_hand, self._at_hand = self._at_hand, {}
        return at_hand.get(path) or _needed(load_doc, path, stage)

    def _report(self, task: Task) -> Report:
        return _needed(load_report, self._rooms.text(task.doc), "extract")


def _spread(
    work: Callable[[Portion], Made], portions: Sequence[Portion], workers: int
) -> Iterator[Made]:
    """What other processes make of portions of a report, as far as they live to do it."""
    with suppress(LostWorkerError):
        yield from in_processes(work, portions, workers)


def _needed(load: Callable[[Path], Made], path: Path, stage: str) -> Made:
    try:
        return load(path)
    except FileNotFoundError:
        raise MissingError(f"{path} is not there; run `hokoku {stage}` first") from None


def _told(problem: Problem) -> str:
    return f"{problem}: {problem.detail}" if problem.detail else str(problem)
