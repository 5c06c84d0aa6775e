"""Many small reports: what a first run costs, and what a run costs where little is new.

`python -m benchmarks.scale 100 1000 10000`: the numbers of reports to measure at.
"""

import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from itertools import cycle, islice
from pathlib import Path

from benchmarks.measured import SHARED, Measured, measured, say

COUNTS = (100, 1000, 10_000)
_CHARACTERS = 168  # 1,000 of them are all the texts
_COLUMNS = (
    "First run",
    "A second",
    "Nothing new",
    "One new report",
    "That report alone",
    "An edited lexicon line",
    "Peak memory, first run",
)


def run(counts: Sequence[int] = COUNTS) -> str:
    """A Markdown section."""
    if not SHARED.is_dir():
        return "## Scale\n\nNot measured: ../shared is not here.\n"
    rows = [_row(count) for count in counts]
    return "\n".join(
        [
            "## Many small reports, two workers\n",
            f"Reports of about {_CHARACTERS} characters, cut from the texts; seconds by the clock, "
            "every command with its start and the loading of its models.\n",
            f"| Reports | {' | '.join(_COLUMNS)} |",
            "|---" * (len(_COLUMNS) + 1) + "|",
            *rows,
            "",
        ]
    )


def _row(count: int) -> str:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _write_reports(folder / "raw", count)
        lexicon = _own_lexicon(folder)
        say(f"{count:,} reports: first run")
        first = _hokoku(folder, "raw", "output")
        say(f"{first.seconds:.1f} s; nothing new, one new report, an edited lexicon line")
        again = _hokoku(folder, "raw", "output")
        _write_reports(folder / "one", 1, salt="新着")
        shutil.copy(folder / "one" / "00000.txt", folder / "raw" / "new.txt")
        new = _hokoku(folder, "raw", "output")
        alone = _hokoku(folder, "one", "output-one")
        with (lexicon / "organisations.csv").open("a", encoding="utf-8") as lines:
            lines.write("\n")
        edited = _hokoku(folder, "raw", "output")
    return (
        f"| {count:,} | {first.seconds:.1f} s | {count / first.seconds:.1f} "
        f"| {again.seconds:.1f} s | {new.seconds:.1f} s | {alone.seconds:.1f} s "
        f"| {edited.seconds:.1f} s | {first.megabytes:,} MB |"
    )


def _hokoku(folder: Path, source: str, output: str) -> Measured:
    config = folder / "hokoku.toml"
    places: list[str | Path] = [folder / source, "--output", folder / output]
    return measured(["-m", "pipeline", "run", *places, "--config", config, "--workers", "2"])


def _own_lexicon(folder: Path) -> Path:
    from pipeline.paths import configs

    lexicon = folder / "lexicon"
    shutil.copytree(configs() / "lexicon", lexicon)
    (folder / "hokoku.toml").write_text(f'[tag]\nlexicon = "{lexicon}"\n', "utf-8")
    return lexicon


def _write_reports(folder: Path, count: int, salt: str = "") -> None:
    folder.mkdir()
    for number, text in enumerate(islice(cycle(_passages()), count)):
        (folder / f"{number:05}.txt").write_text(f"第{number}号{salt}\n{text}\n", "utf-8")


def _passages() -> Iterator[str]:
    for file in sorted((SHARED / "unlabelled").glob("*.txt")):
        text = file.read_text("utf-8")
        yield from (text[at : at + _CHARACTERS] for at in range(0, len(text), _CHARACTERS))


if __name__ == "__main__":
    print(run([int(count) for count in sys.argv[1:]] or COUNTS))
