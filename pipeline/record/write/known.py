"""Which parts have been checked before: they need not be checked again."""

import json
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from pipeline.files import write_whole
from pipeline.record.tables import OF_A_REPORT

_FILE = ".checked.json"
_SCHEMA = sha256(repr(OF_A_REPORT).encode()).hexdigest()


class KnownParts:
    """The parts that fitted the schema, told apart by time and size of their files."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / _FILE
        self._before = self._load()
        self._now: dict[str, list[int]] = {}

    def holds(self, parts: Iterable[Path]) -> bool:
        """Whether all of these are unchanged since they were checked."""
        return all(self._before.get(str(part)) == _state(part) for part in parts)

    def add(self, part: Path) -> None:
        """This one fits."""
        self._now[str(part)] = _state(part)

    def save(self) -> None:
        """Remember those added, and only those."""
        told = {"schema": _SCHEMA, "parts": self._now}
        write_whole(self._file, json.dumps(told, ensure_ascii=False).encode())

    def _load(self) -> dict[str, list[int]]:
        try:
            told = json.loads(self._file.read_bytes())
        except (FileNotFoundError, ValueError):
            return {}
        return dict(told["parts"]) if told.get("schema") == _SCHEMA else {}


def _state(part: Path) -> list[int]:
    stat = part.stat()
    return [stat.st_mtime_ns, stat.st_size]
