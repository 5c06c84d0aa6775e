"""Reads a PDF into a report."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from pipeline.extract.pdf.broken_tables import BrokenTables
from pipeline.extract.pdf.columns import Float, Item, columns, gutter_of
from pipeline.extract.pdf.compose import Composer
from pipeline.extract.pdf.edges import edges_of, right_edge, usual_right
from pipeline.extract.pdf.figures import take_figures
from pipeline.extract.pdf.flow import Flow, Part
from pipeline.extract.pdf.footnotes import Note, take_footnotes
from pipeline.extract.pdf.frame import Rect
from pipeline.extract.pdf.frames import framed
from pipeline.extract.pdf.heads import Key, SetAside, edge_keys, repeating, take_heads
from pipeline.extract.pdf.kinds import Style, Type, body_style, type_of
from pipeline.extract.pdf.leaves import Leaf, Leaves
from pipeline.extract.pdf.line_numbers import numbers_edge, take_line_numbers
from pipeline.extract.pdf.opening import UnreadableError
from pipeline.extract.pdf.page_numbers import (
    Place,
    number_places,
    take_turned_numbers,
    turned_numbers,
)
from pipeline.extract.pdf.pages import in_time
from pipeline.extract.pdf.paragraphs import Block, blocks_of
from pipeline.extract.pdf.sheet import Sheet, number_from
from pipeline.extract.pdf.spread import Read, Spread, read_leaves
from pipeline.extract.pdf.tables import take_tables
from pipeline.glyphs import Glyphs
from pipeline.report import AsideKind, BlockKind, Page, Problem, Report, Status
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


def read_pdf(
    source: Path, report: Report, settings: ExtractSettings, spread: Spread | None = None
) -> Report:
    """Fill the report from the PDF at `source`; `spread` has its pages read in several places.

    Nothing that is wrong with the file raises: the report's status is then failed or partial, and
    its problems say what is missing, on which page, and what to do.
    """
    glyphs = report.glyphs = Glyphs()
    try:
        leaves, repeated = _read(read_leaves(source, settings, spread), report, glyphs)
    except UnreadableError as error:
        report.problems.append(Problem(error.code, 0, error.detail))
    else:
        setting = _take_off(leaves, repeated, settings)
        _write(leaves, setting, report, glyphs, settings)
    report.status = _status(report)
    return report


def _read(pages: Iterable[Read], report: Report, glyphs: Glyphs) -> tuple[Leaves, set[Key]]:
    """All pages without the numbers of their lines, and what repeats at their edges."""
    leaves = Leaves()
    keys: list[set[Key]] = []
    columns: list[float] = []
    places: list[Place] = []
    turned = 0
    for leaf, drawn in pages:
        number_from(leaf.sheet, len(glyphs.page))
        glyphs.extend(drawn)
        report.pages.append(_page(leaf.sheet))
        keys.append(edge_keys(leaf.sheet))
        columns += numbers_edge(leaf.sheet)
        places += number_places(leaf.sheet)
        turned += len(turned_numbers(leaf.sheet))
        leaves.add(leaf)
    report.source_length = len(glyphs.page)
    if columns or turned:
        keys = list(leaves.each(partial(_take_numbers, columns=columns, places=places)))
    return leaves, repeating(keys)


def _take_numbers(leaf: Leaf, columns: Sequence[float], places: Sequence[Place]) -> set[Key]:
    """Numbers of lines, and page numbers that are turned; returns what then stands at the page's
    edges."""
    numbers = take_line_numbers(leaf.sheet, columns)
    leaf.heads = [SetAside(AsideKind.SIDE_TAB, line) for line in numbers]
    turned = take_turned_numbers(leaf.sheet, places)
    leaf.heads += [SetAside(AsideKind.PAGE_NUMBER, line) for line in turned]
    return edge_keys(leaf.sheet)


def _take_off(leaves: Leaves, repeated: set[Key], settings: ExtractSettings) -> Setting:
    """Take off the pages what is no running text: heads, tables, footnotes, figures."""
    style = body_style(leaves.each(partial(_take_tables, repeated=repeated, settings=settings)))
    told = list(leaves.each(partial(_take_notes, style=style, settings=settings)))
    gutters = [gutter for gutter, _ in told if gutter is not None]
    return Setting(style, gutters, usual_right([right for _, right in told if right is not None]))


def _take_tables(leaf: Leaf, repeated: set[Key], settings: ExtractSettings) -> Type:
    """Heads and tables; returns the type of what is left."""
    leaf.heads = [*take_heads(leaf.sheet, repeated), *leaf.heads]
    leaf.floats = in_time(leaf, settings, take_tables)
    return type_of(leaf.sheet.lines)


def _take_notes(
    leaf: Leaf, style: Style, settings: ExtractSettings
) -> tuple[float | None, float | None]:
    """Footnotes and figures; returns the gutter and the right edge of what is left."""
    sheet = leaf.sheet
    _set_em(sheet, style.em)
    leaf.notes = in_time(leaf, settings, take_footnotes)
    leaf.floats += in_time(leaf, settings, partial(take_figures, style=style))
    return gutter_of(sheet.lines, sheet.em), right_edge(sheet)


def _write(
    leaves: Leaves, setting: Setting, report: Report, glyphs: Glyphs, settings: ExtractSettings
) -> None:
    heads: dict[int, list[SetAside]] = {}
    flow, tables, composer = Flow(), BrokenTables(heads), Composer(report, glyphs, heads)
    for leaf in leaves.last():
        heads[leaf.sheet.number] = leaf.heads
        parts = in_time(leaf, settings, partial(_parts, leaf=leaf, setting=setting))
        composer.turn(leaf.sheet.number, [block for part in parts for block in part.blocks])
        composer.write(tables.add(flow.add(parts)))
        report.problems += leaf.problems
    composer.write([*tables.add(flow.rest()), *tables.rest()])
    composer.finish()


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


def _parts(sheet: Sheet, leaf: Leaf, setting: Setting) -> list[Part]:
    """The parts of a page in reading order, those of its foot last."""
    feet = [_as_float(note) for foot in leaf.notes for note in foot]
    columned = feet if len(leaf.notes) > 1 else []
    items = framed([*sheet.lines, *leaf.floats, *columned], sheet)
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
