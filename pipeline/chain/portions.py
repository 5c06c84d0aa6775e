"""Tasks in portions that a worker takes at a time, by the seconds that they will about take."""

from collections.abc import Iterable, Iterator, Sequence

from pipeline.chain.plan import Task
from pipeline.chain.pool import FORKS

# Seconds for a megabyte of source on one core of a usual machine: to read it, and all that comes
# after. A PDF is mostly fonts and pictures, a web page mostly markup.
_READING = {".pdf": 2.0, ".docx": 5.0, ".html": 1.0, ".htm": 1.0, ".txt": 0.5}
_PARSING = {".pdf": 3.0, ".docx": 10.0, ".html": 15.0, ".htm": 15.0, ".txt": 30.0}
# The same for what comes after where the network's work is done already.
_TAGGING = 0.25
_EACH = 0.01

# A worker is started in a moment, but where it is not forked it loads much for itself.
_WORTH_A_WORKER = 0.5 if FORKS else 5.0
# A portion is large enough that handing it over costs nothing, and towards the end so small that
# all workers end together.
_LEAST = 0.1
_MOST = 5.0
_MOST_REPORTS = 32


def seconds(task: Task) -> float:
    """About how long one worker will be at it."""
    suffix, megabytes = task.source.path.suffix.lower(), task.state.size / 1e6
    suffix = suffix if suffix in _READING else ".txt"  # what somebody named that no folder gives
    rate = 0.0
    if "extract" in task.stages:
        rate += _READING[suffix]
    if "segment" in task.expected:
        rate += _PARSING[suffix]
    elif task.expected - {"extract"}:
        rate += _PARSING[suffix] * _TAGGING
    return _EACH + megabytes * rate


def workers_worth(tasks: Iterable[Task]) -> int:
    """How many workers so much work is worth."""
    return 1 + int(sum(map(seconds, tasks)) / _WORTH_A_WORKER)


def portions(tasks: Sequence[Task], workers: int) -> Iterator[list[Task]]:
    """The tasks in portions, the longest first, the portions shrinking.

    A report that is most of the work gets its share of the workers for its pages, too.
    """
    costs = sorted(((seconds(task), task) for task in tasks), key=lambda cost: -cost[0])
    left = sum(cost for cost, _ in costs)
    total = left
    portion: list[Task] = []
    size = 0.0
    for cost, task in costs:
        task.hands = max(1, round(workers * cost / total))
        most = min(_MOST, max(_LEAST, left / (4 * workers)))
        if portion and (len(portion) >= _MOST_REPORTS or size + cost > most):
            yield portion
            left -= size
            portion, size = [], 0.0
        portion.append(task)
        size += cost
    if portion:
        yield portion
