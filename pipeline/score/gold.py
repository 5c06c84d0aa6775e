"""Gold files: what a careful reader marked (ANNOTATION.md)."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from pipeline.errors import UserError
from pipeline.files import write_whole
from pipeline.label import Label

_TAG = re.compile(r"<rt\b.*?</rt>|<[^<>]*>", re.DOTALL)


class GoldError(UserError):
    """A gold file that cannot be used; the message names file, line, and what would be right."""


@dataclass(frozen=True, slots=True)
class Span:
    """A labelled stretch `[start, end)` of a report's source; `value` is the norm of a DATE.

    `found_by` is empty for gold.
    """

    start: int
    end: int
    label: Label
    text: str
    value: str = ""
    found_by: str = ""

    @property
    def key(self) -> tuple[int, int, Label]:
        """What a strict match compares."""
        return self.start, self.end, self.label


def gold_docs(folder: Path) -> list[str]:
    """The reports that have a gold file, by name. Raises GoldError if there is none."""
    if not folder.is_dir():
        raise GoldError(f"{folder}: no such folder; --gold takes a folder of ID.jsonl files")
    docs = sorted(p.relative_to(folder).with_suffix("").as_posix() for p in folder.rglob("*.jsonl"))
    if not docs:
        raise GoldError(f"{folder}: holds no ID.jsonl")
    return docs


def read_text(file: Path) -> str:
    """A file of gold as it stands, its line ends untouched. Raises GoldError."""
    try:
        return file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise GoldError(f"{file}: not UTF-8 (byte {error.start}); save it as UTF-8") from None


def read_gold(file: Path) -> list[Span]:
    """The spans of a gold file in order. Raises GoldError."""
    spans = []
    for number, line in enumerate(read_text(file).split("\n"), 1):
        if line.strip():
            spans.append(_span(line, f"{file}: line {number}"))
    ordered = sorted(spans, key=lambda span: span.start)
    _refuse_overlaps(ordered, file)
    return ordered


def _refuse_overlaps(ordered: list[Span], file: Path) -> None:
    for before, after in pairwise(ordered):
        if before.end > after.start:
            raise GoldError(f"{file}: {before.text!r} at {before.start} and {after.text!r} overlap")


def _span(line: str, where: str) -> Span:
    try:
        row = json.loads(line)
        return Span(
            int(row["start"]),
            int(row["end"]),
            Label(row["label"]),
            row["text"],
            row.get("norm", ""),
        )
    except json.JSONDecodeError as error:
        raise GoldError(f"{where}: not JSON ({error})") from None
    except (KeyError, ValueError, TypeError) as error:
        raise GoldError(f"{where}: needs start, end, label, text; {error}") from None


def write_gold(spans: Iterable[Span], file: Path) -> None:
    """Write spans as a gold file. Raises GoldError where they overlap."""
    ordered = sorted(spans, key=lambda span: span.start)
    _refuse_overlaps(ordered, file)
    rows = (
        {"start": s.start, "end": s.end, "label": s.label, "text": s.text}
        | ({"norm": s.value} if s.value else {})
        for s in ordered
    )
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    write_whole(file, lines.encode())


def check_against(spans: Iterable[Span], text: str, file: Path) -> None:
    """Raises GoldError where a span's text is not what stands there.

    Between its characters there may be what the span's text leaves out: white space, and the tags
    of HTML (`国連<wbr>安全保障理事会`).
    """
    for span in spans:
        there = text[span.start : span.end]
        if not _reads(there, span.text):
            place = f"{file}: {span.start}:{span.end}"
            raise GoldError(f"{place} should be {span.text!r} but the text has {there!r}")


def _reads(there: str, text: str) -> bool:
    bare = "".join(text.split())
    return bare in ("".join(there.split()), "".join(_TAG.sub("", there).split()))
