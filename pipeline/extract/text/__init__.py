"""Plain text: lines to paragraphs, and what stands between them to blocks of its own."""

from pipeline.extract.decode import Decoded
from pipeline.extract.text.lines import split_lines
from pipeline.extract.text.reflow import reflow
from pipeline.extract.write import write
from pipeline.report import Page, Report

__all__ = ["read_text"]


def read_text(decoded: Decoded, report: Report) -> Report:
    """Fill the report with a text's blocks; its source characters are the text's code points."""
    source = decoded.text
    lines = split_lines(source)
    report.pages = [
        Page(number) for number in range(1, max((x.page for x in lines), default=1) + 1)
    ]
    return write(report, source, reflow(lines))
