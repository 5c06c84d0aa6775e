"""The lines of a text file: where each begins, how far it is indented, how wide it is."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank; `text` is stripped and begins at `start` of the source.

    `indent` and `width` count columns: a full-width character takes two.
    """

    text: str
    start: int
    indent: int
    width: int
    gap: int  # blank lines above it
    page: int

    @property
    def end(self) -> int:
        """Where the stripped text ends in the source."""
        return self.start + len(self.text)


_ENDS = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")


def split_lines(source: str) -> list[Line]:
    """The lines of a text that are not blank; a form feed begins a new page."""
    lines: list[Line] = []
    start, gap, page = 0, 0, 1
    for end, after, form_feed in _breaks(source):
        raw = source[start:end]
        text = raw.strip()
        if text:
            lead = len(raw) - len(raw.lstrip())
            indent = columns(raw[:lead])
            lines.append(Line(text, start + lead, indent, columns(text), gap, page))
            gap = 0
        elif not form_feed:
            gap += 1
        page += form_feed
        start = after
    return lines


def _breaks(source: str) -> list[tuple[int, int, bool]]:
    """Where each line ends, where the next begins, and whether a page ends between them."""
    found = [(m.start(), m.end(), m.group() == "\f") for m in _ENDS.finditer(source)]
    return [*found, (len(source), len(source), False)]


def columns(text: str) -> int:
    """The display width, which CP932's bytes happen to measure: 日本 is 4, ﾆﾎﾝ 3, NATO 4."""
    return len(text.encode("cp932", "replace"))
