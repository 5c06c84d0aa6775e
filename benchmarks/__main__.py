"""Runs all benchmarks and writes benchmarks/RESULTS.md: most of an hour on two quiet cores."""

import argparse
import os
import platform
import time
from collections.abc import Callable
from datetime import UTC, datetime
from importlib import import_module
from importlib.metadata import version
from pathlib import Path

from benchmarks.measured import say

RESULTS = Path(__file__).with_name("RESULTS.md")
PARTS = ("speed", "scale", "interrupts", "reading", "extraction", "dates", "quality")
_VERSIONS = ("hokoku", "spacy", "ginza", "ja_ginza", "sudachidict_core", "pdfplumber", "numpy")


def main() -> None:
    """Every part in one run; a part that fails is told and stops no other."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("parts", nargs="*", help=f"of {', '.join(PARTS)}; all by default")
    given = parser.parse_args()
    if unknown := set(given.parts) - set(PARTS):
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    sections = [_head()]
    for name in given.parts or PARTS:
        say(f"== {name}")
        begun = time.perf_counter()
        sections.append(_section(name))
        say(f"   {time.perf_counter() - begun:.0f} s")
    RESULTS.write_text("\n".join(sections), "utf-8")
    say(f"{RESULTS}")


def _section(name: str) -> str:
    part: Callable[[], str] = import_module(f"benchmarks.{name}").run
    try:
        return part()
    except Exception as error:  # the others are still worth having
        say(f"{name} failed: {error}")
        return f"## {name}\n\nFailed: {type(error).__name__}\n"


def _head() -> str:
    versions = ", ".join(f"{name} {version(name)}" for name in _VERSIONS)
    load = ", ".join(f"{x:.1f}" for x in os.getloadavg())
    return (
        "# Measurements\n\n"
        f"Written by `make bench` on {datetime.now(UTC):%Y-%m-%d}: {os.cpu_count()} cores, "
        f"{platform.machine()}, Python {platform.python_version()}; load when it began: {load}. "
        "Seconds tell of this machine at that hour; what counts is how they compare within one "
        f"run.\n\n{versions}.\n"
    )


if __name__ == "__main__":
    main()
