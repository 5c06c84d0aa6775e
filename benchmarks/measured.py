"""Runs a command and measures it: seconds, processor seconds, peak memory with its workers."""

import os
import resource
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile

import psutil

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "PYTHONPATH": str(ROOT)}
_EVERY = 0.25


@dataclass(frozen=True, slots=True)
class Measured:
    """Seconds by the clock, of the processors, and the peak of all processes in megabytes.

    Memory that processes share (a dictionary mapped into each) counts once.
    """

    seconds: float
    processor: float
    megabytes: int


def measured(command: list[str | Path]) -> Measured:
    """Run a command of this Python: `measured(["-m", "pipeline", "run", folder])`."""
    before, begun = _processor(), time.perf_counter()
    with TemporaryFile() as told:  # a pipe is full after the lines of 4,000 reports
        process = subprocess.Popen(
            [sys.executable, *map(str, command)],
            env=os.environ | ONE_THREAD,
            stdout=subprocess.DEVNULL,
            stderr=told,
        )
        peak = 0
        while process.poll() is None:
            peak = max(peak, _memory(process.pid))
            with suppress(subprocess.TimeoutExpired):
                process.wait(_EVERY)
        seconds = time.perf_counter() - begun
        if process.returncode:
            told.seek(0)
            last = told.read().decode("utf-8", "replace")[-2000:]
            raise RuntimeError(f"{command}: exit {process.returncode}\n{last}")
    return Measured(seconds, _processor() - before, peak // 2**20)


def say(line: str) -> None:
    """A line of progress on standard error."""
    print(line, file=sys.stderr, flush=True)


def _processor() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _memory(pid: int) -> int:
    try:
        first = psutil.Process(pid)
        return sum(_proportional(process) for process in [first, *first.children(recursive=True)])
    except psutil.NoSuchProcess:
        return 0


def _proportional(process: psutil.Process) -> int:
    try:
        return int(process.memory_full_info().pss)
    except (psutil.NoSuchProcess, psutil.AccessDenied):
        return 0
