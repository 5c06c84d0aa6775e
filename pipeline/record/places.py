"""Where a stretch of the reading text stands in its source, and its text without layout."""

import re
from bisect import bisect_right
from itertools import pairwise

from pipeline.record.tables import Row
from pipeline.report import AsideKind, Media, Report

# White space beside a Japanese character is layout; between Latin words it is a space.
_JAPANESE = r"[^\x00-\x7f\u00a0-\u024f\u0370-\u052f\u2010-\u2027]"
_LAYOUT = re.compile(rf"\s+(?={_JAPANESE})|(?<={_JAPANESE})\s+")
_WHITE = re.compile(r"\s+")

# What may lie inside a mention without parting it, by medium.
_SOFT_IN_TEXT = frozenset({AsideKind.LAYOUT_SPACE, AsideKind.CONTROL})
_SOFT_IN_MARKUP = _SOFT_IN_TEXT | {AsideKind.MARKUP, AsideKind.RUBY, AsideKind.FOOTNOTE_MARK}


def plain(text: str) -> str:
    """The text without white space that only layout put there.

    `高原 明生` → `高原明生`; `Global  Forum of Japan` → `Global Forum of Japan`.
    """
    return _WHITE.sub(" ", _LAYOUT.sub("", text.strip()))


class Places:
    """Finds the places of one report's stretches of text."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._source_length = report.source_length
        soft = _SOFT_IN_TEXT if report.media_type is Media.TEXT else _SOFT_IN_MARKUP
        self._soft = sorted(
            (aside.source_start, aside.source_end) for aside in report.asides if aside.kind in soft
        )

    def place(self, start: int, end: int) -> Row:
        """The cells page, start, end, source_start, source_end."""
        return [self._report.page_at(start), start, end, *self._source(start, end)]

    def box(self, start: int, end: int) -> Row:
        """The cells x0, top, x1, bottom; of a PDF only."""
        box = self._report.box(start, end)
        return [round(edge, 2) for edge in box[1:]] if box else [None] * 4

    def pieces(self, start: int, end: int) -> list[tuple[int, int]]:
        """`[start, end)`, cut where something of the source comes between that is no layout.

        A name that a caption cuts in two (ムフ｜リッディン) gives two pieces, so that each is found
        in the source as it is. In a PDF, which has boxes instead, nothing is cut.
        """
        if self._report.glyphs:
            return [(start, end)]
        cuts = [
            at
            for (_, before), (at, after) in pairwise(self._report.stretches(start, end))
            if not self._runs_on(before.stop, after.start)
        ]
        return list(pairwise([start, *cuts, end]))

    def _runs_on(self, end: int, start: int) -> bool:
        """Whether only layout lies between two source characters."""
        while end < start:
            index = bisect_right(self._soft, (end, self._source_length)) - 1
            if index < 0 or self._soft[index][1] <= end:
                return False
            end = self._soft[index][1]
        return end == start

    def _source(self, start: int, end: int) -> tuple[int | None, int | None]:
        span = None if self._report.glyphs else self._report.source_span(start, end)
        return span or (None, None)
