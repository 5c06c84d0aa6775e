"""All tasks done by a crew of workers, whatever becomes of some of them."""

from collections.abc import Callable, Iterator, Sequence

from rich.console import Console

from pipeline.chain.cluster import on_cluster
from pipeline.chain.plan import Task
from pipeline.chain.pool import FORKS, affordable, in_processes
from pipeline.chain.portions import portions, workers_worth
from pipeline.chain.spread import LostWorkerError
from pipeline.chain.state import ReportState
from pipeline.chain.work import Worker
from pipeline.settings import RunSettings

Told = tuple[str, ReportState]


def done_by_crew(worker: Worker, tasks: Sequence[Task], settings: RunSettings) -> Iterator[Told]:
    """The report's name and state of each task, as it gets done. Raises ClusterError.

    The crew is this process, local processes, or a Dask cluster. Where a worker dies, what may
    have been in its hands is done again, first one report a portion, then each by itself; a report
    that kills its worker even then is given up.
    """
    workers = min(affordable(settings), workers_worth(tasks))
    if 1 < affordable(settings) < settings.workers:
        _say_fewer(settings, affordable(settings))
    if FORKS and not settings.cluster:
        worker.load(tasks)
    waiting = list(portions(tasks, workers))
    while waiting:
        done: set[str] = set()
        try:
            for portion in _spread(worker.do, waiting, settings, workers):
                done.update(doc for doc, _ in portion)
                yield from portion
            return
        except LostWorkerError:
            waiting = [left for portion in waiting if (left := _not_in(done, portion))]
            in_hands, waiting = waiting[: 2 * workers], waiting[2 * workers :]
            if all(len(portion) == 1 for portion in in_hands):
                yield from (_alone(worker, portion[0]) for portion in in_hands)
            else:
                waiting = [[task] for portion in in_hands for task in portion] + waiting


def _spread(
    work: Callable[[list[Task]], list[Told]],
    waiting: Sequence[list[Task]],
    settings: RunSettings,
    workers: int,
) -> Iterator[list[Told]]:
    if settings.cluster:
        return on_cluster(work, waiting, settings.cluster)
    return map(work, waiting) if workers == 1 else in_processes(work, waiting, workers)


def _not_in(done: set[str], portion: list[Task]) -> list[Task]:
    return [task for task in portion if task.doc not in done]


def _alone(worker: Worker, task: Task) -> Told:
    """The task done in a process of its own."""
    try:
        [[told]] = in_processes(worker.do, [[task]], 1)
    except LostWorkerError:
        return worker.lost(task)
    return told


def _say_fewer(settings: RunSettings, workers: int) -> None:
    Console(stderr=True).print(
        f"{workers} workers instead of {settings.workers}: run.memory allows "
        f"{settings.memory} megabytes"
    )
