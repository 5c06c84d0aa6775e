"""The command line: `hokoku run`, a command for each stage, `score`, `gold`, `train`."""

import sys
from io import TextIOWrapper
from typing import Annotated, NoReturn

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
    """Run the command line; what a user can mend ends with 2 and one line that says what it is."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # of a terminal that cannot show Japanese
    try:
        app()
    except UserError as error:
        _refuse(str(error))
    except OSError as error:  # a folder that may not be written, a full disk, too long a name
        where = f"{error.filename}: " if error.filename else ""
        _refuse(f"{where}{error.strerror or error}")


def _refuse(why: str) -> NoReturn:
    stderr.print(f"hokoku: {why}", markup=False)
    sys.exit(2)
