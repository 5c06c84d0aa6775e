"""The command line: `hokoku run`, a command for each stage, `score`, `gold`, `train`."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from pipeline import __version__
from pipeline.settings import Settings, SettingsError, load_settings

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="hokoku (報告): tables out of Japanese official reports (PDF, HTML, DOCX, TXT): who was "
    "named, which countries and organisations, when, and who met whom, each value traceable to "
    "its place in the source.",
)
_stderr = Console(stderr=True, highlight=False, soft_wrap=True)

Sources = Annotated[
    list[Path] | None,
    typer.Argument(metavar="[SOURCE]...", help="Reports: files or folders. [default: raw]"),
]
Output = Annotated[
    Path | None, typer.Option(metavar="DIR", help="Where the stages write. [default: output]")
]
Config = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="A TOML file; overrides what it names of default.toml."),
]
Workers = Annotated[
    int | None, typer.Option(metavar="N", min=0, help="Processes; 0: as many as cores.")
]
Cluster = Annotated[str | None, typer.Option(metavar="ADDRESS", help="A Dask scheduler.")]
Password = Annotated[
    list[str] | None, typer.Option(metavar="WORD", help="For PDFs that ask for one; repeatable.")
]
Force = Annotated[bool, typer.Option("--force", help="Do all again, also what is up to date.")]


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"hokoku {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say the version.")
    ] = False,
) -> None:
    """Taken from `app`'s help."""


def _settings(
    config: Path | None,
    sources: list[Path] | None = None,
    output: Path | None = None,
    workers: int | None = None,
    cluster: str | None = None,
    password: list[str] | None = None,
) -> Settings:
    """The settings of the files, overridden by the command line."""
    settings = load_settings(config)
    said = {
        "source": [str(source) for source in sources] if sources else None,
        "output": str(output) if output else None,
        "workers": workers,
        "cluster": cluster,
    }
    run = settings.run.model_copy(update={k: v for k, v in said.items() if v is not None})
    extract = settings.extract
    if password:
        extract = extract.model_copy(update={"passwords": [*extract.passwords, *password]})
    return settings.model_copy(update={"run": run, "extract": extract})


def _run_stages(stages: Sequence[str], settings: Settings, force: bool) -> None:
    from pipeline.chain import run, summary

    places = [Path(place) for place in settings.run.source]
    output = Path(settings.run.output)
    outcome = run(places, output, settings, stages, force=force)
    for line in summary(outcome, output):
        _stderr.print(line, markup=False)
    if outcome.failed:
        raise typer.Exit(1)


@app.command()
def run(
    source: Sources = None,
    output: Output = None,
    config: Config = None,
    workers: Workers = None,
    cluster: Cluster = None,
    password: Password = None,
    force: Force = False,
) -> None:
    """All stages: from reports to tables; only what changed is done again."""
    from pipeline.chain import STAGES

    _run_stages(STAGES, _settings(config, source, output, workers, cluster, password), force)


def _stage_command(stage: str, does: str) -> None:
    def command(
        source: Sources = None,
        output: Output = None,
        config: Config = None,
        workers: Workers = None,
        cluster: Cluster = None,
        password: Password = None,
        force: Force = False,
    ) -> None:
        settings = _settings(config, source, output, workers, cluster, password)
        _run_stages([stage], settings, force)

    app.command(stage, help=does)(command)


_stage_command("extract", "Only the first stage: the text of the reports, as typed out with care.")
_stage_command("segment", "Only the second stage: sentences, bunsetsu, tokens by GiNZA.")
_stage_command("tag", "Only the third stage: people, countries, organisations, dates.")
_stage_command("record", "Only the fourth stage: the tables.")


@app.command()
def score(
    gold: Annotated[
        Path, typer.Option(metavar="DIR", help="Gold files: ID.jsonl, ID.people.csv …")
    ],
    output: Output = None,
    config: Config = None,
    fail_under: Annotated[
        float | None,
        typer.Option(metavar="F1", min=0, max=1, help="End with 1 if strict F1 of all is lower."),
    ] = None,
) -> None:
    """How good the tables are against gold, label by label, beside plain GiNZA; where they err."""
    from pipeline.paths import Rooms
    from pipeline.score import evaluate, show, write

    settings = _settings(config, output=output)
    folder = Path(settings.run.output)
    scores = evaluate(gold, folder, settings, lambda doc: _stderr.print(doc, markup=False))
    write(scores, Rooms(folder).scores)
    show(scores, Console(), Rooms(folder).scores)
    if fail_under is not None and scores.total("hokoku", "strict").f1 < fail_under:
        _stderr.print(f"strict F1 of all labels is under {fail_under}")
        raise typer.Exit(1)


def main() -> None:
    """Run the command line; wrong usage and configuration end with 2 and one line that says why."""
    from pipeline.chain import ClusterError, SourceError
    from pipeline.lexicon import LexiconError
    from pipeline.score.gold import GoldError

    try:
        app()
    except (SettingsError, SourceError, ClusterError, LexiconError, GoldError) as error:
        _stderr.print(f"hokoku: {error}", markup=False)
        sys.exit(2)
    except KeyboardInterrupt:
        _stderr.print("stopped; what is done is kept, and the next run goes on from there")
        sys.exit(130)
