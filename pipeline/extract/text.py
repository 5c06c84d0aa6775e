"""Plain text: its lines, hard-wrapped or not, to blocks."""

import re

from pipeline.extract.builder import Piece
from pipeline.extract.decode import Decoded
from pipeline.extract.reflow import reflow
from pipeline.extract.reflow.lines import Line, columns
from pipeline.extract.write import write
from pipeline.report import Page, Report

_ENDS = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")


def read_text(decoded: Decoded, report: Report) -> Report:
    """Fill the report with a text's blocks; its source characters are the text's code points."""
    lines = split_lines(decoded.text)
    last = max((line.page for line in lines), default=1)
    report.pages = [Page(number) for number in range(1, last + 1)]
    return write(report, decoded.text, reflow(lines))


def split_lines(source: str) -> list[Line]:
    """The lines of a text that are not blank; a form feed begins a new page."""
    lines: list[Line] = []
    start, gap, page = 0, 0, 1
    for end, after, form_feed in _breaks(source):
        raw = source[start:end]
        text = raw.strip()
        if text:
            lead = len(raw) - len(raw.lstrip())
            pieces = (Piece(text, start + lead),)
            lines.append(Line(text, pieces, columns(raw[:lead]), columns(text), gap, page))
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
