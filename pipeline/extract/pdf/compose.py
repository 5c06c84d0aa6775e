"""Writes the flow of blocks into the report: its text, and what was set aside."""

from collections.abc import Iterable, Iterator, Sequence

from pipeline.extract.builder import Piece, TextBuilder, unaccounted
from pipeline.extract.pdf.footnotes import bare_label, find_marks, label_length, split_mark
from pipeline.extract.pdf.heads import SetAside
from pipeline.extract.pdf.levels import Rank, levels_of, rank_of
from pipeline.extract.pdf.lines import Line, Ruby, line_of
from pipeline.extract.pdf.paragraphs import Block
from pipeline.extract.pdf.spaces import LEADERS, WIDE, Token, text_of, tokens
from pipeline.extract.pdf.turn import Glyph
from pipeline.glyphs import Glyphs
from pipeline.report import Aside, AsideKind, BlockKind, Report

# A footnote's line that ends so many ems before the others' right edge ends early.
_EARLY = 3.0


class Composer:
    """Fills the report's text, blocks and asides, page by page."""

    def __init__(self, report: Report, source: Glyphs, heads: dict[int, list[SetAside]]) -> None:
        self._report = report
        self._source = source
        self._builder = TextBuilder(report)
        self._page = 0
        self._heads = heads
        self._labels: dict[int, set[str]] = {}
        self._headings: dict[int, Rank] = {}
        self._footnotes: dict[tuple[int, str], int] = {}
        self._marks: list[Aside] = []

    def turn(self, page: int, blocks: Iterable[Block]) -> None:
        """Know the footnotes of a page, before the blocks are written that stand on it."""
        notes = (block for block in blocks if block.kind is BlockKind.FOOTNOTE)
        self._labels[page] = {_label(note.lines[0]) for note in notes}

    def write(self, blocks: Iterable[Block]) -> None:
        """Add blocks, each after what was set aside (`heads`) on the pages up to its own."""
        for block in blocks:
            self._set_aside(block.page)
            self._write(block)

    def _write(self, block: Block) -> None:
        lines = [*block.lines, *_lines_of_cells(block)]
        if not lines:
            return
        rank = rank_of(block) if block.kind is BlockKind.HEADING else None
        marks = list(self._silenced(block, lines))
        made = list(_tokens(block))
        start = self._builder.offset
        pieces = [Piece(token.text, token.source) for token in made]
        if block.rows:
            rows = [[WIDE.join(text_of(p) for p in cell) for cell in row] for row in block.rows]
            index = self._builder.table(rows, pieces, block.page)
        else:
            index = self._builder.block(block.kind, pieces, block.page)
        if rank:
            self._headings[index] = rank
        if block.kind is BlockKind.FOOTNOTE:
            self._footnotes[block.page, _label(lines[0])] = index
        places = _places(made, start)
        for line in lines:
            for ruby in line.rubies:
                self._add_ruby(ruby, places)
        for line, mark in marks:
            self._add_mark(line, mark, places, start)

    def _set_aside(self, up_to: int) -> None:
        """Keep what was set aside on the pages that begin here."""
        for page in range(self._page + 1, up_to + 1):
            for head in self._heads.pop(page, ()):
                self._add_head(head, page)
        self._page = max(self._page, up_to)

    def _add_head(self, head: SetAside, page: int) -> None:
        for start, end in self._stretches(head.line.glyphs):
            part = [glyph for glyph in head.line.glyphs if start <= glyph.index < end]
            self._builder.aside(head.kind, text_of([line_of(part)]), page, (start, end))
        for ruby in head.line.rubies:
            self._add_ruby(ruby, {})

    def _silenced(self, block: Block, lines: Iterable[Line]) -> Iterator[tuple[Line, list[Glyph]]]:
        """The footnote marks of a block, left out of its text from now on; figures have none, and
        a footnote's own label is none."""
        if block.kind is BlockKind.CHART:
            return
        for line in lines:
            own = block.kind is BlockKind.FOOTNOTE and line is block.lines[0]
            length = label_length(line) if own else 0
            labels = self._labels[self._page_of(line.glyphs[0])]
            for found in find_marks(line, labels):
                if found[0] in line.glyphs[:length]:
                    continue
                for mark in split_mark(found, labels):
                    yield line, mark
                for glyph in found:
                    glyph.silent = True

    def _page_of(self, glyph: Glyph) -> int:
        return self._source.page[glyph.index]

    def _add_ruby(self, ruby: Ruby, places: dict[int, int]) -> None:
        offsets = [places[g.index] for g in ruby.base if g.index in places]
        page = self._page_of(ruby.reading[0])
        for stretch in self._stretches(ruby.reading):
            aside = self._builder.aside(AsideKind.RUBY, ruby.text, page, stretch)
            if offsets:
                aside.at = aside.base_start = min(offsets)
                aside.base_end = max(offsets) + 1

    def _add_mark(self, line: Line, mark: list[Glyph], places: dict[int, int], start: int) -> None:
        text = "".join(glyph.char for glyph in mark)
        before = line.glyphs[: line.glyphs.index(mark[0])]
        ends = [places[glyph.index] + 1 for glyph in before if glyph.index in places]
        for stretch in self._stretches(mark):
            page = self._page_of(mark[0])
            aside = self._builder.aside(AsideKind.FOOTNOTE_MARK, text, page, stretch)
            aside.at = ends[-1] if ends else start
            self._marks.append(aside)

    def _stretches(self, glyphs: Iterable[Glyph]) -> list[tuple[int, int]]:
        """The stretches of the source that glyphs stand on, white space between them included."""
        runs: list[tuple[int, int]] = []
        for index in sorted(glyph.index for glyph in glyphs):
            if runs and not self._source.text[runs[-1][1] : index].strip():
                runs[-1] = (runs[-1][0], index + 1)
            else:
                runs.append((index, index + 1))
        return runs

    def finish(self) -> None:
        """Add what only the whole report tells: levels, which footnote a mark points to, and what
        of the source is nowhere yet."""
        self._set_aside(max(self._heads, default=0))
        levels = levels_of(list(self._headings.values()))
        for index, level in zip(self._headings, levels, strict=True):
            self._report.blocks[index].level = level
        for aside in self._marks:
            aside.target = self._footnotes.get((aside.page, bare_label(aside.text)), -1)
        self._builder.finish()
        _account(self._report, self._source)


