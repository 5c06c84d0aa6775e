"""Reads a PDF into a report."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pdfplumber

from pipeline.extract.pdf.columns import columns, gutter_of
from pipeline.extract.pdf.compose import compose
from pipeline.extract.pdf.flow import joined
from pipeline.extract.pdf.figures import take_figures
from pipeline.extract.pdf.footnotes import take_footnotes
from pipeline.extract.pdf.heads import take_heads
from pipeline.extract.pdf.kinds import Style, body_style
from pipeline.extract.pdf.paragraphs import Block, blocks_of, edges_of
from pipeline.extract.pdf.sheet import Sheet, read_sheet
from pipeline.extract.pdf.tables import take_tables
from pipeline.report import BlockKind, Glyphs, Page, Report
from pipeline.settings import ExtractSettings


def read_pdf(source: Path, report: Report, settings: ExtractSettings) -> Report:
    """Fill the report from the PDF at `source`."""
    report.glyphs = Glyphs()
    sheets = []
    with pdfplumber.open(source, password="") as pdf:
        for number, page in enumerate(pdf.pages, 1):
            sheets.append(read_sheet(page, report.glyphs, number))
            page.close()
    report.source_length = len(report.glyphs.page)
    report.pages = [_page(sheet) for sheet in sheets]
    style = body_style(line for sheet in sheets for line in sheet.lines)
    for sheet in sheets:
        _set_em(sheet, style.em)
    heads = take_heads(sheets)
    compose(report, joined(_parts(sheets, style), style), heads)
    return report


def _page(sheet: Sheet) -> Page:
    frame = sheet.frame
    return Page(sheet.number, frame.page_width, frame.page_height, vertical=sheet.vertical)


def _set_em(sheet: Sheet, em: float) -> None:
    """A page of charts or tables has the body's type all the same, if it has enough of it."""
    letters = sum(len(line.glyphs) for line in sheet.lines)
    body = sum(len(line.glyphs) for line in sheet.lines if abs(line.size - em) < 0.05 * em)
    if body > 0.1 * letters:
        sheet.em = em


def _parts(sheets: Sequence[Sheet], style: Style) -> Iterator[list[Block]]:
    floats = {sheet.number: take_tables(sheet) for sheet in sheets}
    notes = {sheet.number: take_footnotes(sheet) for sheet in sheets}
    for sheet in sheets:
        floats[sheet.number] += take_figures(sheet)
    gutters = [g for sheet in sheets if (g := gutter_of(sheet.lines, sheet.em)) is not None]
    for sheet in sheets:
        for column in columns([*sheet.lines, *floats[sheet.number]], [*sheet.strokes, *sheet.fills], sheet.em, gutters):
            yield blocks_of(column, edges_of(column, sheet.em), style, sheet.number)
        yield [Block(BlockKind.FOOTNOTE, list(note), sheet.number) for note in notes[sheet.number]]
        yield [Block(BlockKind.CHART, [line], sheet.number) for line in sheet.aslant]
