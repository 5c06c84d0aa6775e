"""Reads a PDF into a report."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from pdfplumber.pdf import PDF

from pipeline.extract.pdf.broken_tables import joined_tables
from pipeline.extract.pdf.columns import Float, Item, columns, gutter_of
from pipeline.extract.pdf.compose import compose
from pipeline.extract.pdf.edges import edges_of, usual_right
from pipeline.extract.pdf.figures import take_figures
from pipeline.extract.pdf.flow import Part, joined
from pipeline.extract.pdf.footnotes import Note, take_footnotes
from pipeline.extract.pdf.frame import Rect
from pipeline.extract.pdf.frames import framed
from pipeline.extract.pdf.heads import take_heads
from pipeline.extract.pdf.kinds import Style, body_style
from pipeline.extract.pdf.levels import set_levels
from pipeline.extract.pdf.opening import UnreadableError, open_pdf
from pipeline.extract.pdf.pages import in_time, read_sheets
from pipeline.extract.pdf.paragraphs import Block, blocks_of
from pipeline.extract.pdf.sheet import Sheet
from pipeline.extract.pdf.tables import take_tables
from pipeline.report import BlockKind, Glyphs, Page, Problem, Report, Status
from pipeline.settings import ExtractSettings


@dataclass(frozen=True, slots=True)
class Setting:
    """How a report is set: its body's style, the gutters that its pages prove, and the right edge
    of lines that go right across."""

    style: Style
    gutters: Sequence[float]
    right: float


# Problems that only inform: nothing of the page is missing, or very little.
_INFORMATION = ("vertical", "ocr", "outlines")


def read_pdf(source: Path, report: Report, settings: ExtractSettings) -> Report:
    """Fill the report from the PDF at `source`.

    Nothing that is wrong with the file raises: the report's status is then failed or partial, and
    its problems say what is missing, on which page, and what to do.
    """
    report.glyphs = Glyphs()
    try:
        with open_pdf(source, settings.passwords) as pdf:
            _read(pdf, report, report.glyphs, settings)
    except UnreadableError as error:
        report.problems.append(Problem(error.code, 0, error.detail))
    report.status = _status(report)
    return report


def _read(pdf: PDF, report: Report, glyphs: Glyphs, settings: ExtractSettings) -> None:
    sheets = list(read_sheets(pdf, glyphs, report.problems, settings))
    report.source_length = len(glyphs.page)
    report.pages = [_page(sheet) for sheet in sheets]
    within = partial(in_time, problems=report.problems, settings=settings)
    heads = take_heads(sheets)
    tables = {s.number: within(s, work=partial(take_tables, s)) for s in sheets}
    style = body_style(line for sheet in sheets for line in sheet.lines)
    for sheet in sheets:
        _set_em(sheet, style.em)
    notes = {s.number: within(s, work=partial(take_footnotes, s)) for s in sheets}
    figures = {s.number: within(s, work=partial(take_figures, s, style)) for s in sheets}
    floats = {s.number: [*tables[s.number], *figures[s.number]] for s in sheets}
    setting = _setting(sheets, style)
    blocks = joined(
        part
        for s in sheets
        for part in within(s, work=partial(_parts, s, floats[s.number], notes[s.number], setting))
    )
    blocks = joined_tables(blocks, heads)
    set_levels(blocks)
    compose(report, blocks, heads)


def _status(report: Report) -> Status:
    missing = [problem for problem in report.problems if problem.code not in _INFORMATION]
    if missing and not report.text.strip():
        return Status.FAILED
    return Status.PARTIAL if missing else Status.OK


def _page(sheet: Sheet) -> Page:
    frame = sheet.frame
    return Page(
        sheet.number,
        frame.page_width,
        frame.page_height,
        sheet.rotation,
        sheet.vertical,
        sheet.ocr_confidence,
    )


def _set_em(sheet: Sheet, em: float) -> None:
    """A page of charts or tables has the body's type all the same, if it has enough of it."""
    letters = sum(len(line.glyphs) for line in sheet.lines)
    body = sum(len(line.glyphs) for line in sheet.lines if abs(line.size - em) < 0.05 * em)
    if body > 0.1 * letters:
        sheet.em = em


def _setting(sheets: Sequence[Sheet], style: Style) -> Setting:
    gutters = [gutter_of(sheet.lines, sheet.em) for sheet in sheets]
    return Setting(style, [g for g in gutters if g is not None], usual_right(sheets))


def _parts(
    sheet: Sheet, floats: Sequence[Float], notes: Sequence[list[Note]], setting: Setting
) -> list[Part]:
    """The parts of a page in reading order, those of its foot last."""
    feet = [_as_float(note) for foot in notes for note in foot]
    columned = feet if len(notes) > 1 else []
    items = framed([*sheet.lines, *floats, *columned], sheet)
    parts = list(_body(items, sheet, setting))
    foot = [Block(f.kind, f.lines, sheet.number) for f in feet if not columned]
    labels = [Block(BlockKind.CHART, [line], sheet.number) for line in sheet.aslant]
    return [*parts, Part([*foot, *labels])]


def _body(
    items: Sequence[Item], sheet: Sheet, setting: Setting, frame: Rect | None = None
) -> Iterator[Part]:
    """The columns of a page (or of a frame on it), cut where a frame stands in them."""
    is_framed = frame is not None
    gutters = () if is_framed else setting.gutters
    for column in columns(items, [*sheet.strokes, *sheet.fills], sheet.em, gutters):
        usual = setting.right if column.across and not is_framed else 0.0
        alone = frame if column.across else None
        edges = edges_of(column, sheet.em, sheet.pictures, usual, alone)
        stretch: list[Item] = []
        for item in column.items:
            if isinstance(item, Float) and item.inside:
                yield Part(blocks_of(stretch, edges, setting.style, sheet.number), is_framed)
                box = Rect(item.x0, item.top, item.x1, item.bottom)
                yield from _body(item.inside, sheet, setting, box)
                stretch = []
            else:
                stretch.append(item)
        yield Part(blocks_of(stretch, edges, setting.style, sheet.number), is_framed)


def _as_float(note: Note) -> Float:
    """A footnote at the foot of its column."""
    x0, x1 = min(line.x0 for line in note), max(line.x1 for line in note)
    return Float(x0, note[0].top, x1, note[-1].bottom, BlockKind.FOOTNOTE, note)
