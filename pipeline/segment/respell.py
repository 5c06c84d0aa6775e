"""A Doc of common spelling, turned into one of the spelling that the report has."""

from spacy.tokens import Doc, Span, SpanGroup

_ATTRIBUTES: list[int | str] = [
    *("TAG", "POS", "MORPH", "LEMMA", "NORM"),
    *("HEAD", "DEP", "SENT_START", "ENT_TYPE", "ENT_IOB"),
]


def respelled(doc: Doc, text: str) -> Doc:
    """The Doc with `doc.text == text`, all else as it is; both are equally long.

    A Doc of `高橋大臣` and `髙橋大臣` → the words `髙橋`, `大臣`, tagged as `高橋`, `大臣` are.
    """
    if doc.text == text:
        return doc
    words = [text[token.idx : token.idx + len(token)] for token in doc]
    made = Doc(doc.vocab, words=words, spaces=[bool(token.whitespace_) for token in doc])
    made.from_array(_ATTRIBUTES, doc.to_array(_ATTRIBUTES))  # type: ignore[arg-type]
    made.user_data = doc.user_data
    for name, group in doc.spans.items():
        spans = [Span(made, span.start, span.end, span.label_) for span in group]
        made.spans[name] = SpanGroup(made, name=name, attrs=dict(group.attrs), spans=spans)
    return made
