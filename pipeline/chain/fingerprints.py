"""What made an artefact: if that is unchanged, so is the artefact, and it need not be made again.

A stage's recipe is its settings, its code, the versions of the libraries it leans on, and the data
files it reads. An artefact's fingerprint is its recipe's and that of the artefact it is made of.
"""

import hashlib
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from pydantic import BaseModel

from pipeline.paths import configs
from pipeline.settings import Settings

STAGES = ("extract", "segment", "tag", "record")

_PACKAGE = Path(__file__).parents[1]
_LIBRARIES = {
    "extract": ["pdfplumber", "pdfminer.six", "lxml", "python-docx", "charset-normalizer"],
    "segment": ["spacy", "ginza", "ja_ginza", "sudachipy", "sudachidict_core", "thinc"],
    "tag": ["spacy", "ahocorasick_rs"],
    "record": ["spacy", "ahocorasick_rs", "babel"],
}
# Code outside a stage's own package that shapes what it writes.
_LEXICON = ["lexicon.py", "columns.py"]
_REPORT = ["report.py", "glyphs.py"]
_ON_DOCS = [*_REPORT, "context.py", "mention.py", "label.py", "edtf.py", *_LEXICON]
SHARED = {
    "extract": [*_REPORT, "edtf.py", *_LEXICON],
    "segment": [*_REPORT, "context.py", "encoder.py", "spelling.py", "ner"],
    "tag": [*_ON_DOCS, "spelling.py"],
    "record": _ON_DOCS,
}
# The files of the lexicon that tell extract how dates are written and who speaks in minutes.
_READ_BY_EXTRACT = ("eras.csv", "posts.csv")


def recipes(settings: Settings) -> dict[str, str]:
    """The fingerprint of each stage's recipe."""
    sections: dict[str, BaseModel] = {
        "extract": settings.extract,
        "segment": settings.segment,
        "tag": settings.tag,
        "record": settings.record,
    }
    data = _data(settings)
    return {
        stage: digest(
            sections[stage].model_dump_json(),
            *(f"{name} {_version(name)}" for name in _versioned(stage, settings)),
            *_contents(_code(stage)),
            *_contents(data[stage]),
        )
        for stage in STAGES
    }


def _data(settings: Settings) -> dict[str, list[Path]]:
    weights = settings.segment.weights
    lexicon = _files([settings.tag.lexicon_folder], "*.csv")
    return {
        "extract": [configs() / "lexicon" / name for name in _READ_BY_EXTRACT],
        "segment": _files([Path(weights)], "*") if weights else [],
        "tag": [*lexicon, *sorted(configs().glob("*.csv"))],
        "record": lexicon,
    }


def digest(*told: str) -> str:
    """One fingerprint of several strings."""
    return hashlib.sha256("\0".join(told).encode()).hexdigest()


def file_digest(path: Path) -> str:
    """SHA-256 of a file's bytes."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def versions(model: str) -> dict[str, str]:
    """The versions of hokoku, of the model's package, and of all libraries that stages lean on."""
    libraries = (name for stage in STAGES for name in _LIBRARIES[stage])
    return {name: _version(name) for name in ("hokoku", model, *libraries)}


def _versioned(stage: str, settings: Settings) -> list[str]:
    names = _LIBRARIES[stage]
    return [*names, settings.segment.model] if stage == "segment" else names


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "absent"


def _code(stage: str) -> list[Path]:
    places = [_PACKAGE / stage, *(_PACKAGE / name for name in SHARED[stage])]
    return _files((p for p in places if p.is_dir()), "*") + [p for p in places if p.is_file()]


def _files(folders: Iterable[Path], pattern: str) -> list[Path]:
    return [
        path
        for folder in folders
        for path in sorted(folder.rglob(pattern))
        if path.is_file() and "__pycache__" not in path.parts
    ]


def _contents(files: Iterable[Path]) -> list[str]:
    return [f"{path.parent.name}/{path.name} {file_digest(path)}" for path in files]
