"""Portions of tasks, and how many workers they are worth."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.chain.plan import Task
from pipeline.chain.portions import portions, seconds, workers_worth
from pipeline.chain.sources import Source
from pipeline.chain.state import ReportState

ALL = ("extract", "segment", "tag", "record")


def _task(size: int, suffix: str = ".txt", asked: tuple[str, ...] = ALL, stage: str = "") -> Task:
    path = Path(f"{size}{suffix}")
    return Task(
        Source(path.stem, path),
        ReportState(size=size),
        asked,
        False,
        stages=[stage or asked[0]],
    )


# (what takes longer, what takes less)
LONGER = [
    # more text
    (_task(2_000_000), _task(1_000_000)),
    # text, byte for byte, for a PDF is mostly fonts
    (_task(1_000_000), _task(1_000_000, ".pdf")),
    # all stages, for the network's work is the most
    (_task(1_000_000), _task(1_000_000, asked=("extract",))),
    # a PDF to read: each page's layout
    (_task(1_000_000, ".pdf", ("extract",)), _task(1_000_000, ".txt", ("extract",))),
    # a text to parse, not one whose tags alone are stale
    (_task(1_000_000, stage="segment"), _task(1_000_000, stage="tag")),
]


@pytest.mark.parametrize(("longer", "shorter"), LONGER)
def test_what_takes_longer(longer: Task, shorter: Task) -> None:
    assert seconds(longer) > seconds(shorter)


def test_a_kind_that_only_a_name_gives_counts_as_text() -> None:
    assert seconds(_task(1_000_000, ".doc")) == seconds(_task(1_000_000))


# (tasks, workers from, to)
WORTH = [
    # one short text is not worth a second worker
    ([_task(500)], 1, 1),
    # four PDFs of 49 pages are, though only their text is wanted
    ([_task(400_000, ".pdf", ("extract",))] * 4, 2, 99),
    # a hundred short texts are
    ([_task(500)] * 100, 2, 99),
]


@pytest.mark.parametrize(("tasks", "least", "most"), WORTH)
def test_workers_worth(tasks: list[Task], least: int, most: int) -> None:
    assert least <= workers_worth(tasks) <= most


@given(st.lists(st.integers(0, 2_000_000), max_size=200), st.integers(1, 16))
def test_each_task_is_in_one_portion(sizes: list[int], workers: int) -> None:
    tasks = [_task(size) for size in sizes]
    portioned = list(portions(tasks, workers))
    assert sorted(task.state.size for portion in portioned for task in portion) == sorted(sizes)
    assert all(portioned)


def test_the_longest_come_first_and_the_last_portions_are_small() -> None:
    tasks = [_task(size) for size in (5_000, 900_000, *[20_000] * 60)]
    portioned = list(portions(tasks, 2))
    assert [task.state.size for task in portioned[0]] == [900_000]
    costs = [sum(map(seconds, portion)) for portion in portioned]
    assert costs[-1] < min(costs[0], costs[1]) / 2


# (sizes of the texts, workers, how many each gets for its pages)
HANDS = [
    ([1_000_000], 4, [4]),  # one report alone
    ([1_000_000, 100_000, 100_000], 2, [2, 1, 1]),  # the others are done long before it
    ([1_000_000, 1_000_000], 2, [1, 1]),  # nobody is idle
    ([1_000_000] * 8, 2, [1] * 8),
]


@pytest.mark.parametrize(("sizes", "workers", "hands"), HANDS)
def test_a_report_that_is_most_of_the_work_gets_more_hands(
    sizes: list[int], workers: int, hands: list[int]
) -> None:
    tasks = [_task(size) for size in sizes]
    assert [task.hands for portion in portions(tasks, workers) for task in portion] == hands
