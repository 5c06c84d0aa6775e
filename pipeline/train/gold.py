"""Hand-labelled documents as training text: hard-wrapped lines joined, one paragraph an example."""

import json
import re
from bisect import bisect_left
from collections.abc import Iterator
from pathlib import Path

from pipeline.label import Label
from pipeline.train.labelled import Labelled, Stretch

_JAPANESE = "[ぁ-んァ-ヶ一-龠（）「」、。]"
_LAYOUT_SPACE = re.compile(rf"(?<=\d) (?={_JAPANESE})|(?<={_JAPANESE}) (?=\d)")

# A new paragraph: indented, or after a full stop, or a short line (a heading, a field).
_INDENT = "　 "
_FULL_LINE = 24  # characters; a shorter line is not wrapped but ends there


def read_gold(gold: Path, texts: Path) -> Iterator[Labelled]:
    """The paragraphs of every document that has a gold file, in order of the documents' names."""
    for file in sorted(gold.glob("*.jsonl")):
        text = (texts / f"{file.stem}.txt").read_text("utf-8-sig")
        rows = [json.loads(line) for line in file.read_text("utf-8").splitlines() if line.strip()]
        spans = [Stretch(row["start"], row["end"], Label(row["label"])) for row in rows]
        yield from _paragraphs(text, spans, file.stem)


def _paragraphs(text: str, spans: list[Stretch], doc: str) -> Iterator[Labelled]:
    for kept in _kept_characters(text):
        inside = [_moved(span, kept) for span in spans]
        joined = "".join(text[offset] for offset in kept)
        yield Labelled(joined, [span for span in inside if span.start < span.end], doc)


def _moved(span: Stretch, kept: list[int]) -> Stretch:
    """The span in a paragraph made of the `kept` characters, empty if it is not there.

    Of a span that runs on in the next paragraph (a cell of a wrapped table) the label is unknown.
    """
    whole = bool(kept) and kept[0] <= span.start and span.end <= kept[-1] + 1
    return Stretch(
        bisect_left(kept, span.start),
        bisect_left(kept, span.end),
        span.label if whole else None,
    )


def _kept_characters(text: str) -> Iterator[list[int]]:
    """For each paragraph the offsets of its characters, without line breaks and indents."""
    kept: list[int] = []
    broken = ""  # the line before
    for match in re.finditer(r"[^\r\n]+", text):
        line = match[0].rstrip("　 ")
        bare = line.lstrip("　 ")
        if not bare:
            continue
        if kept and not _continues(broken, line):
            yield kept
            kept = []
        start = match.start() + len(line) - len(bare)
        kept += _without_layout(text, start, start + len(bare))
        broken = line
    if kept:
        yield kept


def _without_layout(text: str, start: int, end: int) -> list[int]:
    """The offsets of `[start, end)` but for spaces beside digits: `令和 5 年` is `令和5年`."""
    layout = {match.start() for match in _LAYOUT_SPACE.finditer(text, start, end)}
    return [offset for offset in range(start, end) if offset not in layout]


def _continues(before: str, line: str) -> bool:
    return (
        len(before) >= _FULL_LINE
        and not before.endswith(("。", "」", "）。"))
        and line[0] not in _INDENT
    )
