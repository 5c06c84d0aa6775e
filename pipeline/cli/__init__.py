"""The command line: `hokoku run`, a command for each stage, `score`, `gold`, `train`."""

import sys
from typing import Annotated

import typer

from pipeline import __version__
from pipeline.cli import scoring, stages, training
from pipeline.cli.options import stderr
from pipeline.errors import UserError

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="hokoku (報告): tables out of Japanese official reports (PDF, HTML, DOCX, TXT): who was "
    "named, which countries and organisations, when, and who met whom, each value traceable to "
    "its place in the source.",
)
stages.add_to(app)
scoring.add_to(app)
training.add_to(app)


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


def main() -> None:
    """Run the command line; wrong usage and configuration end with 2 and one line that says why."""
    try:
        app()
    except UserError as error:
        stderr.print(f"hokoku: {error}", markup=False)
        sys.exit(2)
