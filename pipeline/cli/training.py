"""`hokoku train`: the learned tagger, from public corpora, unlabelled reports, and gold."""

from pathlib import Path
from typing import Annotated

import typer

from pipeline.paths import configs


def add_to(app: typer.Typer) -> None:
    """Add the command that trains."""
    app.command("train")(_train)


def _train(
    corpora: Annotated[Path, typer.Option(metavar="DIR", help="Corpora: *.jsonl, text and spans.")],
    gold: Annotated[Path, typer.Option(metavar="DIR", help="Gold files: ID.jsonl.")],
    texts: Annotated[Path, typer.Option(metavar="DIR", help="The reports of the gold: ID.txt.")],
    output: Annotated[Path, typer.Option(metavar="DIR", help="Where the weights go.")],
    unlabelled: Annotated[
        list[Path] | None,
        typer.Option(metavar="DIR", help="Reports to learn from where rules and network agree."),
    ] = None,
    config: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="How to train.", show_default="configs/ner.cfg"),
    ] = None,
    seed: Annotated[int, typer.Option(help="Decides order and initial weights.")] = 0,
    folds: Annotated[
        int, typer.Option(metavar="K", min=0, help="Leave gold's reports out in K turns; measure.")
    ] = 0,
) -> None:
    """Train the learned tagger; `segment.weights = DIR` in a configuration uses what comes out."""
    from pipeline.chain.silver import judge_of
    from pipeline.train import train

    judge = judge_of(unlabelled) if unlabelled else None
    train(corpora, gold, texts, config or configs() / "ner.cfg", output, seed, folds, judge)
