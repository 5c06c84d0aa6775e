"""Fonts of two bytes a character (Identity-H and -V), as most producers embed Japanese ones.

reportlab embeds simple fonts only. These can write vertically, and can keep from the reader which
characters some or all of their glyphs stand for.
"""

import io
from collections.abc import Collection
from types import SimpleNamespace
from typing import Any

from fontTools.subset import Options, Subsetter  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from reportlab.lib.rl_accel import escapePDF
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream
from reportlab.pdfbase.pdfmetrics import registerFont

from tests.typeset.fonts import FILES, require_fonts, vertical_forms

_NEEDED = {"glyf", "head", "hhea", "hmtx", "loca", "maxp", "cvt ", "fpgm", "prep"}


class IdentityFont:
    """Part of a font file, enough for the characters given.

    `told` are the characters that its ToUnicode map knows; without any there is no map. `blank`
    are those that it calls spaces; with any, the font file itself tells its characters.
    """

    _multiByte = 1  # noqa: N815
    _dynamicFont = 0  # noqa: N815
    face = SimpleNamespace(builtIn=True)

    def __init__(
        self,
        name: str,
        chars: str,
        *,
        vertical: bool = False,
        told: Collection[str] = (),
        blank: Collection[str] = (),
    ) -> None:
        require_fonts()
        self.fontName = f"{name}-identity-{'V' if vertical else 'H'}"
        self._vertical = vertical
        self._told = told
        self._blank = blank
        self._font = TTFont(FILES[name], recalcTimestamp=False)
        self._ids = {ord(c): self._font.getGlyphID(g) for c, g in self._glyphs(chars).items()}
        if vertical:
            forms = vertical_forms(FILES[name])
            self._ids |= {ord(char): forms[char] for char in chars if char in forms}
        self._widths = {code: self._width(glyph) for code, glyph in self._ids.items()}

    def _glyphs(self, chars: str) -> dict[str, str]:
        known = self._font.getBestCmap()
        return {char: known[ord(char)] for char in sorted(set(chars))}

    def _width(self, glyph: int) -> int:
        advance = self._font["hmtx"][self._font.getGlyphName(glyph)][0]
        return int(advance * 1000 / self._font["head"].unitsPerEm)

    def register(self) -> str:
        """Make it known to reportlab; answer its name."""
        registerFont(self)
        return self.fontName

    def stringWidth(self, text: str, size: float, encoding: str = "") -> float:  # noqa: N802
        """How wide the text runs horizontally (reportlab's name)."""
        return sum(self._widths[ord(char)] for char in text) * size / 1000

    def formatForPdf(self, text: str) -> Any:  # noqa: N802
        """The text as a PDF string of glyph numbers (reportlab's name)."""
        codes = b"".join(self._ids[ord(char)].to_bytes(2, "big") for char in text)
        return escapePDF(codes.decode("latin-1"))

    def addObjects(self, doc: Any) -> None:  # noqa: N802
        """Write the font into the PDF (reportlab's name)."""
        short = f"F{len(doc.fontMapping) + 1}"
        entries = {
            "Type": PDFName("Font"),
            "Subtype": PDFName("Type0"),
            "BaseFont": PDFName(self.fontName),
            "Encoding": PDFName("Identity-V" if self._vertical else "Identity-H"),
            "DescendantFonts": PDFArray([doc.Reference(self._descendant(doc, short))]),
        }
        if self._told:
            mapping = PDFStream(content=self._to_unicode())
            entries["ToUnicode"] = doc.Reference(mapping, f"toUnicode:{short}")
        doc.idToObject["BasicFonts"].dict[short] = doc.Reference(PDFDictionary(entries), short)
        doc.fontMapping[self.fontName] = f"/{short}"

    def _descendant(self, doc: Any, short: str) -> Any:
        widths = [part for code, w in self._widths.items() for part in (self._ids[code], [w])]
        system = {"Registry": "(Adobe)", "Ordering": "(Identity)", "Supplement": 0}
        return PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("CIDFontType2"),
                "BaseFont": PDFName(self.fontName),
                "CIDSystemInfo": PDFDictionary(system),
                "FontDescriptor": doc.Reference(self._descriptor(doc, short)),
                "CIDToGIDMap": PDFName("Identity"),
                "DW": 1000,
                "W": PDFArray([PDFArray(p) if isinstance(p, list) else p for p in widths]),
            }
        )

    def _descriptor(self, doc: Any, short: str) -> Any:
        file = PDFStream(content=self._file())
        return PDFDictionary(
            {
                "Type": PDFName("FontDescriptor"),
                "FontName": PDFName(self.fontName),
                "Flags": 4,
                "FontBBox": PDFArray([0, -120, 1000, 880]),
                "ItalicAngle": 0,
                "Ascent": 880,
                "Descent": -120,
                "CapHeight": 700,
                "StemV": 80,
                "FontFile2": doc.Reference(file, f"fontFile:{short}"),
            }
        )

    def _file(self) -> bytes:
        options = Options(retain_gids=True, notdef_outline=True, glyph_names=False)
        options.drop_tables = sorted(set(self._font.keys()) - _NEEDED - {"cmap"})
        subsetter = Subsetter(options)
        unicodes = self._ids if self._blank else ()
        subsetter.populate(gids=sorted(set(self._ids.values())), unicodes=unicodes)
        subsetter.subset(self._font)
        if not self._blank:
            del self._font["cmap"]  # or a reader would look the characters up in it
        out = io.BytesIO()
        self._font.save(out, reorderTables=False)
        return out.getvalue()

    def _to_unicode(self) -> bytes:
        told = sorted((g, c) for c, g in self._ids.items() if chr(c) in self._told)
        told = [(g, ord(" ") if chr(c) in self._blank else c) for g, c in told]
        rows = "\n".join(f"<{glyph:04X}> <{code:04X}>" for glyph, code in told)
        return (
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
            "/CMapName /Adobe-Identity-UCS def /CMapType 2 def\n"
            "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
            f"{len(told)} beginbfchar\n{rows}\nendbfchar\n"
            "endcmap CMapName currentdict /CMap defineresource pop end end\n"
        ).encode()
