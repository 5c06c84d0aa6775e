"""Where sentences begin, told before GiNZA's parser runs, which keeps to it.

Left alone, the parser cuts inside 「…。…」 and （…。） (spaCy#12099, ginza#153, #248).
"""

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

_BRACKETS = {
    "「": "」",
    "『": "』",
    "（": "）",
    "(": ")",
    "〔": "〕",
    "［": "］",
    "【": "】",
    "〈": "〉",
    "《": "》",
    "“": "”",
}
_CLOSERS = set(_BRACKETS.values())
# ． ends a sentence only in texts that write ，．: after Japanese, and not before a digit.
_END = re.compile(r"(?:[。！？!?]|(?<=[ぁ-んァ-ヶ一-龠）」])．(?![0-9０-９A-Za-zＡ-Ｚａ-ｚ]))+")


def sentence_starts(text: str) -> list[int]:
    """Offsets at which the sentences of a block begin.

    A full stop inside brackets or quotes ends nothing; an opening bracket that never closes (an
    OCR slip) holds nothing together.

    `これは「侵略だ。許せない。」と述べた。また、` → `[0, 19]`
    """
    inside = _bracketed(text)
    starts = [0] if text else []
    for match in _END.finditer(text):
        end = match.end()
        while end < len(text) and text[end] in " 　":
            end += 1
        if not inside[match.start()] and end < len(text):
            starts.append(end)
    return starts


def _bracketed(text: str) -> bytearray:
    """For each character, 1 if it stands between a bracket and the one that closes it."""
    inside = bytearray(len(text))
    for start, end in _pairs(text):
        inside[start:end] = b"\x01" * (end - start)
    return inside


def _pairs(text: str) -> Iterator[tuple[int, int]]:
    open_at: list[tuple[str, int]] = []
    for offset, character in enumerate(text):
        if character in _BRACKETS:
            open_at.append((_BRACKETS[character], offset))
        elif character in _CLOSERS:
            # An unclosed bracket inside a closed pair is dropped with it.
            for depth in range(len(open_at) - 1, -1, -1):
                if open_at[depth][0] == character:
                    yield open_at[depth][1], offset
                    del open_at[depth:]
                    break


@Language.component("hokoku_sentences")
def make_sentences(doc: Doc) -> Doc:
    """A component that sets where sentences begin; put it before the parser."""
    starts = iter(sentence_starts(doc.text))
    due = next(starts, None)
    for token in doc:
        begins = due is not None and token.idx >= due
        token.is_sent_start = begins
        while due is not None and token.idx >= due:
            due = next(starts, None)
    return doc
