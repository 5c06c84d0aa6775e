"""Cuts blocks that are too long for Sudachi, which refuses an input over 49,149 bytes."""

from collections.abc import Iterator
from itertools import pairwise

from pipeline.segment.sentences import sentence_starts


def pieces(text: str, max_bytes: int) -> Iterator[tuple[int, int]]:
    """Stretches `[start, end)` that make up `text`, none longer than `max_bytes` in UTF-8.

    Cuts fall between sentences; inside one only where it is too long by itself.
    """
    if len(text) * 4 <= max_bytes or _size(text) <= max_bytes:
        yield 0, len(text)
        return
    start, size = 0, 0
    for begin, end in pairwise([*sentence_starts(text), len(text)]):
        length = _size(text[begin:end])
        if size + length > max_bytes and begin > start:
            yield start, begin
            start, size = begin, 0
        if length > max_bytes:
            yield from _slices(text, begin, end, max_bytes)
            start = end
        else:
            size += length
    if start < len(text):
        yield start, len(text)


def _slices(text: str, start: int, end: int, max_bytes: int) -> Iterator[tuple[int, int]]:
    """Cut one sentence after a comma, a space, or, where there is none, anywhere."""
    reach = max_bytes // 4  # no character takes more than four bytes
    while end - start > reach:
        window = text[start : start + reach]
        cut = max(window.rfind(mark) for mark in "、，, 　") + 1 or reach
        yield start, start + cut
        start += cut
    if start < end:
        yield start, end


def _size(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))
