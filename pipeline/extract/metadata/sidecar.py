"""NAME.toml beside a report: what an analyst knows better than the report says."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from pipeline import edtf
from pipeline.report import Problem


class Metadata(NamedTuple):
    """Title, date and covered period (EDTF); empty where nothing tells."""

    title: str = ""
    date: str = ""
    covers: str = ""


def read_sidecar(source: Path, problems: list[Problem]) -> Metadata:
    """What the sidecar of `source` gives; what is wrong with it is added to the problems.

    `title = "外交青書2024"`, `date = 2024-04-16`, `covers = "2023"`.
    """
    file = source.with_suffix(".toml")
    if not file.is_file():
        return Metadata()
    try:
        given = tomllib.loads(file.read_text("utf-8-sig"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        problems.append(Problem("sidecar", detail=f"{file.name} is not valid TOML: {error}"))
        return Metadata()
    known: dict[str, str] = {}
    for key, value in given.items():
        text = _text(value)
        wrong = _wrong(key, text)
        if wrong:
            problems.append(Problem("sidecar", detail=f"{file.name}: {key}: {wrong}"))
        else:
            known[key] = text
    return Metadata(**known)


def _text(value: Any) -> str:
    return value.isoformat()[:10] if isinstance(value, date) else str(value)


def _wrong(key: str, text: str) -> str:
    if key not in Metadata._fields:
        return f"no such key; there are {', '.join(Metadata._fields)}"
    if key != "title" and not edtf.is_valid(text):
        return f"not an EDTF date: {text!r} (right: 2024-05-01, 2024-05, 2024, 2023-04/2024-03)"
    return ""
