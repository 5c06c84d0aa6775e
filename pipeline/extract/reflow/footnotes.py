"""Footnotes: which lines begin one is told by the marks that stand above them."""

import re

from pipeline.extract.reflow.lines import Line
from pipeline.report import AsideKind

_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_FULL_WIDTH = str.maketrans("０１２３４５６７８９", "0123456789")
_MARK = re.compile(
    r"(?P<raised>[⁰¹²³⁴-⁹]+)|(?<=\S)[（(]?[注※*＊]\s*(?P<note>[0-9０-９]{1,3})[）)]?"
)
_FOOTNOTE = re.compile(
    r"(?P<raised>[⁰¹²³⁴-⁹]+)[)）]?\s*(?=\S)"
    r"|[（(［\[]?(?:脚注|注|※|\*|＊)\s*(?P<note>[0-9０-９]{1,3})[）)］\]：:.\s]\s*(?=\S)"
    r"|(?P<plain>[0-9０-９]{1,3})[ \u3000.）)]\s*(?=\S)"
    r"(?!つ|[かカヵ]国|[年月日％%]|[人件回割名兆億万時分点社](?![一-鿿]))"
)


class PendingMarks:
    """The footnote marks read so far whose footnotes have not come yet."""

    def __init__(self) -> None:
        self._pending: set[str] = set()

    def read(self, line: Line, begin: int = 0) -> None:
        """Take note of the marks in a line from `begin` on."""
        for match in _MARK.finditer(line.text, begin):
            self._pending.add(_number(match))
        for beside in line.beside:
            if beside.kind is AsideKind.FOOTNOTE_MARK:
                self._pending.add(bare_number(beside.text))

    def take(self, text: str) -> str:
        """The number of the footnote that a line begins; empty if it begins none.

        `1 START : Strategic Arms Reduction Treaty` is one when a `¹` stands above it.
        """
        number = self.expects(text)
        self._pending.discard(number)
        return number

    def expects(self, text: str) -> str:
        """As `take`, but the footnote is still to come."""
        match = _FOOTNOTE.match(text)
        if match is None:
            return ""
        number = _number(match)
        is_apart = match["raised"] and text[match.end("raised")].isspace()
        return number if is_apart or number in self._pending else ""


def bare_number(mark: str) -> str:
    """`¹²`, `（注１２）` → `12`."""
    return "".join(re.findall("[0-9]+", mark.translate(_SUPERSCRIPTS).translate(_FULL_WIDTH)))


def _number(match: re.Match[str]) -> str:
    return bare_number(next(group for group in match.groups() if group))
