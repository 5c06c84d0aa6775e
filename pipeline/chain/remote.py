"""Sources and tables in a store (`s3://…`): what reads or makes files does so on this machine."""

import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from pipeline.files import is_local, write_whole
from pipeline.paths import Rooms
from pipeline.settings import RecordSettings


@contextmanager
def fetched(source: Path, home: Path) -> Iterator[Path]:
    """The source as a file of this machine, its sidecar beside it.

    A relative path begins at `home`.
    """
    if is_local(source):
        yield home / source
        return
    with TemporaryDirectory() as name:
        here = Path(name) / source.name
        for there in (source, source.with_suffix(".toml")):
            if there.is_file():
                with there.open("rb") as stored, here.with_suffix(there.suffix).open("wb") as copy:
                    shutil.copyfileobj(stored, copy)
        yield here


def ready_for_tables() -> None:
    """Load what checks and writes tables, while workers are busy; pyarrow's first array has pandas
    loaded, a third of a second.
    """
    import pipeline.record.write.sinks  # noqa: F401
    from pipeline.record.tables import no_rows
    from pipeline.record.write.check import problems

    list(problems(no_rows()))


def tables_of(docs: Iterable[str], rooms: Rooms, settings: RecordSettings) -> dict[str, str]:
    """Write the tables of the reports, in their room; returns those refused, with reasons."""
    from pipeline.record import write_tables

    if is_local(rooms.output):
        return write_tables(_parts(docs, rooms), rooms.records, settings).refused
    with TemporaryDirectory() as name:
        here = Rooms(Path(name))
        known = [doc for doc in docs if rooms.rows(doc).exists()]
        for doc in known:
            write_whole(here.rows(doc), rooms.rows(doc).read_bytes())
        refused = write_tables(_parts(known, here), here.records, settings).refused
        for file in here.records.glob("[!.]*"):
            if file.is_file():
                write_whole(rooms.records / file.name, file.read_bytes())
    return refused


def _parts(docs: Iterable[str], rooms: Rooms) -> Iterator[Path]:
    return (part for part in map(rooms.rows, docs) if part.exists())
