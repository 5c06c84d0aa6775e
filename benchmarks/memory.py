"""Memory of this process in megabytes, as Linux tells it.

`getrusage` would not do: its peak of a process that was just started is that of its parent.
"""

from pathlib import Path


def resident() -> float:
    """What is in memory now."""
    return _field("VmRSS")


def peak() -> float:
    """The most that there ever was."""
    return _field("VmHWM")


def _field(name: str) -> float:
    for line in Path("/proc/self/status").read_text("ascii").splitlines():
        if line.startswith(name):
            return int(line.split()[1]) / 1024
    raise LookupError(name)
