"""The settings: configs/default.toml, overridden by what a user's TOML names.

Keys are checked by pydantic; a wrong one is refused in one line with its path and what would be
right: `tag.treshold: no such setting; did you mean tag.threshold?`
"""

import difflib
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from pipeline.errors import UserError
from pipeline.label import Label
from pipeline.paths import configs


class SettingsError(UserError):
    """A setting that cannot be taken; the message is one line for the user."""


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class RunSettings(_Section):
    """What runs where."""

    source: list[str]
    output: str
    workers: int = Field(ge=0)
    memory: int = Field(gt=0)
    cluster: str


class ExtractSettings(_Section):
    """How sources are read."""

    passwords: list[str]
    page_seconds: float = Field(gt=0)
    garbled_share: float = Field(ge=0, le=1)
    ocr: bool
    ocr_languages: list[str]
    ocr_resolution: int = Field(ge=72, le=1200)


class SegmentSettings(_Section):
    """How GiNZA is run."""

    model: str
    batch_size: int = Field(gt=0)
    max_bytes: int = Field(gt=0, le=49_149)
    ner: Literal["learned", "ginza", "both", "none"]
    weights: str


FinderName = Literal["dates", "countries", "organisations", "people", "learned", "ginza"]


class TagSettings(_Section):
    """Who proposes mentions, and which are kept."""

    finders: list[FinderName]
    lexicon: str
    threshold: float = Field(ge=0, le=1)
    ginza_labels: dict[str, Literal["PERSON", "COUNTRY", "ORG", "DATE"]]

    @property
    def lexicon_folder(self) -> Path:
        """Where the lexicon's CSV files stand."""
        return Path(self.lexicon) if self.lexicon else configs() / "lexicon"

    def label_of(self, fine: str) -> Label | None:
        """Our label for one of GiNZA's: `Country` → `COUNTRY`, `Money` → None."""
        mapped = self.ginza_labels.get(fine)
        return Label(mapped) if mapped else None


class RecordSettings(_Section):
    """What the tables look like."""

    formats: list[Literal["csv", "sqlite", "parquet"]] = Field(min_length=1)
    formula_guard: str


class ScoreSettings(_Section):
    """What scoring shows."""

    context: int = Field(ge=0)
    baseline: bool


class Settings(_Section):
    """All settings, a section a stage."""

    run: RunSettings
    extract: ExtractSettings
    segment: SegmentSettings
    tag: TagSettings
    record: RecordSettings
    score: ScoreSettings


def load_settings(user_file: Path | None = None) -> Settings:
    """The default settings, overridden by `user_file`. Raises SettingsError."""
    default = tomllib.loads((configs() / "default.toml").read_text("utf-8"))
    if user_file is None:
        return Settings.model_validate(default)
    user = _read_toml(user_file)
    _refuse_unknown(user, default, user_file)
    try:
        return Settings.model_validate(_overridden(default, user))
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(part) for part in first["loc"])
        raise SettingsError(f"{user_file}: {key}: {first['msg']}, not {first['input']!r}") from None


def _read_toml(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text("utf-8-sig"))
    except FileNotFoundError:
        near = difflib.get_close_matches(file.name, [p.name for p in file.parent.glob("*.toml")], 1)
        hint = f"; did you mean {file.parent / near[0]}?" if near else ""
        raise SettingsError(f"{file}: no such configuration file{hint}") from None
    except OSError as error:
        raise SettingsError(f"{file}: cannot be read ({error.strerror})") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{file}: not valid TOML: {error}") from None


# Tables whose keys are the user's to choose.
_OPEN_TABLES = {"tag.ginza_labels"}


def _refuse_unknown(user: dict[str, Any], default: dict[str, Any], file: Path) -> None:
    known = dict(_named(default))
    for name, value in _named(user):
        if name not in known:
            raise SettingsError(f"{file}: {name}: no such setting{_meant(name, known)}")
        if isinstance(known[name], dict) and not isinstance(value, dict):
            raise SettingsError(f"{file}: {name}: is a section, [{name}], not {value!r}")


def _named(table: dict[str, Any], path: str = "") -> Iterator[tuple[str, Any]]:
    """Sections and settings by their whole names: `tag`, `tag.threshold`."""
    for key, value in table.items():
        name = f"{path}{key}"
        yield name, value
        if isinstance(value, dict) and name not in _OPEN_TABLES:
            yield from _named(value, f"{name}.")


def _meant(name: str, known: Iterable[str]) -> str:
    """The setting of that name in another section, or the one whose name is written alike."""
    elsewhere = [other for other in known if other.endswith(f".{name.rpartition('.')[2]}")]
    near = elsewhere or difflib.get_close_matches(name, known, 1)
    return f"; did you mean {near[0]}?" if near else f"; {configs() / 'default.toml'} has them all"


def _overridden(default: dict[str, Any], user: dict[str, Any]) -> dict[str, Any]:
    merged = dict(default)
    for key, value in user.items():
        old = merged.get(key)
        both_tables = isinstance(value, dict) and isinstance(old, dict)
        merged[key] = _overridden(old, value) if both_tables else value  # type: ignore[arg-type]
    return merged
