"""Writes the flow of blocks into the report: its text, and what was set aside."""

from collections.abc import Iterable, Iterator

from pipeline.extract.builder import Piece, TextBuilder, unaccounted
from pipeline.extract.pdf.footnotes import find_marks
from pipeline.extract.pdf.heads import SetAside
from pipeline.extract.pdf.lines import Line, Ruby, line_of
from pipeline.extract.pdf.mend import mend
from pipeline.extract.pdf.paragraphs import Block
from pipeline.extract.pdf.signs import note_label
from pipeline.extract.pdf.spaces import LEADERS, WIDE, Token, text_of, tokens
from pipeline.extract.pdf.turn import Glyph
from pipeline.report import Aside, AsideKind, BlockKind, Report


def compose(report: Report, blocks: Iterable[Block], heads: dict[int, list[SetAside]]) -> None:
    """Fill the report's text, blocks and asides."""
    writer = _Writer(report)
    page = 0
    for block in blocks:
        for number in range(page + 1, block.page + 1):
            writer.set_aside(heads.get(number, ()), number)
        page = max(page, block.page)
        writer.write(block)
    for number in sorted(heads):
        if number > page:
            writer.set_aside(heads[number], number)
    writer.finish()


class _Writer:
    def __init__(self, report: Report) -> None:
        self._report = report
        self._builder = TextBuilder(report)
        self._footnotes: dict[tuple[int, str], int] = {}
        self._marks: list[tuple[Aside, str]] = []

    def set_aside(self, heads: Iterable[SetAside], page: int) -> None:
        for head in heads:
            self._aside(head.kind, head.line, page)

    def _aside(self, kind: AsideKind, line: Line, page: int) -> None:
        for start, end in self._stretches(line.glyphs):
            part = [glyph for glyph in line.glyphs if start <= glyph.index < end]
            self._builder.aside(kind, text_of([line_of(part)]), page, (start, end))

    def _stretches(self, glyphs: Iterable[Glyph]) -> list[tuple[int, int]]:
        """The stretches of the source that glyphs stand on, white space between them included."""
        source = self._report.glyphs.text if self._report.glyphs is not None else ""
        runs: list[tuple[int, int]] = []
        for index in sorted(glyph.index for glyph in glyphs):
            if runs and not source[runs[-1][1] : index].strip():
                runs[-1] = (runs[-1][0], index + 1)
            else:
                runs.append((index, index + 1))
        return runs

    def write(self, block: Block) -> None:
        lines = [*block.lines, *(line for row in block.rows for cell in row for p in cell for line in p)]
        if not lines:
            return
        marked = [(line, mark) for line in lines for mark in find_marks(line)]
        if block.kind is BlockKind.FOOTNOTE:
            marked = [(line, mark) for line, mark in marked if mark[0] is not lines[0].glyphs[0]]
        for _, mark in marked:
            for glyph in mark:
                glyph.silent = True
        made = list(_table_tokens(block) if block.rows else tokens(lines))
        if block.kind is BlockKind.FOOTNOTE:
            made = _with_label(made)
        start = self._builder.offset
        pieces = [Piece(token.text, token.source) for token in made]
        if block.rows:
            rows = [["　".join(text_of(p) for p in cell) for cell in row] for row in block.rows]
            index = self._builder.table(rows, pieces, block.page)
        else:
            index = self._builder.block(block.kind, pieces, block.page, block.level)
        places = _places(made, start)
        for line in lines:
            for ruby in line.rubies:
                self._add_ruby(ruby, places, block.page)
        for line, mark in marked:
            self._add_mark(line, mark, places, block.page, start)
        if block.kind is BlockKind.FOOTNOTE:
            label = note_label("".join(token.text for token in made))
            self._footnotes[block.page, _bare(label)] = index

    def _add_ruby(self, ruby: Ruby, places: dict[int, int], page: int) -> None:
        offsets = [places[g.index] for g in ruby.base if g.index in places]
        first = min(offsets, default=self._builder.offset)
        for start, end in self._stretches(ruby.reading):
            aside = self._builder.aside(AsideKind.RUBY, ruby.text, page, (start, end))
            aside.at = first
            if offsets:
                aside.base_start, aside.base_end = first, max(offsets) + 1

    def _add_mark(
        self, line: Line, mark: list[Glyph], places: dict[int, int], page: int, start: int
    ) -> None:
        text = "".join(glyph.char for glyph in mark)
        place = line.glyphs.index(mark[0])
        before = [places[g.index] + 1 for g in line.glyphs[:place] if g.index in places]
        for low, high in self._stretches(mark):
            aside = self._builder.aside(AsideKind.FOOTNOTE_MARK, text, page, (low, high))
            aside.at = before[-1] if before else start
            self._marks.append((aside, _bare(text)))

    def finish(self) -> None:
        for aside, label in self._marks:
            aside.target = self._footnotes.get((aside.page, label), -1)
        self._builder.finish()
        _account(self._report)


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


def _bare(label: str) -> str:
    return "".join(char for char in label if char.isalnum() or char in "*＊†‡※")


def _with_label(made: list[Token]) -> list[Token]:
    """A footnote's label, one space, its words."""
    text = "".join(token.text for token in made)
    label = note_label(text)
    length, taken = 0, 0
    while taken < len(made) and length < len(label):
        length += len(made[taken].text)
        taken += 1
    rest = made[taken:]
    while rest and not rest[0].text.strip():
        rest = rest[1:]
    return [*made[:taken], Token(" ", -1, None), *rest] if label and rest else made


def _places(made: Iterable[Token], start: int) -> dict[int, int]:
    """Where each glyph stands in the text."""
    places = {}
    for token in made:
        if token.glyph is not None:
            places[token.glyph.index] = start
        start += len(token.text)
    return places


def _account(report: Report) -> None:
    """Set aside what is left of the source: white space, second strikes, what is no character."""
    glyphs = report.glyphs
    if glyphs is None:
        return
    runs = sorted(report.source_map, key=lambda run: run.source)
    place = 0
    for start, end in unaccounted(report):
        while place < len(runs) and runs[place].source < start:
            place += 1
        at = runs[place - 1].start + runs[place - 1].length if place else 0
        for low, high, kind in _kinds(glyphs.text, start, end):
            text = "".join(mend(char) or char for char in glyphs.text[low:high])
            report.asides.append(Aside(kind, text, glyphs.page[low], at, low, high))


def _is_white(char: str) -> bool:
    return char.isspace() or char in LEADERS


def _kinds(text: str, start: int, end: int) -> Iterable[tuple[int, int, AsideKind]]:
    low = start
    for index in range(start, end + 1):
        if index == end or _is_white(text[index]) != _is_white(text[low]):
            white = _is_white(text[low])
            yield low, index, AsideKind.LAYOUT_SPACE if white else AsideKind.CONTROL
            low = index
