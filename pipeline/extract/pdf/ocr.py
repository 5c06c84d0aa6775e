"""Reads the picture of a page by tesseract (the extra `ocr`), as characters with places.

What it reads goes through the same layout as any other page.
"""

import importlib.util
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Any

from pdfplumber.page import Page

from pipeline.extract.pdf.glyphs import Drawn
from pipeline.glyphs import Glyphs
from pipeline.settings import ExtractSettings

# Tesseract's page segmentation: automatic, and a block of vertical writing.
_AUTOMATIC = 3
_VERTICAL = 5
# Below this mean confidence the page is tried again as vertical writing.
_DOUBTFUL = 70.0
_FONT = "ocr"
# Gaps between words smaller than this (ems) are tesseract's, not the printer's.
_LOOSE = 1.3


@dataclass(slots=True)
class Word:
    """A word of the picture in points; `confidence` is tesseract's, 0 to 100."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    line: tuple[int, int, int]
    confidence: float


def why_not() -> str:
    """Why there is no OCR here, and how to get it; empty if there is."""
    if importlib.util.find_spec("pytesseract") is None:
        return "pip install 'hokoku[ocr]'"
    if shutil.which("tesseract") is None:
        return "apt-get install tesseract-ocr tesseract-ocr-jpn tesseract-ocr-jpn-vert"
    return ""


def read_picture(
    page: Page, number: int, into: Glyphs, settings: ExtractSettings
) -> tuple[list[Drawn], float]:
    """The characters that tesseract reads on the page, added to `into`, and its mean confidence.

    Raises RuntimeError where tesseract fails or takes longer than a page may.
    """
    picture = page.to_image(resolution=settings.ocr_resolution).original
    scale = 72 / settings.ocr_resolution
    upright = [name for name in settings.ocr_languages if not name.endswith("_vert")]
    vertical = [name for name in settings.ocr_languages if name.endswith("_vert")]
    seconds = settings.page_seconds
    words = read_words(picture, upright or vertical, _AUTOMATIC, scale, seconds)
    sideways = False
    if vertical and upright and mean_confidence(words) < _DOUBTFUL:
        others = read_words(picture, vertical, _VERTICAL, scale, seconds)
        sideways = mean_confidence(others) > mean_confidence(words)
        words = others if sideways else words
    return list(_drawn(words, sideways, number, into)), mean_confidence(words)


def mean_confidence(words: Sequence[Word]) -> float:
    """The confidence by character; 0 where nothing was read."""
    letters = sum(len(word.text) for word in words)
    return sum(word.confidence * len(word.text) for word in words) / letters if letters else 0.0


def read_words(
    picture: Any, languages: Sequence[str], mode: int, scale: float, seconds: float
) -> list[Word]:
    """The words that tesseract reads on a picture, `scale` points a dot; `mode` is its page
    segmentation. Raises RuntimeError."""
    import pytesseract  # an extra

    read = pytesseract.image_to_data(
        picture,
        lang="+".join(languages),
        config=f"--psm {mode}",
        output_type=pytesseract.Output.DICT,
        timeout=seconds,
    )
    columns = ("text", "left", "top", "width", "height", "conf", "block_num", "par_num", "line_num")
    return [
        Word(
            text.strip(),
            left * scale,
            top * scale,
            (left + width) * scale,
            (top + height) * scale,
            (block, paragraph, line),
            float(confidence),
        )
        for text, left, top, width, height, confidence, block, paragraph, line in zip(
            *(read[column] for column in columns), strict=True
        )
        if text.strip()
    ]


def _drawn(words: Sequence[Word], sideways: bool, number: int, into: Glyphs) -> Iterator[Drawn]:
    """A character each, on the baseline of its line and of its line's size."""
    lines: dict[tuple[int, int, int], list[Word]] = {}
    for word in words:
        lines.setdefault(word.line, []).append(word)
    usual = median(_thickness(line, sideways) for line in lines.values()) if lines else 0.0
    for line in lines.values():
        em = _thickness(line, sideways)
        em = usual if 0.7 * usual < em < 1.3 * usual else em
        _close_up(line, sideways, em)
        low = min(word.x0 for word in line) if sideways else max(word.bottom for word in line)
        for word in line:
            for place, char in enumerate(word.text):
                yield _character(word, char, place, low, em, sideways, number, into)


def _close_up(line: Sequence[Word], sideways: bool, em: float) -> None:
    """Let each word begin where the one before ends: tesseract's boxes overlap, or leave gaps
    where none are printed."""
    for before, word in pairwise(line):
        if sideways:
            if abs(word.top - before.bottom) < _LOOSE * em or word.top < before.bottom:
                before.bottom = max(word.top, before.top + 0.1)
                word.top = before.bottom
            word.bottom = max(word.bottom, word.top + 0.1)
        else:
            if abs(word.x0 - before.x1) < _LOOSE * em or word.x0 < before.x1:
                before.x1 = max(word.x0, before.x0 + 0.1)
                word.x0 = before.x1
            word.x1 = max(word.x1, word.x0 + 0.1)


def _thickness(line: Sequence[Word], sideways: bool) -> float:
    """How high a line is (how wide in vertical writing)."""
    if sideways:
        return max(word.x1 for word in line) - min(word.x0 for word in line)
    return max(word.bottom for word in line) - min(word.top for word in line)


def _character(
    word: Word,
    char: str,
    place: int,
    low: float,
    em: float,
    sideways: bool,
    number: int,
    into: Glyphs,
) -> Drawn:
    count = len(word.text)
    if sideways:
        step = (word.bottom - word.top) / count
        x0, x1 = low, low + em
        top, bottom = word.top + place * step, word.top + (place + 1) * step
    else:
        step = (word.x1 - word.x0) / count
        x0, x1 = word.x0 + place * step, word.x0 + (place + 1) * step
        top, bottom = low - em, low
    source = into.add(char, number, (x0, top, x1, bottom))
    return Drawn(source, char, x0, top, x1, bottom, x0, bottom, False, _FONT)