def _label(line: Line) -> str:
    return bare_label(line.text[: label_length(line)])


def _lines_of_cells(block: Block) -> list[Line]:
    return [line for row in block.rows for cell in row for part in cell for line in part]


def _tokens(block: Block) -> Iterator[Token]:
    """What the block says."""
    if block.rows:
        yield from _table_tokens(block)
    elif block.kind is BlockKind.CHART:
        yield from _parted(block.lines)
    elif block.kind is BlockKind.FOOTNOTE:
        yield from _with_label(block.lines)
    else:
        yield from tokens(block.lines)


def _parted(labels: Iterable[Line]) -> Iterator[Token]:
    """The labels of a figure stand apart."""
    for number, line in enumerate(labels):
        if number:
            yield Token(" ", -1, None)
        yield from tokens([line])


def _with_label(lines: Sequence[Line]) -> Iterator[Token]:
    """A footnote's label, one space, its words; after a line that ends early a new remark begins,
    a wide space apart."""
    length = label_length(lines[0])
    label, first = lines[0].glyphs[:length], lines[0].glyphs[length:]
    if label:
        yield from tokens([line_of(label)])
        yield Token(" ", -1, None)
    words = [*([line_of(first)] if first else []), *lines[1:]]
    right = max(line.x1 for line in lines)
    part: list[Line] = []
    for line in words:
        part.append(line)
        if right - line.x1 > _EARLY * line.size and line is not words[-1]:
            yield from tokens(part)
            yield Token(WIDE, -1, None)
            part = []
    yield from tokens(part)


def _table_tokens(block: Block) -> Iterator[Token]:
    """The cells of a row with tabs between, the rows with line breaks; paragraphs of a cell with
    a wide space."""
    for number, row in enumerate(block.rows):
        if number:
            yield Token("\n", -1, None)
        for column, cell in enumerate(row):
            if column:
                yield Token("\t", -1, None)
            for place, paragraph in enumerate(cell):
                if place:
                    yield Token(WIDE, -1, None)
                yield from tokens(paragraph)


def _places(made: Iterable[Token], start: int) -> dict[int, int]:
    """Where each glyph stands in the text."""
    places = {}
    for token in made:
        if token.glyph is not None:
            places[token.glyph.index] = start
        start += len(token.text)
    return places


def _account(report: Report, source: Glyphs) -> None:
    """Set aside what is left of the source: white space, second strikes, what is no character."""
    runs = sorted(report.source_map, key=lambda run: run.source)
    place = 0
    for start, end in unaccounted(report):
        while place < len(runs) and runs[place].source < start:
            place += 1
        at = runs[place - 1].start + runs[place - 1].length if place else 0
        for low, high, kind in _kinds(source.text, start, end):
            page = source.page[low]
            report.asides.append(Aside(kind, source.text[low:high], page, at, low, high))


def _kinds(text: str, start: int, end: int) -> Iterator[tuple[int, int, AsideKind]]:
    low = start
    for index in range(start, end + 1):
        if index == end or _is_white(text[index]) != _is_white(text[low]):
            white = _is_white(text[low])
            yield low, index, AsideKind.LAYOUT_SPACE if white else AsideKind.CONTROL
            low = index


def _is_white(char: str) -> bool:
    return char.isspace() or char in LEADERS
