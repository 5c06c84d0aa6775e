"""Where things stand: the configuration, and the rooms of an output folder."""

import os
from dataclasses import dataclass
from pathlib import Path
from textwrap import shorten
from typing import Any

from pipeline.errors import UserError

_PACKAGE = Path(__file__).parent


def configs() -> Path:
    """The folder of default.toml and the lexicon: in the repository, or in an installed wheel."""
    inside = _PACKAGE / "configs"
    return inside if inside.is_dir() else _PACKAGE.parent / "configs"


def place(address: str) -> Path:
    """A file or folder by its name or by an address that fsspec knows. Raises UserError.

    `raw`, `file:///data/raw`, `s3://reports/2024`, `gs://reports/2024` (these by the extra
    `cluster`). A place in a store can do what a Path can, but is none.
    """
    if address.startswith("file://"):
        return Path(address.removeprefix("file://"))
    if "://" not in address:
        return Path(address)
    # What gcsfs asks by gRPC, of buckets of a rare kind, does not survive that workers are forked.
    os.environ.setdefault("GCSFS_EXPERIMENTAL_ZB_HNS_SUPPORT", "false")
    try:
        from upath import UPath

        stored: Any = UPath(address)
        stored.fs.protocol  # noqa: B018  loads what speaks the protocol
    except ImportError as error:
        needs = "s3:// and gs:// need the extra: pip install 'hokoku[cluster]'"
        raise UserError(
            f"{address}: cannot be reached ({shorten(str(error), 200)}); {needs}"
        ) from None
    except Exception as error:  # each store has its own ways to say that it lets nobody in
        raise UserError(f"{address}: cannot be reached ({shorten(str(error), 200)})") from None
    if not stored.path.strip("/"):
        raise UserError(f"{address}: names no bucket; write {address.rstrip('/')}//BUCKET/FOLDER")
    return stored  # type: ignore[no-any-return]


@dataclass(frozen=True, slots=True)
class Rooms:
    """The folders that the stages write below one output folder.

    `Rooms(Path("output")).text("2024/青書")` is `output/1-text/2024/青書.json`.
    """

    output: Path

    def text(self, doc: str) -> Path:
        """The report model, as JSON."""
        return self.output / "1-text" / f"{doc}.json"

    def reading(self, doc: str) -> Path:
        """The reading text, to read; `start,end` of all tables count in it."""
        return self.output / "1-text" / f"{doc}.txt"

    def segments(self, doc: str) -> Path:
        """The segmented Doc (a DocBin of one)."""
        return self.output / "2-segments" / f"{doc}.spacy"

    def tags(self, doc: str) -> Path:
        """The tagged Doc (a DocBin of one)."""
        return self.output / "3-tags" / f"{doc}.spacy"

    @property
    def records(self) -> Path:
        """The tables of all reports."""
        return self.output / "4-records"

    def rows(self, doc: str) -> Path:
        """The rows that one report gives to the tables."""
        return self.records / "parts" / f"{doc}.json"

    @property
    def scores(self) -> Path:
        """What scoring wrote."""
        return self.output / "5-scores"

    @property
    def view(self) -> Path:
        """The pages for reading."""
        return self.output / "view"
