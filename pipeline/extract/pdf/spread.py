"""All pages of a PDF read one after the other, or spread over processes where that pays."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, partial
from pathlib import Path

from pdfplumber.pdf import PDF

from pipeline.extract.pdf.leaves import Leaf
from pipeline.extract.pdf.opening import open_pdf
from pipeline.extract.pdf.pages import read_leaf
from pipeline.glyphs import Glyphs
from pipeline.settings import ExtractSettings

Read = tuple[Leaf, Glyphs]
Pages = Sequence[int]
Spread = Callable[[Callable[[Pages], list[Read]], Sequence[Pages]], Iterable[list[Read]]]
"""Has portions of pages read somewhere; they come back in any order, and some perhaps never."""

# Each process opens the file and reads its fonts: on two cores 16 pages are read in nine tenths of
# the time, 24 in four fifths, 90 in seven tenths or less.
_WORTH = 24
_PORTION = 8


def read_leaves(source: Path, settings: ExtractSettings, spread: Spread | None) -> Iterator[Read]:
    """The pages of a PDF in order, and the characters of each. Raises UnreadableError."""
    with open_pdf(source, settings.passwords) as pdf:
        came: Iterable[Read] = ()
        count = len(pdf.pages)
        if spread and count >= _WORTH:
            portions = [range(count)[at : at + _PORTION] for at in range(0, count, _PORTION)]
            work = partial(_read_portion, source, settings)
            came = (read for portion in spread(work, portions) for read in portion)
        yield from _in_order(came, pdf, settings)


def _in_order(came: Iterable[Read], pdf: PDF, settings: ExtractSettings) -> Iterator[Read]:
    """The pages in order, as they come; what came from nowhere is read here."""
    early: dict[int, Read] = {}
    number = 1
    for read in came:
        early[read[0].sheet.number] = read
        while number in early:
            yield early.pop(number)
            number += 1
    for left, page in enumerate(pdf.pages[number - 1 :], number):
        yield early.pop(left) if left in early else read_leaf(page, left, settings)


def _read_portion(source: Path, settings: ExtractSettings, pages: Pages) -> list[Read]:
    pdf = _opened(source, tuple(settings.passwords))
    return [read_leaf(pdf.pages[index], index + 1, settings) for index in pages]


@cache
def _opened(source: Path, passwords: tuple[str, ...]) -> PDF:
    """The file as this process alone has it open, to its end."""
    return open_pdf(source, passwords)
