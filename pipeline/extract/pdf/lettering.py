"""Lettering: lines of outlined glyphs, read by OCR where that is on, and told in any case."""

from collections.abc import Iterator, Sequence
from statistics import fmean
from typing import TYPE_CHECKING, NamedTuple

from pdfplumber.page import Page

from pipeline.extract.pdf.frame import Direction, Frame, Rect
from pipeline.extract.pdf.lines import Line, line_of
from pipeline.extract.pdf.ocr import mean_confidence, read_words, why_not
from pipeline.extract.pdf.outlines import Outlined
from pipeline.extract.pdf.sheet import Sheet
from pipeline.extract.pdf.turn import Glyph
from pipeline.glyphs import Glyphs
from pipeline.report import Problem
from pipeline.settings import ExtractSettings

if TYPE_CHECKING:  # loaded where a page is drawn
    from PIL.Image import Image

# A page with a larger share of its text as outlines is not read whole.
_MUCH = 0.02
# Tesseract's page segmentation for a single line, the height (in dots) of the lines that it reads
# best, and the confidence that makes them text.
_SINGLE_LINE = 7
_TALL = 40
_SURE = 75.0
# White round a line in its picture, in heights of the line.
_MARGIN = 0.3
_FONT = "ocr"
# So many places are named.
_PLACES = 4
# How far a picture must be turned, anticlockwise, for its lines to run from left to right.
_TURNS = {Direction.RIGHT: 0, Direction.DOWN: 90, Direction.LEFT: 180, Direction.UP: 270}


class _Read(NamedTuple):
    """What OCR says a line of outlined glyphs is."""

    outlined: Outlined
    text: str
    confidence: float


def add_outlined(
    sheet: Sheet, page: Page, into: Glyphs, problems: list[Problem], settings: ExtractSettings
) -> None:
    """Add what OCR reads of the sheet's outlined lines to it, and its characters to `into`.

    `problems` says what was read so, and what is missing.
    """
    why, read = _why_unread(sheet, settings), []
    if sheet.outlined and not why:
        why = "OCR is not sure of them"
        try:
            read = list(_readings(sheet, page, settings))
        except Exception as error:  # pdfium and tesseract have their own; the page is not lost
            why = f"OCR failed ({error})"
    for outlined, text, _ in read:
        sheet.lines.append(_line(outlined.box, text, sheet, into))
        _wipe(outlined.box, sheet)
    known = [outlined for outlined, _, _ in read]
    missing = [outlined for outlined in sheet.outlined if outlined not in known]
    if read:
        confidence = fmean(reading.confidence for reading in read)
        detail = f"read by OCR with a mean confidence of {confidence:.0f} of 100: check them"
        problems.append(Problem("ocr", sheet.number, f"{_told(known, sheet.frame)}, {detail}"))
    if missing:
        problem = missing_text(missing, sheet)
        problem.detail += f": {why}"
        problems.append(problem)


def missing_text(missing: Sequence[Outlined], sheet: Sheet) -> Problem:
    """What is wrong with a page of which these lines are not read."""
    much = sum(line.glyphs for line in missing) > _MUCH * max(sheet.characters, 1)
    detail = f"{_told(missing, sheet.frame)}, which are not read"
    return Problem("no-text" if much else "outlines", sheet.number, detail)


def _why_unread(sheet: Sheet, settings: ExtractSettings) -> str:
    """Why OCR is not tried; empty if it is."""
    if not settings.ocr:
        return "read them by OCR (extract.ocr, the extra `ocr`)"
    if missing := why_not():
        return f"OCR is not installed: {missing}"
    return "OCR of single lines is for horizontal writing" if sheet.vertical else ""


def _told(lines: Sequence[Outlined], frame: Frame) -> str:
    """How many characters are outlines, and where: x and y of the corners in points."""
    boxes = [frame.page_rect(*line.box) for line in lines[:_PLACES]]
    places = [f"{b.x0:.0f},{b.top:.0f} to {b.x1:.0f},{b.bottom:.0f}" for b in boxes]
    more = ["…"] if len(lines) > _PLACES else []
    count = sum(line.glyphs for line in lines)
    return f"has some {count} characters as outlines (at {'; '.join([*places, *more])})"


def _readings(sheet: Sheet, page: Page, settings: ExtractSettings) -> Iterator[_Read]:
    """The lines that OCR is sure of. Raises whatever drawing the page or tesseract raises."""
    drawn = page.to_image(resolution=settings.ocr_resolution, force_mediabox=True)
    picture: Image = drawn.original
    dots = settings.ocr_resolution / 72
    languages = [name for name in settings.ocr_languages if not name.endswith("_vert")]
    for outlined in sheet.outlined:
        strip = _strip(picture, outlined.box, sheet.frame, dots)
        words = read_words(strip, languages, _SINGLE_LINE, 1.0, settings.page_seconds)
        confidence = mean_confidence(words)
        if confidence >= _SURE:
            yield _Read(outlined, "".join(word.text for word in words), confidence)


def _strip(picture: "Image", box: Rect, frame: Frame, dots: float) -> "Image":
    """A line's part of the page's picture (so many dots a point): grey, upright, and as high as
    tesseract likes it."""
    white = _MARGIN * box.height
    with_white = box.x0 - white, box.top - white, box.x1 + white, box.bottom + white
    x0, top, x1, bottom = frame.page_rect(*with_white)
    part = picture.crop((x0 * dots, top * dots, x1 * dots, bottom * dots)).convert("L")
    upright = part.rotate(_TURNS[frame.direction], expand=True)
    ratio = _TALL / (box.height * dots)
    return upright.resize((round(upright.width * ratio), round(upright.height * ratio)))


def _line(box: Rect, text: str, sheet: Sheet, into: Glyphs) -> Line:
    """The line's characters, spread evenly over its box."""
    step = box.width / len(text)
    glyphs = []
    for place, char in enumerate(text):
        x0, x1 = box.x0 + place * step, box.x0 + (place + 1) * step
        source = into.add(char, sheet.number, sheet.frame.page_rect(x0, box.top, x1, box.bottom))
        glyphs.append(Glyph(source, char, x0, box.top, x1, box.bottom, box.height, _FONT))
    return line_of(glyphs)


def _wipe(box: Rect, sheet: Sheet) -> None:
    """Take what was read, and the pictures of its shadow, off the sheet's ink: they make no
    figure."""
    for ink in (sheet.curves, sheet.shapes, sheet.fills, sheet.pictures):
        ink[:] = [part for part in ink if not _belongs(part, box)]


def _belongs(part: Rect, line: Rect) -> bool:
    near = 0.1 * line.height
    across = part.x0 < line.x1 + near and part.x1 > line.x0 - near
    down = part.top < line.bottom + near and part.bottom > line.top - near
    return across and down and part.height < 2.2 * line.height
