"""Fonts: characters that the PDF does not tell, told by the embedded font."""

import io
from typing import Any

import pytest
from fontTools.fontBuilder import FontBuilder  # type: ignore[import-untyped]
from fontTools.ttLib.tables._g_l_y_f import Glyph  # type: ignore[import-untyped]
from pdfminer.pdftypes import PDFStream
from pdfminer.psparser import LIT

from pipeline.extract.pdf.fonts import Fonts

# What the PDF says of glyphs 1, 2 …, what the font says of them, and what they are.
TOLD = [
    (["第", " "], "第次", "第次"),  # no space, the font knows
    (["第", None], "第次", "第次"),  # left out
    (["第", "\0"], "第次", "第次"),  # no character at all
    (["第", " "], "第", "第 "),  # the font does not know either
    (["第", " "], "第\u3000", "第 "),  # a space, as the PDF says
    (["第", "、"], "第，", "第、"),  # what the PDF tells stays
    (["第", " "], "語次", "第 "),  # a font that contradicts the PDF is not believed
    (["⽇", " "], "日本", "⽇本"),  # a radical contradicts no kanji
    ([" ", " "], "報告", "報告"),  # there is nothing to contradict
]


@pytest.mark.parametrize(("told", "own", "expected"), TOLD)
def test_characters(told: list[str | None], own: str, expected: str) -> None:
    assert _read(_spec(told, own), len(told)) == expected


def test_glyphs_that_the_pdf_numbers_otherwise() -> None:
    spec = _spec(["第", " "], "次第")
    spec["DescendantFonts"][0]["CIDToGIDMap"] = PDFStream({}, bytes([0, 0, 0, 2, 0, 1]))
    assert _read(spec, 2) == "第次"


@pytest.mark.parametrize("file", [b"", b"no font", b"\0\1\0\0\0\1" + bytes(20)])
def test_a_font_that_cannot_be_read(file: bytes) -> None:
    spec = _spec(["第", " "], "第次")
    spec["DescendantFonts"][0]["FontDescriptor"]["FontFile2"] = PDFStream({}, file)
    assert _read(spec, 2) == "第 "


def _read(spec: dict[str, Any], glyphs: int) -> str:
    font: Any = Fonts().get_font(None, spec)
    return "".join(font.to_unichr(glyph + 1) for glyph in range(glyphs))


def _spec(told: list[str | None], own: str) -> dict[str, Any]:
    rows = [f"<{g:04X}> <{ord(c):04X}>" for g, c in enumerate(told, 1) if c is not None]
    told_map = f"begincmap {len(rows)} beginbfchar {' '.join(rows)} endbfchar endcmap"
    descendant = {
        "Type": LIT("Font"),
        "Subtype": LIT("CIDFontType2"),
        "BaseFont": LIT("Test"),
        "CIDSystemInfo": {"Registry": b"Adobe", "Ordering": b"Identity"},
        "FontDescriptor": {"FontFile2": PDFStream({}, _file(own))},
    }
    return {
        "Type": LIT("Font"),
        "Subtype": LIT("Type0"),
        "Encoding": LIT("Identity-H"),
        "DescendantFonts": [descendant],
        "ToUnicode": PDFStream({}, told_map.encode()),
    }


def _file(characters: str) -> bytes:
    """A TrueType font of empty glyphs, one for each of the characters, the first with a variant."""
    names = [".notdef", *(f"g{index}" for index in range(1, len(characters) + 1))]
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(names)
    known = {ord(char): name for char, name in zip(characters, names[1:], strict=True)}
    builder.setupCharacterMap(known, uvs=[(ord(characters[0]), 0xFE00, None)])
    builder.setupGlyf({name: Glyph() for name in names})
    builder.setupHorizontalMetrics(dict.fromkeys(names, (1000, 0)))
    builder.setupHorizontalHeader()
    builder.setupPost()
    out = io.BytesIO()
    builder.save(out)
    return out.getvalue()
