"""The list of errors: what was missed, made up, cut wrongly, labelled wrongly, valued wrongly."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipeline.score.gold import Span


@dataclass(frozen=True, slots=True)
class Error:
    """One disagreement with gold, with what stands round it in the text."""

    doc: str
    kind: str  # missed, spurious, bounds, label, value
    start: int
    gold_label: str
    gold_text: str
    gold_value: str
    found_label: str
    found_text: str
    found_value: str
    found_by: str
    context: str


def errors(
    doc: str, gold: Iterable[Span], found: Iterable[Span], text: str, width: int
) -> Iterator[Error]:
    """Every disagreement in order of the text; a gold span and what overlaps it are one error."""
    free = {span.key: span for span in found}
    wanted = []
    for span in gold:
        same = free.pop(span.key, None)
        if same is None:
            wanted.append(span)
        elif span.value and span.value != same.value:
            yield _error(doc, "value", span, same, text, width)
    for span in wanted:
        near = next((f for f in free.values() if f.start < span.end and span.start < f.end), None)
        if near is None:
            yield _error(doc, "missed", span, None, text, width)
        else:
            free.pop(near.key)
            same_place = (near.start, near.end) == (span.start, span.end)
            kind = "label" if same_place else "bounds"
            yield _error(doc, kind, span, near, text, width)
    for span in free.values():
        yield _error(doc, "spurious", None, span, text, width)


def _error(
    doc: str, kind: str, gold: Span | None, found: Span | None, text: str, width: int
) -> Error:
    here = gold or found
    assert here is not None
    before = text[max(0, here.start - width) : here.start]
    after = text[here.end : here.end + width]
    context = f"{before}【{text[here.start : here.end]}】{after}"
    return Error(
        doc,
        kind,
        here.start,
        gold.label if gold else "",
        gold.text if gold else "",
        gold.value if gold else "",
        found.label if found else "",
        found.text if found else "",
        found.value if found else "",
        found.found_by if found else "",
        "".join(context.split()),
    )
