"""Reads a PDF's pages one by one, each within its time, and says what could not be read."""

import time
from collections.abc import Callable, Iterator
from typing import TypeVar

from pdfplumber.page import Page
from pdfplumber.pdf import PDF

from pipeline.extract.pdf.glyphs import Drawn, Ink, read_page
from pipeline.extract.pdf.labels import read_labels
from pipeline.extract.pdf.lettering import add_outlined, missing_text
from pipeline.extract.pdf.ocr import read_picture, why_not
from pipeline.extract.pdf.sheet import Sheet, blank_sheet, empty, lay_out, visible
from pipeline.extract.pdf.timelimit import OutOfTimeError, time_limit
from pipeline.report import Glyphs, Problem
from pipeline.settings import ExtractSettings

T = TypeVar("T")

# A page with fewer characters than this, on which a picture covers most, is a scan with a stamp.
_STAMP = 15
_COVERS = 0.6
# Outlined glyphs: so many curves and no character.
_OUTLINES = 10


def read_sheets(
    pdf: PDF, into: Glyphs, problems: list[Problem], settings: ExtractSettings
) -> Iterator[Sheet]:
    """A sheet for each page; pages that cannot be read are blank, and `problems` says why."""
    for number, page in enumerate(pdf.pages, 1):
        before, begun = len(into.page), time.monotonic()
        try:
            with time_limit(settings.page_seconds):
                sheet = _read_sheet(page, into, number)
        except OutOfTimeError:
            _forget(into, before)
            sheet = blank_sheet(page, number)
            problems.append(_slow(number, settings))
        except Exception as error:  # whatever a parser stumbles over on a broken page
            _forget(into, before)
            sheet = blank_sheet(page, number)
            problems.append(Problem("damaged", number, f"cannot be parsed ({error!r})"))
        else:
            sheet.seconds = time.monotonic() - begun
            sheet = _with_ocr(sheet, page, into, problems, settings)
        _close(page)
        yield sheet


def in_time(
    sheet: Sheet, problems: list[Problem], settings: ExtractSettings, work: Callable[[], list[T]]
) -> list[T]:
    """What the work on a page finds, if it ends in the time that the page has left; else nothing,
    the sheet is empty from then on, and `problems` says why."""
    if sheet.given_up:
        return []
    begun, left = time.monotonic(), settings.page_seconds - sheet.seconds
    try:
        with time_limit(max(left, 0.001)):
            found = work()
    except OutOfTimeError:
        found = _given_up(sheet, _slow(sheet.number, settings), problems)
    except Exception as error:  # one page's loss is not the report's
        problem = Problem("damaged", sheet.number, f"cannot be laid out ({error!r})")
        found = _given_up(sheet, problem, problems)
    sheet.seconds += time.monotonic() - begun
    return found


def _given_up(sheet: Sheet, problem: Problem, problems: list[Problem]) -> list[T]:
    empty(sheet)
    sheet.given_up = True
    problems.append(problem)
    return []


def _read_sheet(page: Page, into: Glyphs, number: int) -> Sheet:
    """The page as a sheet; its characters, those of pictured numbers too, are added to `into`."""
    characters, ink = read_page(page, into, number)
    drawn = visible(characters, page)
    sheet = lay_out(drawn, ink, page, number)
    labels = read_labels(page, sheet, drawn, into)
    if labels:
        sheet = lay_out([*drawn, *labels], ink, page, number)
        sheet.pictured = len(labels)
    return sheet


def _with_ocr(
    sheet: Sheet, page: Page, into: Glyphs, problems: list[Problem], settings: ExtractSettings
) -> Sheet:
    """The sheet, or what OCR reads where it has no text or none that can be read."""
    if sheet.vertical:
        problems.append(Problem("vertical", sheet.number, "is set vertically (for information)"))
    if sheet.pictured:
        detail = f"has {sheet.pictured} characters of items' numbers as pictures, read by shape"
        problems.append(Problem("ocr", sheet.number, f"{detail}: check them"))
    problem = _problem(sheet, settings)
    if problem is None:
        add_outlined(sheet, page, into, problems, settings)
        return sheet
    if not settings.ocr:
        problem.detail += ": read it by OCR (extract.ocr, the extra `ocr`)"
    elif missing := why_not():
        problem.detail += f", and OCR is not installed: {missing}"
    else:
        before = len(into.page)
        try:
            drawn, confidence = read_picture(page, sheet.number, into, settings)
        except RuntimeError as error:
            _forget(into, before)
            problem.detail += f", and tesseract failed ({error})"
        else:
            return _read_by_ocr(drawn, confidence, sheet, page, problems)
    problems.append(problem)
    if problem.code == "garbled":
        sheet.lines, sheet.aslant = [], []
    return sheet


def _read_by_ocr(
    drawn: list[Drawn], confidence: float, sheet: Sheet, page: Page, problems: list[Problem]
) -> Sheet:
    read = lay_out(drawn, Ink(), page, sheet.number)
    read.ocr_confidence = confidence
    detail = f"was read by OCR with a mean confidence of {confidence:.0f} of 100: check its names"
    problems.append(Problem("ocr", sheet.number, detail))
    return read


def _close(page: Page) -> None:
    """Let go of what pdfplumber keeps of a page; it would keep it to the end."""
    page.close()
    vars(page).pop("_layout", None)


def _forget(into: Glyphs, before: int) -> None:
    """Take back the characters of a page that was not read to its end."""
    into.text = into.text[:before]
    for column in (into.page, into.x0, into.top, into.x1, into.bottom):
        del column[before:]


def _slow(number: int, settings: ExtractSettings) -> Problem:
    return Problem(
        "slow-page",
        number,
        f"takes longer than {settings.page_seconds:g} s: raise extract.page_seconds to read it",
    )


def _problem(sheet: Sheet, settings: ExtractSettings) -> Problem | None:
    if _is_picture(sheet):
        return Problem("no-text", sheet.number, "is a picture or outlined glyphs")
    outlined = missing_text(sheet.outlined, sheet)
    if sheet.vertical and outlined.code == "no-text":
        return outlined
    share = sheet.unreadable / max(sheet.characters, 1)
    if share > settings.garbled_share:
        return Problem("garbled", sheet.number, f"{share:.0%} of its characters have no Unicode")
    return None


def _is_picture(sheet: Sheet) -> bool:
    if sheet.characters == 0 and len(sheet.curves) >= _OUTLINES:
        return True
    area = sheet.frame.width * sheet.frame.height
    covered = max((box.width * box.height for box in sheet.pictures), default=0.0)
    return sheet.characters < _STAMP and covered > (_COVERS * area if sheet.characters else 0)
