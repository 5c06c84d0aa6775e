"""The fonts: Debian's IPA fonts, registered with reportlab under short names."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from fontTools.ttLib import TTFont as Outlines  # type: ignore[import-untyped]
from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth
from reportlab.pdfbase.ttfonts import TTFont

_DEBIAN = Path("/usr/share/fonts/opentype")
FILES = {
    "mincho": _DEBIAN / "ipaexfont-mincho/ipaexm.ttf",
    "gothic": _DEBIAN / "ipaexfont-gothic/ipaexg.ttf",
    "proportional": _DEBIAN / "ipafont-gothic/ipagp.ttf",
}

# A producer's font may say ⽇ (a radical) where it draws 日, for both have the same glyph.
RADICALS = dict(
    zip("日入工方行人大文生用長民西青竜", "⽇⼊⼯⽅⾏⼈⼤⽂⽣⽤⻑⺠⻄⻘⻯", strict=True)
)

# Bullets that only one font knows, in the private use area, and what shows nothing at all.
_PRIVATE = {"\uf06c": "●", "\uf0b7": "・", "\0": None, "\u200b": None}


class MissingFontsError(Exception):
    """Debian's fonts are not installed; the message is one line that says which to install."""


def require_fonts() -> None:
    """Raise MissingFontsError where a font's file is missing."""
    if not all(file.exists() for file in FILES.values()):
        raise MissingFontsError("fonts missing: apt-get install -y fonts-ipaexfont fonts-ipafont")


@cache
def font(name: str) -> str:
    """Register `mincho`, `gothic`, `proportional`, one of them with `-vertical` (the forms for
    vertical writing) or `-radicals` (radicals for kanji); answer the name."""
    require_fonts()
    base, _, variant = name.partition("-")
    loaded = TTFont(name, str(FILES[base]), asciiReadable=False)
    if variant:
        loaded.face.name += f"-{variant}".encode()  # reportlab takes fonts of one name for one
    _VARIANTS.get(variant, _plain)(loaded.face, FILES[base])
    registerFont(loaded)
    return name


def _plain(face: Any, _file: Path) -> None:
    for private, char in _PRIVATE.items():
        face.charToGlyph[ord(private)] = face.charToGlyph[ord(char or " ")]
        face.charWidths[ord(private)] = face.charWidths[ord(char)] if char else 0


def _with_radicals(face: Any, _file: Path) -> None:
    for kanji, radical in RADICALS.items():
        face.charToGlyph[ord(radical)] = face.charToGlyph[ord(kanji)]
        face.charWidths[ord(radical)] = face.charWidths[ord(kanji)]


def _with_vertical_forms(face: Any, file: Path) -> None:
    for char, glyph in vertical_forms(file).items():
        face.charToGlyph[ord(char)] = glyph


_VARIANTS: dict[str, Callable[[Any, Path], None]] = {
    "vertical": _with_vertical_forms,
    "radicals": _with_radicals,
}


@cache
def outlines(name: str) -> Any:
    """fontTools' view of the font: its tables and its glyphs' outlines."""
    return Outlines(FILES[name])


def vertical_forms(file: Path) -> dict[str, int]:
    """Which glyph stands for a character in vertical writing (the `vert` feature): 「 → its id."""
    loaded = Outlines(file)
    table = loaded["GSUB"].table
    lookups = {
        index
        for record in table.FeatureList.FeatureRecord
        if record.FeatureTag == "vert"
        for index in record.Feature.LookupListIndex
    }
    swaps = {
        old: new
        for index in lookups
        for part in table.LookupList.Lookup[index].SubTable
        for old, new in getattr(part, "ExtSubTable", part).mapping.items()
    }
    glyphs = loaded.getBestCmap()
    return {
        chr(code): loaded.getGlyphID(swaps[glyph])
        for code, glyph in glyphs.items()
        if glyph in swaps
    }


def width(char: str, name: str, size: float) -> float:
    """How far the pen moves for a character, in points."""
    return float(stringWidth(char, font(name), size))
