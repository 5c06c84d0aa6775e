"""Reads a page of a PDF within its time, and says what could not be read."""

import time
from collections.abc import Callable
from typing import TypeVar

from pdfplumber.page import Page

from pipeline.extract.pdf.glyphs import Drawn, Ink, read_page
from pipeline.extract.pdf.labels import read_labels
from pipeline.extract.pdf.leaves import Leaf
from pipeline.extract.pdf.lettering import add_outlined, missing_text
from pipeline.extract.pdf.ocr import read_picture, why_not
from pipeline.extract.pdf.sheet import Sheet, blank_sheet, empty, lay_out, visible
from pipeline.extract.pdf.timelimit import OutOfTimeError, time_limit
from pipeline.glyphs import Glyphs
from pipeline.report import Problem
from pipeline.settings import ExtractSettings

T = TypeVar("T")

# A page with fewer characters than this, on which a picture covers most, is a scan with a stamp.
_STAMP = 15
_COVERS = 0.6
# Outlined glyphs: so many curves and no character.
_OUTLINES = 10


def read_leaf(page: Page, number: int, settings: ExtractSettings) -> tuple[Leaf, Glyphs]:
    """A page and its characters; one that cannot be read is blank, and its problems say why."""
    begun = time.monotonic()
    glyphs = Glyphs()
    try:
        with time_limit(settings.page_seconds):
            leaf = Leaf(_read_sheet(page, glyphs, number))
    except OutOfTimeError:
        leaf, glyphs = _blank(page, _slow(number, settings)), Glyphs()
    except Exception as error:  # whatever a parser stumbles over on a broken page
        problem = Problem("damaged", number, f"cannot be parsed ({error!r})")
        leaf, glyphs = _blank(page, problem), Glyphs()
    else:
        leaf.sheet.seconds = time.monotonic() - begun
        _tell(leaf, page, glyphs, settings)
    _close(page)
    return leaf, glyphs


def in_time(leaf: Leaf, settings: ExtractSettings, work: Callable[[Sheet], list[T]]) -> list[T]:
    """What the work on a page finds, if it ends in the time that the page has left; else nothing,
    the sheet is empty from then on, and the page's problems say why."""
    sheet = leaf.sheet
    if sheet.given_up:
        return []
    begun, left = time.monotonic(), settings.page_seconds - sheet.seconds
    try:
        with time_limit(max(left, 0.001)):
            found = work(sheet)
    except OutOfTimeError:
        found = _given_up(leaf, _slow(sheet.number, settings))
    except Exception as error:  # one page's loss is not the report's
        problem = Problem("damaged", sheet.number, f"cannot be laid out ({error!r})")
        found = _given_up(leaf, problem)
    sheet.seconds += time.monotonic() - begun
    return found


def _given_up(leaf: Leaf, problem: Problem) -> list[T]:
    empty(leaf.sheet)
    leaf.sheet.given_up = True
    leaf.problems.append(problem)
    return []


def _blank(page: Page, problem: Problem) -> Leaf:
    return Leaf(blank_sheet(page, problem.page), problems=[problem])


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


def _tell(leaf: Leaf, page: Page, into: Glyphs, settings: ExtractSettings) -> None:
    """Say what is out of the way on a page; one without text, or with none that can be read, is
    read by OCR where that is wanted and there."""
    sheet = leaf.sheet
    if sheet.vertical:
        detail = "is set vertically (for information)"
        leaf.problems.append(Problem("vertical", sheet.number, detail))
    if sheet.pictured:
        detail = f"has {sheet.pictured} characters of items' numbers as pictures, read by shape"
        leaf.problems.append(Problem("ocr", sheet.number, f"{detail}: check them"))
    problem = _problem(sheet, settings)
    if problem is None:
        add_outlined(sheet, page, into, leaf.problems, settings)
        return
    if not settings.ocr:
        problem.detail += ": read it by OCR (extract.ocr, the extra `ocr`)"
    elif missing := why_not():
        problem.detail += f", and OCR is not installed: {missing}"
    else:
        try:
            drawn, confidence = read_picture(page, sheet.number, into, settings)
        except RuntimeError as error:
            problem.detail += f", and tesseract failed ({error})"
        else:
            _read_by_ocr(leaf, drawn, confidence, page)
            return
    leaf.problems.append(problem)
    if problem.code == "garbled":
        sheet.lines, sheet.aslant = [], []


def _read_by_ocr(leaf: Leaf, drawn: list[Drawn], confidence: float, page: Page) -> None:
    number = leaf.sheet.number
    leaf.sheet = lay_out(drawn, Ink(), page, number)
    leaf.sheet.ocr_confidence = confidence
    detail = f"was read by OCR with a mean confidence of {confidence:.0f} of 100: check its names"
    leaf.problems.append(Problem("ocr", number, detail))


def _close(page: Page) -> None:
    """Let go of what pdfplumber keeps of a page; it would keep it to the end."""
    page.close()
    vars(page).pop("_layout", None)


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
