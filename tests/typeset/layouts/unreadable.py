"""What cannot be read, or only with a key."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from itertools import groupby
from typing import Any

from fontTools.pens.basePen import BasePen  # type: ignore[import-untyped]
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader

from tests.typeset.flow import Frame, flow
from tests.typeset.fonts import FILES, outlines
from tests.typeset.identity import IdentityFont
from tests.typeset.layout import STYLES, Layout
from tests.typeset.press import Drawing, Glyph, Page, print_pages
from tests.typeset.source import Block, Story

_HEIGHT = 260


def plain(story: Story) -> list[Page]:
    """A page as any other: what matters is done to the file."""
    page = Page(height=_HEIGHT)
    blocks = [Block("paragraph", b.pieces) if b.kind == "chart" else b for b in story.blocks]
    flow(blocks, [Frame(page, 100, 60, 395, 160)], STYLES)
    return [page]


def scanned(_story: Story) -> list[Page]:
    """Nothing but a picture as large as the page."""
    page = Page(height=_HEIGHT)
    page.picture(0, 0, page.width, page.height)
    return [page]


def outlined(story: Story) -> list[Page]:
    """Glyphs as curves."""
    page = Page(height=_HEIGHT)
    for index, char in enumerate(story.blocks[0].text):
        glyph = Glyph(char, 100 + index * 24, 120, "mincho", 22)
        page.marks.append(Drawing(partial(_draw_outline, glyph)))
    return [page]


def lettered(story: Story) -> list[Page]:
    """The title of a box is curves; so are a row of dots and a striped rule, which are no text."""
    page = Page(height=360)
    (title,) = story.of("chart")
    page.box(60, 56, 535, 84)
    for index, char in enumerate(title.text):
        glyph = Glyph(char, 70 + index * 14.5, 75, "gothic", 14)
        page.marks.append(Drawing(partial(_draw_outline, glyph)))
    for index in range(30):
        page.marks.append(Drawing(partial(_draw_ornament, index)))
    flow(story.of("heading", "paragraph"), [Frame(page, 100, 110, 395, 220)], STYLES)
    return [page]


def _draw_ornament(index: int, canvas: Any, height: float) -> None:
    x = 100 + index * 13
    canvas.circle(x, height - 350, 4, stroke=0, fill=1)
    path = canvas.beginPath()
    path.moveTo(x, height - 340)
    for corner in ((x + 6, 340), (x + 10, 332), (x + 4, 332)):
        path.lineTo(corner[0], height - corner[1])
    path.close()
    canvas.drawPath(path, stroke=0, fill=1)


def pictured(story: Story) -> list[Page]:
    """The numbers of items are no text: in turn one is an outline, one a picture."""
    page = Page(height=_HEIGHT)
    flow(story.blocks, [Frame(page, 100, 60, 395, 170)], STYLES)
    glyphs = [mark for mark in page.marks if isinstance(mark, Glyph)]
    page.marks = []
    numbers = 0
    for is_number, run in groupby(glyphs, key=lambda glyph: glyph.char in "0123456789)"):
        listed = list(run)
        if not is_number:
            page.marks += listed
            continue
        draw = _draw_picture if numbers % 2 else _draw_outlines
        page.marks.append(Drawing(partial(draw, listed)))
        numbers += 1
    return [page]


def _draw_picture(glyphs: Sequence[Glyph], canvas: Any, height: float) -> None:
    """The glyphs as one picture, 288 dots an inch."""
    first = glyphs[0]
    size = first.size * 4
    font = ImageFont.truetype(FILES[first.font], int(size))
    picture = Image.new("L", (int(size * len(glyphs) / 2), int(size)), 255)
    text = "".join(glyph.char for glyph in glyphs)
    ImageDraw.Draw(picture).text((0, size * 0.88), text, 0, font=font, anchor="ls")
    place = first.x, height - first.y - first.size * 0.12
    canvas.drawImage(ImageReader(picture), *place, picture.width / 4, picture.height / 4)


def _draw_outlines(glyphs: Sequence[Glyph], canvas: Any, height: float) -> None:
    for glyph in glyphs:
        _draw_outline(glyph, canvas, height)


def _draw_outline(glyph: Glyph, canvas: Any, height: float) -> None:
    font = outlines(glyph.font)
    glyphs = font.getGlyphSet()
    path = canvas.beginPath()
    pen = _PathPen(glyphs, path, glyph.size / font["head"].unitsPerEm, (glyph.x, height - glyph.y))
    glyphs[font.getBestCmap()[ord(glyph.char)]].draw(pen)
    canvas.drawPath(path, stroke=0, fill=1)


class _PathPen(BasePen):  # type: ignore[misc]
    """Draws a glyph's outline as a path on reportlab's canvas."""

    def __init__(self, glyphs: Any, path: Any, scale: float, origin: tuple[float, float]) -> None:
        super().__init__(glyphs)
        self._path, self._scale, self._origin = path, scale, origin

    def _at(self, point: tuple[float, float]) -> tuple[float, float]:
        x, y = self._origin
        return x + point[0] * self._scale, y + point[1] * self._scale

    def _moveTo(self, point: tuple[float, float]) -> None:  # noqa: N802
        self._path.moveTo(*self._at(point))

    def _lineTo(self, point: tuple[float, float]) -> None:  # noqa: N802
        self._path.lineTo(*self._at(point))

    def _curveToOne(self, *points: tuple[float, float]) -> None:  # noqa: N802
        self._path.curveTo(*(value for point in points for value in self._at(point)))

    def _closePath(self) -> None:  # noqa: N802
        self._path.close()


def slow(story: Story) -> list[Page]:
    """A map of ten thousand strokes on the first page, text on the second."""
    page = Page(height=_HEIGHT)
    for step in range(10_000):
        x, y = 60 + step % 400, 60 + step // 400 * 6
        page.rule(x, y, x + step % 7, y + step % 5, 0.1)
    return [page, *plain(story)]


def in_identity_font(story: Story, *, known: bool, blank: bool = False) -> list[Page]:
    """Set in a font of two bytes; its map leaves out what the source marks, or all, or calls what
    it marks spaces, though the font itself knows it."""
    printed = [piece for block in story.blocks for piece in block.pieces]
    chars = "".join(piece.printed or piece.text for piece in printed)
    hidden = {piece.printed for piece in printed}
    told = set(chars) - (set() if blank else hidden) if known else set()
    name = IdentityFont("mincho", chars, told=told, blank=hidden if blank else ()).register()
    pages = plain(story)
    for page in pages:
        page.marks = [replace(mark, font=name) for mark in page.marks if isinstance(mark, Glyph)]
    return pages


def encrypted(pages: list[Page], title: str, *, user: str) -> bytes:
    """Print encrypted (RC4, 128 bits: the same bytes at every run); the owner forbids copying."""
    lock = StandardEncryption(user, "owner", canPrint=0, canModify=0, canCopy=0, strength=128)
    return print_pages(pages, title, lock)


def cut_off(pages: list[Page], title: str) -> bytes:
    """The first half of the file."""
    pdf = print_pages(pages, title)
    return pdf[: len(pdf) // 2]


def _problem(code: str, page: int = 0) -> dict[str, list[dict[str, str | int]]]:
    return {"problems": [{"code": code, "page": page}]}


LAYOUTS = [
    Layout("scanned", "11: a picture without text", scanned, known=_problem("no-text", 1)),
    Layout("outlined", "11: glyphs as curves", outlined, known=_problem("no-text", 1)),
    Layout(
        "lettering",
        "11: a title as curves in a page of text",
        lettered,
        known=_problem("outlines", 1),
    ),
    Layout(
        "pictured-numbers",
        "11: numbers of items as outlines and as pictures",
        pictured,
        known=_problem("ocr", 1),
    ),
    Layout(
        "no-unicode",
        "10: (cid:…) for every character",
        partial(in_identity_font, known=False),
        known=_problem("garbled", 1),
    ),
    Layout(
        "cid-scattered",
        "10: (cid:…) here and there; U+FFFD in the truth",
        partial(in_identity_font, known=True),
    ),
    Layout(
        "blank-map",
        "10: a map that calls characters spaces; the font knows them",
        partial(in_identity_font, known=True, blank=True),
    ),
    Layout(
        "encrypted-user",
        "13: the password is hokoku",
        plain,
        known={**_problem("needs-password"), "password": "hokoku"},
        finish=partial(encrypted, user="hokoku"),
    ),
    Layout(
        "encrypted-owner",
        "13: opens without a password",
        plain,
        finish=partial(encrypted, user=""),
    ),
    Layout("slow-page", "11: many thousand lines; slow-page under a short limit", slow),
    Layout("damaged", "13: cut in half", plain, known=_problem("damaged"), finish=cut_off),
]
