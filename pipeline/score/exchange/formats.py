"""The files of labelling tools: doccano's JSONL and Label Studio's JSON."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from pipeline.label import Label
from pipeline.score.exchange.utf16 import Utf16
from pipeline.score.gold import GoldError, Span


@dataclass(frozen=True, slots=True)
class Labelled:
    """A report's text with its spans, in code points of that text."""

    doc: str
    text: str
    spans: list[Span]


@dataclass(frozen=True, slots=True)
class Format:
    """How a tool's file is written and read."""

    dump: Callable[[Iterable[Labelled]], str]
    load: Callable[[str], Iterator[Labelled]]


def _dump_doccano(reports: Iterable[Labelled]) -> str:
    lines = []
    for report in reports:
        at = Utf16(report.text)
        labels = [[at.units(s.start), at.units(s.end), s.label] for s in report.spans]
        values = {
            f"{at.units(s.start)}-{at.units(s.end)}": s.value for s in report.spans if s.value
        }
        row = {"doc": report.doc, "text": report.text, "label": labels, "values": values}
        lines.append(json.dumps(row, ensure_ascii=False))
    return "\n".join(lines) + "\n"


def _load_doccano(content: str) -> Iterator[Labelled]:
    for line in content.splitlines():
        if line.strip():
            row = json.loads(line)
            labels = row.get("label") or row.get("labels") or []
            values = row.get("values") or {}
            found = ((s, e, name, values.get(f"{s}-{e}", "")) for s, e, name in labels)
            yield _labelled(row["doc"], row["text"], found)


def _dump_label_studio(reports: Iterable[Labelled]) -> str:
    return json.dumps([_task(report) for report in reports], ensure_ascii=False, indent=1)


def _task(report: Labelled) -> dict[str, Any]:
    at = Utf16(report.text)
    result = [
        {
            "from_name": "label",
            "to_name": "text",
            "type": "labels",
            "value": {
                "start": at.units(span.start),
                "end": at.units(span.end),
                "text": span.text,
                "labels": [span.label],
            },
            "meta": {"text": [span.value]} if span.value else {},
        }
        for span in report.spans
    ]
    data = {"doc": report.doc, "text": report.text}
    return {"data": data, "annotations": [{"result": result}]}


def _load_label_studio(content: str) -> Iterator[Labelled]:
    for task in json.loads(content):
        data, annotations = task["data"], task.get("annotations") or [{"result": []}]
        rows = [row for row in annotations[-1]["result"] if row["type"] == "labels"]
        found = (
            (
                row["value"]["start"],
                row["value"]["end"],
                row["value"]["labels"][0],
                "".join((row.get("meta") or {}).get("text", [])),
            )
            for row in rows
        )
        yield _labelled(data["doc"], data["text"], found)


def _labelled(doc: str, text: str, found: Iterable[tuple[int, int, str, str]]) -> Labelled:
    at = Utf16(text)
    spans = []
    for start, end, name, value in found:
        try:
            first, last, label = at.point(start), at.point(end), Label(name)
        except ValueError as error:
            raise GoldError(f"{doc}: {name} at {start}: {error}") from None
        spans.append(Span(first, last, label, text[first:last], value))
    return Labelled(doc, text, sorted(spans, key=lambda span: span.start))


FORMATS = {
    "doccano": Format(_dump_doccano, _load_doccano),
    "label-studio": Format(_dump_label_studio, _load_label_studio),
}
