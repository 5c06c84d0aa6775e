"""The chain: what is stale is done again, in order, and the tables are made of all."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console

from pipeline.chain.crew import done_by_crew
from pipeline.chain.fingerprints import STAGES, digest, recipes
from pipeline.chain.lock import locked
from pipeline.chain.plan import Task, plan
from pipeline.chain.progress import progress
from pipeline.chain.remote import ready_for_tables, tables_of
from pipeline.chain.sources import collect
from pipeline.chain.state import ReportState, StateFolder
from pipeline.chain.store import answering, seen_anew
from pipeline.chain.work import Worker
from pipeline.extract import SUFFIXES
from pipeline.paths import Rooms
from pipeline.settings import Settings

# A file of each form that tables have.
_WRITTEN = {"csv": "reports.csv", "sqlite": "records.sqlite", "parquet": "reports.parquet"}


@dataclass(slots=True)
class Outcome:
    """How a run went: the reports, and those done anew; those that failed, that could be read but
    partly, that a user should look at, with reasons; and files of no kind that hokoku reads.
    """

    reports: list[str]
    done: list[str]
    failed: dict[str, str]
    partial: dict[str, str]
    notes: dict[str, str]
    passed_over: list[Path]
    tables: bool  # whether they were asked for, and hold these reports
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

    Raises SourceError where a place does not exist, ClusterError where no cluster answers,
    StoreError where a store does not.
    """
    seen_anew([*places, output])
    found = collect(places, SUFFIXES)
    with answering(output), locked(output, _say_waiting):
        made_by = recipes(settings)
        tasks = plan(found.sources, stages, made_by, output, force=force)
        stale = [task for task in tasks if task.stages]
        states = {task.doc: task.state for task in tasks}
        if stale:
            states |= _do(stale, made_by, output, settings, stages)
        outcome = Outcome(
            list(states),
            [task.doc for task in stale],
            failed={doc: state.trouble for doc, state in states.items() if state.trouble},
            partial={doc: state.loss for doc, state in states.items() if state.loss},
            notes={doc: state.note for doc, state in states.items() if state.note},
            passed_over=found.passed_over,
            tables="record" in stages,
        )
        if outcome.tables:
            recipe = made_by["record"]
            refused = _tables(states, recipe, output, settings, force)
            outcome.tables_written = refused is not None
            outcome.failed |= {doc: f"bad-rows: {why}" for doc, why in (refused or {}).items()}
    return outcome


def _do(
    stale: list[Task],
    made_by: Mapping[str, str],
    output: Path,
    settings: Settings,
    stages: Sequence[str],
) -> dict[str, ReportState]:
    worker = Worker(settings, made_by, output)
    states: dict[str, ReportState] = {}
    with progress(len(stale), stages[0] if len(stages) == 1 else "reports") as step:
        for doc, state in done_by_crew(worker, stale, settings.run):
            states[doc] = state
            step(doc, state.trouble)
            if "record" in stages:
                ready_for_tables()
    return states


def _tables(
    states: Mapping[str, ReportState],
    recipe: str,
    output: Path,
    settings: Settings,
    force: bool,
) -> dict[str, str] | None:
    """Write the tables; returns the reports refused, None if they hold just these rows already."""
    rooms, folder = Rooms(output), StateFolder(output)
    rows = (f"{doc} {state.done.get('record')} {state.crash}" for doc, state in states.items())
    fingerprint = digest(recipe, *rows)
    written = rooms.records / _WRITTEN[settings.record.formats[0]]
    if folder.tables() == fingerprint and written.exists() and not force:
        return None
    folder.save_tables("")
    refused = tables_of(states, rooms, settings.record)
    if not refused:  # what was refused is tried, and told, again
        folder.save_tables(fingerprint)
    return refused


def _say_waiting() -> None:
    Console(stderr=True).print("another run is writing to this output folder; waiting for it")
