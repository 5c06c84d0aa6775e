"""`hokoku score` and `hokoku gold`: gold files, to and from labelling tools, and against them."""

from pathlib import Path
from typing import Annotated

import typer
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from pipeline.cli.options import Config, Output, chosen, output_folder, stderr

gold_app = typer.Typer(
    no_args_is_help=True, help="Gold files: to and from labelling tools; agreement of annotators."
)
Gold = Annotated[Path, typer.Option(metavar="DIR", help="Gold files: ID.jsonl, ID.people.csv …")]
Tool = Annotated[str, typer.Option(metavar="TOOL", help="doccano or label-studio.")]


def add_to(app: typer.Typer) -> None:
    """Add the commands that have to do with gold."""
    app.command("score")(_score)
    app.add_typer(gold_app, name="gold")


def _score(
    gold: Gold,
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

    settings = chosen(config, output=output)
    folder = output_folder(settings)
    scores = evaluate(gold, folder, settings, lambda doc: stderr.print(doc, markup=False))
    write(scores, Rooms(folder).scores)
    console = Console()
    if not console.is_terminal:
        console.width = 110  # a file or a pipe has no width of its own to shrink to
    show(scores, console, Rooms(folder).scores)
    if fail_under is not None and scores.total("hokoku", "strict").f1 < fail_under:
        stderr.print(f"strict F1 of all labels is under {fail_under}")
        raise typer.Exit(1)


@gold_app.command("export")
def _export(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The tool's file to write.")],
    docs: Annotated[
        list[str] | None, typer.Argument(metavar="DOC", help="Reports.", show_default="all")
    ] = None,
    gold: Gold = Path("gold"),
    output: Output = None,
    tool: Tool = "doccano",
) -> None:
    """Reports for labelling: with their gold, or, without any, with what hokoku found."""
    from pipeline.score.exchange import export_gold

    folder = output_folder(chosen(None, output=output))
    count = export_gold(_known(tool), docs or [], gold, folder, file)
    stderr.print(f"for {tool}: {file} (reports: {count})", markup=False)


@gold_app.command("import")
def _import(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The tool's exported file.")],
    gold: Gold,
    tool: Tool = "doccano",
) -> None:
    """What was labelled in a tool, as gold files."""
    from pipeline.score.exchange import import_gold

    docs = import_gold(_known(tool), file, gold)
    stderr.print(f"gold below {gold}: {', '.join(docs)}", markup=False)


@gold_app.command("agree")
def _agree(
    one: Annotated[Path, typer.Argument(metavar="DIR", help="One annotator's gold files.")],
    other: Annotated[Path, typer.Argument(metavar="DIR", help="Another's, of the same reports.")],
) -> None:
    """How far two annotators agree: F1 of spans, and Cohen's kappa of characters."""
    from pipeline.score.agree import agreement

    table = Table(box=SIMPLE_HEAD)
    for column in ("label", "one", "other", "alike", "F1", "kappa"):
        table.add_column(column, justify="left" if column == "label" else "right")
    for row in agreement(one, other):
        c = row.counts
        figures = (str(c.gold), str(c.found), str(c.right), f"{c.f1:.3f}", f"{row.kappa:.3f}")
        table.add_row(row.label or "all", *figures)
    Console().print(table)


def _known(tool: str) -> str:
    from pipeline.score.exchange import FORMATS

    if tool not in FORMATS:
        raise typer.BadParameter(f"{tool}: no such tool; there are {', '.join(FORMATS)}")
    return tool
