"""Fonts whose characters the PDF does not tell, or calls spaces, though the embedded font does.

Programs that rewrite PDFs spoil the tables that say which character a glyph is (ToUnicode): of
第3次ブームで they leave 第3  ームで. The embedded TrueType font mostly has a table of its own.
"""

import struct
import unicodedata
from collections.abc import Mapping
from functools import cached_property
from io import BytesIO

from pdfminer.cmapdb import FileUnicodeMap, UnicodeMap
from pdfminer.pdffont import PDFCIDFont, PDFFont, TrueTypeFont
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdftypes import PDFStream, resolve1

# A font is believed that agrees with the PDF on this share of the characters that both know.
_AGREE = 0.8
_NOTHING = " \0\ufffd\u3000\u00a0"
# Platform and encoding of a table of variation sequences, at which pdfminer stops; and of none.
_VARIATIONS, _IGNORED = b"\0\0\0\5", b"\0\1\0\0"


class Fonts(PDFResourceManager):
    """Makes the fonts of a PDF, each with all the characters that are known of it."""

    def get_font(self, objid: object, spec: Mapping[str, object]) -> PDFFont:
        """The font (pdfminer's name)."""
        font = super().get_font(objid, spec)
        told = getattr(font, "unicode_map", None)
        if isinstance(font, PDFCIDFont) and isinstance(told, FileUnicodeMap):
            font.unicode_map = _Characters(told.cid2unichr, font, spec)
        return font


class _Characters(UnicodeMap):
    """The characters of a font's glyphs: as the PDF tells them, else as the font does."""

    def __init__(self, told: dict[int, str], font: PDFCIDFont, spec: Mapping[str, object]) -> None:
        super().__init__()
        self.cid2unichr = told
        self._file: PDFStream | None = getattr(font, "fontfile", None)
        glyphs = resolve1(spec.get("CIDToGIDMap"))
        self._glyphs = glyphs.get_data() if isinstance(glyphs, PDFStream) else b""

    def get_unichr(self, cid: int) -> str:
        """The character (pdfminer's name). Raises KeyError where nothing tells it."""
        told: str = self.cid2unichr.get(cid, "")
        if told.strip(_NOTHING):
            return told
        return self._own.get(self._glyph(cid), "").strip(_NOTHING) or self.cid2unichr[cid]

    def _glyph(self, cid: int) -> int:
        """The number that the font itself has for a glyph."""
        return int.from_bytes(self._glyphs[2 * cid : 2 * cid + 2]) if self._glyphs else cid

    @cached_property
    def _own(self) -> dict[int, str]:
        """What the font says of its glyphs; nothing if the PDF says otherwise of the same."""
        own = _characters_of(self._file.get_data()) if self._file else {}
        pairs = [
            (told, own[self._glyph(cid)])
            for cid, told in self.cid2unichr.items()
            if told.strip(_NOTHING) and self._glyph(cid) in own
        ]
        agreed = sum(_alike(told, char) for told, char in pairs)
        return own if agreed >= _AGREE * len(pairs) else {}


def _characters_of(font: bytes) -> dict[int, str]:
    """The characters of a TrueType font's glyphs, as far as the font tells them."""
    try:
        table, _ = TrueTypeFont("", BytesIO(font)).tables[b"cmap"]
        readable = BytesIO(_without_variations(font, table))
        found: dict[int, str] = TrueTypeFont("", readable).create_unicode_map().cid2unichr
    except (KeyError, TrueTypeFont.CMapNotFound, struct.error, AssertionError):
        return {}
    return found


def _without_variations(font: bytes, table: int) -> bytes:
    """The font, its table of variation sequences marked as one that no Unicode is in."""
    made = bytearray(font)
    count = int.from_bytes(font[table + 2 : table + 4])
    for record in range(table + 4, table + 4 + 8 * count, 8):
        if font[record : record + 4] == _VARIATIONS:
            made[record : record + 4] = _IGNORED
    return bytes(made)


def _alike(told: str, char: str) -> bool:
    """Whether both mean one character: ⽇ and 日 do."""
    return unicodedata.normalize("NFKC", told) == unicodedata.normalize("NFKC", char)
