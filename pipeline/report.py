"""The report model: what extracting leaves behind and every later stage reads.

A report's reading text is its blocks (headings, paragraphs, list items …), one a line. Every
character of it knows the character of the source that it came from, and whatever extracting set
aside (running heads, ruby, layout spaces …) is kept beside the text, so that nothing is lost.

What "source characters" are depends on the medium:

==========  =====================================================================================
text        the code points of the decoded file
html        the code points of the decoded file, too; `elements` says which element they stand in
docx        the code points of the document's text nodes in order; `elements` gives their paths
pdf         the glyphs in the order in which the file draws them; `glyphs` has page and box
==========  =====================================================================================
"""

import hashlib
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import NamedTuple

from pydantic import TypeAdapter

from pipeline.files import write_whole
from pipeline.glyphs import Box, Glyphs


class BlockKind(StrEnum):
    """What a block of the reading text is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    SPEAKER = "speaker"  # the line of minutes that names who speaks next
    FIELD = "field"  # 日 時：令和5年3月14日
    FOOTNOTE = "footnote"
    CAPTION = "caption"
    NOTE = "note"  # 〈注〉, 出典：
    TABLE = "table"
    CHART = "chart"


class AsideKind(StrEnum):
    """What left the reading text and is kept beside it."""

    RUNNING_HEAD = "running-head"
    SIDE_TAB = "side-tab"
    PAGE_NUMBER = "page-number"
    RUBY = "ruby"
    FOOTNOTE_MARK = "footnote-mark"
    LAYOUT_SPACE = "layout-space"  # spaces and line breaks that only layout put there
    CONTROL = "control"  # NUL, zero-width, private use, doubled glyphs
    MARKUP = "markup"  # tags of HTML, navigation, footers


class Media(StrEnum):
    """The kinds of file that hokoku reads."""

    PDF = "application/pdf"
    TEXT = "text/plain"
    HTML = "text/html"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


MEDIA_BY_SUFFIX = {
    ".pdf": Media.PDF,
    ".txt": Media.TEXT,
    ".html": Media.HTML,
    ".htm": Media.HTML,
    ".docx": Media.DOCX,
}


class Status(StrEnum):
    """How far a report could be read: all of it, some of it, nothing."""

    OK = "ok"
    PARTIAL = "partial"
    FAILED = "failed"


class SourceRun(NamedTuple):
    """`length` characters of the text from `start` on are those of the source from `source` on."""

    start: int
    source: int
    length: int


@dataclass(slots=True)
class Block:
    """A piece of the reading text, `[start, end)`, without the line break after it."""

    kind: BlockKind
    start: int
    end: int
    page: int = 1
    level: int = 0  # of a heading: 1 for the title, 2 for what stands under it …
    section: int = -1  # index of the heading block that it stands under, -1: none


@dataclass(slots=True)
class Aside:
    """Something of the source that is not in the reading text.

    `at` is the offset in the text where it stood. A ruby's `text` is the reading, and
    `[base_start, base_end)` the text below it. `target` is the block of the footnote that a mark
    points to. `[source_start, source_end)` are source characters.
    """

    kind: AsideKind
    text: str
    page: int
    at: int
    source_start: int
    source_end: int
    base_start: int = -1
    base_end: int = -1
    target: int = -1


@dataclass(slots=True)
class Table:
    """The cells of a table block, row by row; empty cells are empty strings."""

    block: int
    rows: list[list[str]]


@dataclass(slots=True)
class Page:
    """A page, numbered from 1; width and height in PDF points (0 where there is no page)."""

    number: int
    width: float = 0.0
    height: float = 0.0
    rotation: int = 0
    vertical: bool = False
    ocr_confidence: float = -1.0  # 0 to 100 where the text was read from a picture


@dataclass(slots=True)
class Problem:
    """Something that could not be read; `code` is one of the codes in the README's table."""

    code: str
    page: int = 0  # 0: the whole report
    detail: str = ""

    def __str__(self) -> str:
        where = f"@{self.page}" if self.page else ""
        return f"{self.code}{where}"


class Element(NamedTuple):
    """The element at `path` holds the source characters from `start` on."""

    start: int
    path: str


@dataclass(slots=True)
class Report:
    """One report: its text, what the text is made of, and the way back to the source."""

    doc: str
    source: str
    media_type: Media
    sha256: str
    text: str = ""
    blocks: list[Block] = field(default_factory=list)
    source_map: list[SourceRun] = field(default_factory=list)
    source_length: int = 0
    asides: list[Aside] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    pages: list[Page] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    glyphs: Glyphs | None = None
    elements: list[Element] = field(default_factory=list)
    encoding: str = ""
    title: str = ""
    date: str = ""  # EDTF
    covers: str = ""  # EDTF: the period that the report tells of
    status: Status = Status.OK
    seconds: float = 0.0

    def origin(self, offset: int) -> int | None:
        """The source character of the text's character at `offset`; None: joining put it there."""
        return next((origins.start for _, origins in self.stretches(offset, offset + 1)), None)

    def stretches(self, start: int, end: int) -> Iterator[tuple[int, range]]:
        """Where the text's `[start, end)` comes from: offsets, with the source characters there.

        What joining put there comes from nowhere.
        """
        first = bisect_right(self.source_map, start, key=lambda run: run.start) - 1
        for index in range(max(0, first), len(self.source_map)):
            run = self.source_map[index]
            if run.start >= end:
                return
            low, high = max(start, run.start), min(end, run.start + run.length)
            if low < high:
                shift = run.source - run.start
                yield low, range(low + shift, high + shift)

    def _origins(self, start: int, end: int) -> list[int]:
        return [origin for _, origins in self.stretches(start, end) for origin in origins]

    def source_span(self, start: int, end: int) -> tuple[int, int] | None:
        """The smallest stretch of source characters that holds the text's `[start, end)`."""
        origins = self._origins(start, end)
        return (min(origins), max(origins) + 1) if origins else None

    def box(self, start: int, end: int) -> Box | None:
        """The box round the text's `[start, end)` on the page where it begins (PDF only)."""
        if self.glyphs is None:
            return None
        origins = self._origins(start, end)
        return self.glyphs.box(origins) if origins else None

    def block_at(self, offset: int) -> int:
        """The index of the block that holds `offset` (or ends with the line break there)."""
        return bisect_right(self.blocks, offset, key=lambda block: block.start) - 1

    def page_at(self, offset: int) -> int:
        """The page that the text's character at `offset` stands on."""
        if self.glyphs is not None and (origin := self.origin(offset)) is not None:
            return self.glyphs.page[origin]
        index = self.block_at(offset)
        return self.blocks[index].page if index >= 0 else 1


@cache
def _adapter() -> TypeAdapter[Report]:
    return TypeAdapter(Report)


def dump_report(report: Report, path: Path) -> None:
    """Write the report as JSON, whole or not at all."""
    write_whole(path, _adapter().dump_json(report))


def fingerprint(report: Report) -> str:
    """A digest of all that the report says, however long it took to read it."""
    return hashlib.sha256(_adapter().dump_json(report, exclude={"seconds"})).hexdigest()


def load_report(path: Path) -> Report:
    """Read what `dump_report` wrote."""
    return _adapter().validate_json(path.read_bytes())
