"""Reads a PDF's pages one by one, each within its time, and says what could not be read."""

from collections.abc import Iterator

from pdfplumber.page import Page
from pdfplumber.pdf import PDF

from pipeline.extract.pdf.sheet import Sheet, blank_sheet, read_sheet
from pipeline.extract.pdf.timelimit import OutOfTimeError, time_limit
from pipeline.report import Glyphs, Problem
from pipeline.settings import ExtractSettings

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
        before = len(into.page)
        try:
            with time_limit(settings.page_seconds):
                sheet = read_sheet(page, into, number)
        except OutOfTimeError:
            _forget(into, before)
            sheet = blank_sheet(page, number)
            problems.append(_slow(number, settings))
        except Exception as error:  # whatever a parser stumbles over on a broken page
            _forget(into, before)
            sheet = blank_sheet(page, number)
            problems.append(Problem("damaged", number, f"cannot be parsed ({error!r})"))
        else:
            problems.extend(_problems(sheet, settings))
        _close(page)
        yield sheet


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


def _problems(sheet: Sheet, settings: ExtractSettings) -> Iterator[Problem]:
    if _is_picture(sheet):
        yield Problem(
            "no-text",
            sheet.number,
            "is a picture or outlined glyphs: read it by OCR (extract.ocr, the extra `ocr`)",
        )
    elif sheet.characters and sheet.unreadable > settings.garbled_share * sheet.characters:
        share = sheet.unreadable / sheet.characters
        yield Problem(
            "garbled",
            sheet.number,
            f"{share:.0%} of its characters have no Unicode: read it by OCR (extract.ocr)",
        )
    if sheet.vertical:
        yield Problem("vertical", sheet.number, "is set vertically (for information)")


def _is_picture(sheet: Sheet) -> bool:
    if sheet.characters == 0 and len(sheet.curves) >= _OUTLINES:
        return True
    area = sheet.frame.width * sheet.frame.height
    covered = max((box.width * box.height for box in sheet.pictures), default=0.0)
    return sheet.characters < _STAMP and covered > (_COVERS * area if sheet.characters else 0)
