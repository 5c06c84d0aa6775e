"""Progress on standard error: a bar on a terminal, plain lines elsewhere."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Column

# A long name must not drive the bar off the screen.
_NAME = Column(no_wrap=True, overflow="ellipsis", max_width=24)


class Step(Protocol):
    """Tells that a report is done."""

    def __call__(self, doc: str, trouble: str = "") -> None:
        """`trouble` is why the report failed; empty if it did not."""


@contextmanager
def progress(total: int, doing: str) -> Iterator[Step]:
    """Shows how many of `total` reports are done."""
    console = Console(stderr=True, highlight=False, soft_wrap=True)
    if console.is_terminal:
        counts = (MofNCompleteColumn(), TimeRemainingColumn())
        name = TextColumn("{task.fields[doc]}", markup=False, table_column=_NAME)
        columns = (TextColumn(doing), BarColumn(), *counts, name)
        # No thread that draws: a process must not be forked while one holds the terminal.
        with Progress(*columns, console=console, auto_refresh=False) as bar:
            task = bar.add_task(doing, total=total, doc="")
            bar.refresh()

            def advance(doc: str, trouble: str = "") -> None:
                bar.update(task, advance=1, doc=doc, refresh=True)
                if trouble:
                    bar.console.print(f"{doc}: {trouble}", markup=False)

            yield advance
    else:
        done = 0

        def tell(doc: str, trouble: str = "") -> None:
            nonlocal done
            done += 1
            told = f": {trouble}" if trouble else ""
            console.print(f"[{done}/{total}] {doc}{told}", markup=False)

        yield tell
