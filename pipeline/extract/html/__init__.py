"""HTML as ministries publish it: press releases, chapters of yearbooks, in any charset."""

import re

from pipeline import edtf
from pipeline.extract.decode import Decoded
from pipeline.extract.html.chaff import report_of
from pipeline.extract.html.lines import LineReader
from pipeline.extract.html.tree import Node, parse
from pipeline.extract.reflow import reflow
from pipeline.extract.write import write
from pipeline.report import AsideKind, Page, Report

__all__ = ["declared_charset", "read_html"]

_CHARSET = re.compile(
    rb"<(?:meta[^>]+charset|\?xml[^>]+encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE
)
_DATE_NAMES = frozenset(
    ("dcterms.date", "dc.date", "dcterms.issued", "dc.date.issued", "date", "pubdate",
     "article:published_time")
)  # fmt: skip
_SITE = re.compile(r"\s*(?:[|｜]|\s[-–—‐－]\s)[^|｜]*$")


def declared_charset(data: bytes) -> str:
    """The charset that a page says it is in; empty if it does not."""
    match = _CHARSET.search(data[:4096])
    return match[1].decode("ascii") if match else ""


def read_html(decoded: Decoded, report: Report) -> Report:
    """Fill the report with a page's blocks; its source characters are the page's code points."""
    page = parse(decoded.text)
    reader = LineReader(report_of(page))
    report.title, report.date = _title(page, reader), _date(page)
    report.pages = [Page(1)]
    report.elements = reader.elements
    return write(report, decoded.text, reflow(reader.lines), rest=AsideKind.MARKUP)


def _title(page: Node, reader: LineReader) -> str:
    """The only heading of the first level, else the title element without the site's name."""
    headings = [line.text for line in reader.lines if line.level == 1]
    if len(headings) == 1:
        return headings[0]
    titles = [node.text for node in page.walk() if node.tag == "title"]
    return _SITE.sub("", " ".join(titles[0].split())) if titles else ""


def _date(page: Node) -> str:
    for node in page.walk():
        name = node.attributes.get("name", node.attributes.get("property", "")).lower()
        if node.tag == "meta" and name in _DATE_NAMES:
            value = node.attributes.get("content", "")[:10]
            if edtf.is_valid(value):
                return value
    return ""
