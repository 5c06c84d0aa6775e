"""Extract: a report's text as a careful person would type it out, from PDF, HTML, DOCX, TXT."""

import hashlib
import time
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.extract.decode import Decoded, decode, plausibility
from pipeline.extract.metadata import describe
from pipeline.extract.sniff import UnknownFormatError, media_of
from pipeline.report import MEDIA_BY_SUFFIX, Media, Problem, Report, Status
from pipeline.settings import ExtractSettings

if TYPE_CHECKING:  # each reader is loaded when it is first needed
    from pipeline.extract.pdf.spread import Spread

__all__ = ["SUFFIXES", "extract"]

SUFFIXES = frozenset(MEDIA_BY_SUFFIX)
"""The suffixes of the files that are collected from folders."""

_BINARY = -1.0  # plausibility below which nothing is read


def extract(
    source: Path, doc: str, settings: ExtractSettings, spread: "Spread | None" = None
) -> Report:
    """Read one report: `extract(Path("raw/青書.pdf"), "青書", settings)`.

    `spread` has the pages of a long PDF read by several processes: `pool.map`, for one.

    Bad input never raises: the report's status says FAILED, and its problems why and what to do.
    """
    begun = time.perf_counter()
    media = MEDIA_BY_SUFFIX.get(source.suffix.lower(), Media.TEXT)
    report = Report(doc, str(source), media, sha256="")
    try:
        with source.open("rb") as file:
            report.sha256 = hashlib.file_digest(file, "sha256").hexdigest()
            size = file.tell()
    except OSError as error:
        _fail(report, "unreadable", f"cannot be read: {error.strerror}")
    else:
        _read(source, size, report, settings, spread)
    report.seconds = time.perf_counter() - begun
    return report


def _read(
    source: Path, size: int, report: Report, settings: ExtractSettings, spread: "Spread | None"
) -> None:
    if not size:
        _fail(report, "empty", "the file has no bytes; was it copied whole?")
        return
    try:
        report.media_type = media_of(source)
        _dispatch(source, report, settings, spread)
    except UnknownFormatError as error:
        _fail(report, error.code, str(error))
    except Exception as error:  # whatever a broken file makes a library raise
        _fail(report, "damaged", f"{type(error).__name__}: {error}; export or download it again")
    if report.status is Status.FAILED:
        return
    if not report.text.strip() and not report.problems:
        _fail(report, "empty", "nothing but white space and markup, no text; is it the right file?")
        return
    describe(report, source)


def _dispatch(
    source: Path, report: Report, settings: ExtractSettings, spread: "Spread | None"
) -> None:
    """Hand the file to the reader of its kind; each is loaded when it is first needed."""
    if report.media_type is Media.PDF:
        from pipeline.extract.pdf import read_pdf

        read_pdf(source, report, settings, spread)
    elif report.media_type is Media.DOCX:
        from pipeline.extract.docx import read_docx

        read_docx(source.read_bytes(), report)
    elif report.media_type is Media.HTML:
        from pipeline.extract.html import declared_charset, read_html

        data = source.read_bytes()
        read_html(_decoded(data, report, declared_charset(data)), report)
    else:
        from pipeline.extract.text import read_text

        read_text(_decoded(source.read_bytes(), report), report)


def _decoded(data: bytes, report: Report, declared: str = "") -> Decoded:
    decoded = decode(data, declared)
    if plausibility(decoded.text) < _BINARY:
        raise UnknownFormatError("no text, but binary data; is the suffix right?")
    report.encoding = decoded.encoding
    if decoded.bad:
        first = ", ".join(str(offset) for offset in decoded.bad[:5])
        detail = (
            f"{len(decoded.bad)} bytes are no {decoded.encoding} (at byte {first}"
            f"{', …' if len(decoded.bad) > 5 else ''}); each stands as U+FFFD in the text"
        )
        report.problems.append(Problem("encoding", detail=detail))
        report.status = Status.PARTIAL
    return decoded


def _fail(report: Report, code: str, detail: str) -> None:
    report.status = Status.FAILED
    report.problems.append(Problem(code, detail=detail))
