"""Runs killed (`kill -9`) at random moments, one after the other, until one is left to end.

`python -m benchmarks.interrupts 50`: so many kills. Its tables must be an undisturbed run's.
"""

import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.measured import ONE_THREAD, SHARED, measured, say
from benchmarks.tables import same_tables

KILLS = 10
_REPORTS = 12


def run(kills: int = KILLS) -> str:
    """A Markdown section."""
    if not SHARED.is_dir():
        return "## Interrupted runs\n\nNot measured: ../shared is not here.\n"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _copy_reports(folder / "raw")
        say("undisturbed")
        undisturbed = measured(_command(folder, "undisturbed"))
        hit, same = 0, True
        for number in range(kills):
            if _killed(folder, undisturbed.seconds, number):
                hit += 1
            else:  # it came to its end before its kill: look at what it made, and begin anew
                same &= same_tables(folder / "undisturbed", folder / "killed")
                shutil.rmtree(folder / "killed")
        left = measured(_command(folder, "killed"))
        same &= same_tables(folder / "undisturbed", folder / "killed")
    return (
        f"## Interrupted runs\n\n{kills} runs with two workers over {_REPORTS} reports, killed "
        f"(`kill -9`) at random moments, {hit} of them before their end; the run after "
        f"them took {left.seconds:.1f} s, an undisturbed one {undisturbed.seconds:.1f} s. "
        f"The tables of all that came to an end are {'the same' if same else 'DIFFERENT'}.\n"
    )


def _killed(folder: Path, seconds: float, number: int) -> bool:
    """Start a run and kill it; whether it was still running."""
    process = subprocess.Popen(
        [sys.executable, *map(str, _command(folder, "killed"))],
        env=os.environ | ONE_THREAD,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    time.sleep(random.Random(number).uniform(0.1, 1) * seconds)
    running = process.poll() is None
    process.send_signal(signal.SIGKILL)
    process.wait()
    say(f"kill {number + 1}: {'killed' if running else 'had ended'}")
    return running


def _command(folder: Path, output: str) -> list[str | Path]:
    return ["-m", "pipeline", "run", folder / "raw", "--output", folder / output, "--workers", "2"]


def _copy_reports(folder: Path) -> None:
    folder.mkdir()
    by_size = sorted((SHARED / "unlabelled").glob("*.txt"), key=lambda file: file.stat().st_size)
    for file in by_size[-_REPORTS - 1 : -1]:  # the largest takes as long as the others together
        shutil.copy(file, folder)


if __name__ == "__main__":
    print(run(int(sys.argv[1]) if sys.argv[1:] else KILLS))
