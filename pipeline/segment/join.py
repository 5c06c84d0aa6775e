"""Joins the Docs of a report's pieces into the one Doc that holds the report."""

from collections.abc import Sequence

import ginza
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

BUNSETSU = "bunsetsu"


def join(parts: Sequence[tuple[int, Doc]], text: str, vocab: Vocab) -> Doc:
    """One Doc with `doc.text == text` out of parts that begin at the given offsets of `text`.

    What lies between the parts (line breaks between blocks) becomes white-space tokens that are
    sentences of their own. Span groups and bunsetsu move along. A Doc may be several parts.
    """
    docs: list[Doc] = []
    groups: dict[str, list[tuple[int, int, str, float]]] = {BUNSETSU: []}
    offset, tokens = 0, 0
    for start, part in parts:
        if start > offset:
            docs.append(_gap(text[offset:start], vocab))
            tokens += 1
        _collect_spans(part, tokens, groups)
        docs.append(part)
        tokens += len(part)
        offset = start + len(part.text)
    if offset < len(text):
        docs.append(_gap(text[offset:], vocab))
    for part in docs:  # what cannot be joined, or has been collected
        part.user_data = {}
        part.spans.clear()
    joined = Doc.from_docs(docs, ensure_whitespace=False)
    whole = joined if joined is not None else Doc(vocab)
    for name, rows in groups.items():
        whole.spans[name] = [Span(whole, start, end, label) for start, end, label, _ in rows]
        whole.spans[name].attrs["scores"] = [score for *_, score in rows]
    return whole


def _gap(white: str, vocab: Vocab) -> Doc:
    # A sentence of its own, so that blocks stay apart.
    return Doc(vocab, words=[white], spaces=[False], deps=["dep"], heads=[0], sent_starts=[True])


def _collect_spans(
    part: Doc, shift: int, groups: dict[str, list[tuple[int, int, str, float]]]
) -> None:
    if "bunsetu_bi_labels" in part.user_data:
        for span in ginza.bunsetu_spans(part):
            groups[BUNSETSU].append((span.start + shift, span.end + shift, span.label_, 1.0))
    for name, group in part.spans.items():
        scores = group.attrs.get("scores") or [1.0] * len(group)
        rows = groups.setdefault(name, [])
        for span, score in zip(group, scores, strict=True):
            rows.append((span.start + shift, span.end + shift, span.label_, score))
