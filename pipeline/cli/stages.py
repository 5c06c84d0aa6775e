"""`hokoku run`, and a command for each stage."""

import logging
from collections.abc import Callable, Sequence

import typer

from pipeline.cli.options import (
    Cluster,
    Config,
    Force,
    Output,
    Password,
    Sources,
    Workers,
    chosen,
    output_folder,
    stderr,
)
from pipeline.paths import place
from pipeline.settings import Settings

_ALL = "All stages: from reports to tables; only what changed is done again."
_STAGES = {
    "extract": "Only the first stage: the text of the reports, as typed out with care.",
    "segment": "Only the second stage: sentences, bunsetsu, tokens by GiNZA.",
    "tag": "Only the third stage: people, countries, organisations, dates.",
    "record": "Only the fourth stage: the tables.",
}
_STOPPED = 130  # as shells tell of Ctrl-C


def add_to(app: typer.Typer) -> None:
    """Add the commands that run stages."""
    app.command("run", help=_ALL)(_runner(list(_STAGES)))
    for stage, does in _STAGES.items():
        app.command(stage, help=does)(_runner([stage]))
    app.command("view")(_view)


def _runner(stages: Sequence[str]) -> Callable[..., None]:
    def command(
        source: Sources = None,
        output: Output = None,
        config: Config = None,
        workers: Workers = None,
        cluster: Cluster = None,
        password: Password = None,
        force: Force = False,
    ) -> None:
        settings = chosen(config, source, output, workers, cluster, password)
        _run_stages(stages, settings, force)

    return command


def _view(output: Output = None, config: Config = None) -> None:
    """Pages for a browser: the reports with their mentions marked, and their tables."""
    from pipeline.view import write_view

    index = write_view(output_folder(chosen(config, output=output)))
    stderr.print(f"open {index} in a browser", markup=False)


def _run_stages(stages: Sequence[str], settings: Settings, force: bool) -> None:
    from pipeline.chain import run, summary

    logging.getLogger("gcsfs").setLevel(logging.CRITICAL)  # what it refuses is told in one line
    places = [place(address) for address in settings.run.source]
    output = place(settings.run.output)
    try:
        outcome = run(places, output, settings, stages, force=force)
    except KeyboardInterrupt:
        stderr.print("stopped; what is done is kept, and the next run goes on from there")
        raise typer.Exit(_STOPPED) from None
    for line in summary(outcome, output, settings.record.formats):
        stderr.print(line, markup=False)
    if outcome.failed:
        raise typer.Exit(1)
