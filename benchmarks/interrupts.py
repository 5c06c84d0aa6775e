"""Runs killed (`kill -9`) at random moments: the next one's tables must be an undisturbed run's.

`python -m benchmarks.interrupts 50`: so many kills. Every other kill hits the run with its workers,
as a power cut does; the others leave the workers orphans.
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

KILLS = 50
_REPORTS = 6


def run(kills: int = KILLS) -> str:
    """A Markdown section."""
    if not SHARED.is_dir():
        return "## Interrupted runs\n\nNot measured: ../shared is not here.\n"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _copy_reports(folder / "raw")
        say("undisturbed")
        undisturbed = measured(_command(folder, "undisturbed"))
        hit, same = 0, 0
        for number in range(kills):
            hit += _killed(folder, undisturbed.seconds, number)
            measured(_command(folder, "killed"))
            alike = same_tables(folder / "undisturbed", folder / "killed")
            say("the next run's tables are the same" if alike else "the next run's tables DIFFER")
            same += alike
            shutil.rmtree(folder / "killed")
    return (
        f"## Interrupted runs\n\n{kills} runs with two workers over {_REPORTS} reports, killed "
        f"(`kill -9`, every other with its workers) at random moments, {hit} of them before their "
        f"end. The run after each ended with an undisturbed run's tables: {same} of {kills}.\n"
    )


def _killed(folder: Path, seconds: float, number: int) -> bool:
    """Start a run and kill it, at odd numbers with its workers; whether it was still running."""
    process = subprocess.Popen(
        [sys.executable, *map(str, _command(folder, "killed"))],
        env=os.environ | ONE_THREAD,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    time.sleep(random.Random(number).uniform(0.3, 1) * seconds)
    running = process.poll() is None
    if running:
        kill = os.killpg if number % 2 else os.kill
        kill(process.pid, signal.SIGKILL)
    process.wait()
    say(f"kill {number + 1}: {'killed' if running else 'had ended'}")
    return running


def _command(folder: Path, output: str) -> list[str | Path]:
    return ["-m", "pipeline", "run", folder / "raw", "--output", folder / output, "--workers", "2"]


def _copy_reports(folder: Path) -> None:
    folder.mkdir()
    by_size = sorted((SHARED / "unlabelled").glob("*.txt"), key=lambda file: file.stat().st_size)
    for file in by_size[-_REPORTS - 2 : -2]:  # the two largest take as long as all the others
        shutil.copy(file, folder)


if __name__ == "__main__":
    print(run(int(sys.argv[1]) if sys.argv[1:] else KILLS))
