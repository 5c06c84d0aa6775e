"""Options that several commands share, and the settings that they override."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from pipeline.errors import UserError
from pipeline.files import is_local
from pipeline.paths import place
from pipeline.settings import Settings, load_settings

stderr = Console(stderr=True, highlight=False, soft_wrap=True)

Sources = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="SOURCE", help="Reports: files, folders, s3://… or gs://…", show_default="raw"
    ),
]
Output = Annotated[
    str | None,
    typer.Option(
        metavar="DIR",
        help="Where the stages write; also s3://… or gs://…",
        show_default="output",
    ),
]
Config = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="A TOML file; overrides what it names of default.toml."),
]
Workers = Annotated[
    int | None, typer.Option(metavar="N", min=0, help="Processes; 0: as many as cores.")
]
Cluster = Annotated[
    str | None, typer.Option(metavar="ADDRESS", help="A Dask scheduler, tcp://HOST:PORT.")
]
Password = Annotated[
    list[str] | None, typer.Option(metavar="WORD", help="For PDFs that ask for one; repeatable.")
]
Force = Annotated[bool, typer.Option("--force", help="Do all again, also what is up to date.")]


def chosen(
    config: Path | None,
    sources: list[str] | None = None,
    output: str | None = None,
    workers: int | None = None,
    cluster: str | None = None,
    password: list[str] | None = None,
) -> Settings:
    """The settings of the files, overridden by the command line."""
    settings = load_settings(config)
    said = {
        "source": sources or None,
        "output": output or None,
        "workers": workers,
        "cluster": cluster,
    }
    run = settings.run.model_copy(update={k: v for k, v in said.items() if v is not None})
    extract = settings.extract
    if password:
        extract = extract.model_copy(update={"passwords": [*extract.passwords, *password]})
    return settings.model_copy(update={"run": run, "extract": extract})


def output_folder(settings: Settings) -> Path:
    """The output folder, for commands that read it where it stands. Raises UserError."""
    output = place(settings.run.output)
    if not is_local(output):
        raise UserError(
            f"{output}: this command reads a folder; copy the output to one, and name it"
        )
    return output
