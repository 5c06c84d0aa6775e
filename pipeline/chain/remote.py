"""Sources and tables in a store (`s3://…`): what reads or makes files does so on this machine."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from pipeline.chain.store import download, presence, refusal, upload
from pipeline.files import is_local
from pipeline.paths import Rooms
from pipeline.settings import RecordSettings


class FetchError(Exception):
    """A source that its store does not give out; the message says why."""


@contextmanager
def fetched(source: Path, home: Path) -> Iterator[Path]:
    """The source as a file of this machine, its sidecar beside it. Raises FetchError.

    A relative path begins at `home`.
    """
    if is_local(source):
        yield home / source
        return
    with TemporaryDirectory() as name:
        here = Path(name) / source.name
        try:
            download([source], [here])
            with suppress(FileNotFoundError):
                download([source.with_suffix(".toml")], [here.with_suffix(".toml")])
        except Exception as error:  # a store has a hundred ways to say no
            raise FetchError(f"cannot be read: {refusal(error)}") from None
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
    from pipeline.record import table_files, write_tables

    there = presence(rooms.records)
    docs = [doc for doc in docs if there(rooms.rows(doc))]
    if is_local(rooms.output):
        return write_tables(map(rooms.rows, docs), rooms.records, settings).refused
    with TemporaryDirectory() as name:
        here = Rooms(Path(name))
        parts = [here.rows(doc) for doc in docs]
        download([rooms.rows(doc) for doc in docs], parts)
        refused = write_tables(parts, here.records, settings).refused
        for table in map(rooms.records.joinpath, table_files()):
            made = here.records / table.name
            if made.exists():
                upload(made, table)
            elif there(table):  # of a format that is no longer wanted
                table.unlink()
    return refused
