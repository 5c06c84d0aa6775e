"""The press: pages of placed glyphs, rules, and pictures, printed to a PDF by reportlab.

Places are PDF points from the page's top left corner; a glyph's `y` is its baseline. What is
placed first is drawn first, so that a layout decides the order of the stream.
"""

import io
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Protocol

from PIL import Image
from reportlab import rl_config
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

A4 = (595.0, 842.0)

# Binary streams: half as large again as text, and the same bytes wherever zlib is the same.
rl_config.useA85 = 0


class Mark(Protocol):
    """Whatever leaves ink on a page."""

    def draw(self, canvas: Any, height: float) -> None:
        """Draw it on a page of that height."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character; `turn` turns it clockwise round the start of its baseline."""

    char: str
    x: float
    y: float
    font: str
    size: float
    turn: int = 0

    def draw(self, canvas: Any, height: float) -> None:
        """Show the character by itself, as typesetting programs do."""
        canvas.setFont(self.font, self.size)
        if not self.turn:
            canvas.drawString(self.x, height - self.y, self.char)
            return
        canvas.saveState()
        canvas.translate(self.x, height - self.y)
        canvas.rotate(-self.turn)
        canvas.drawString(0, 0, self.char)
        canvas.restoreState()


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line."""

    x0: float
    y0: float
    x1: float
    y1: float
    weight: float = 0.5

    def draw(self, canvas: Any, height: float) -> None:
        """Stroke it."""
        canvas.setLineWidth(self.weight)
        canvas.line(self.x0, height - self.y0, self.x1, height - self.y1)


@dataclass(frozen=True, slots=True)
class Picture:
    """A grey picture, as a photograph or a scanned page is one."""

    x: float
    y: float
    width: float
    height: float

    def draw(self, canvas: Any, height: float) -> None:
        """Place the image."""
        image = ImageReader(Image.new("L", (8, 8), 200))
        canvas.drawImage(image, self.x, height - self.y - self.height, self.width, self.height)


@dataclass(frozen=True, slots=True)
class Drawing:
    """Anything else that reportlab's canvas can draw."""

    stroke: Callable[[Any, float], None]

    def draw(self, canvas: Any, height: float) -> None:
        """Let it draw itself."""
        self.stroke(canvas, height)


@dataclass(slots=True)
class Page:
    """A page of the press, as a reader holds it.

    It is drawn so that it must be turned clockwise by `rotation` to be read; where it is `told`,
    the PDF tells viewers to do that."""

    width: float = A4[0]
    height: float = A4[1]
    rotation: int = 0
    told: bool = True
    marks: list[Mark] = field(default_factory=list)

    def rule(self, x0: float, y0: float, x1: float, y1: float, weight: float = 0.5) -> None:
        """Draw a line."""
        self.marks.append(Rule(x0, y0, x1, y1, weight))

    def box(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """Draw a frame of four lines."""
        for a, b in [((x0, y0), (x1, y0)), ((x0, y1), (x1, y1))]:
            self.rule(*a, *b)
        for a, b in [((x0, y0), (x0, y1)), ((x1, y0), (x1, y1))]:
            self.rule(*a, *b)

    def picture(self, x: float, y: float, width: float, height: float) -> None:
        """Place a grey picture."""
        self.marks.append(Picture(x, y, width, height))


def print_pages(pages: list[Page], title: str, encrypt: Any = None) -> bytes:
    """The PDF: always the same bytes for the same pages (fonts and zlib being the same)."""
    sheet = io.BytesIO()
    canvas = Canvas(sheet, invariant=1, pageCompression=1, encrypt=encrypt)
    canvas.setTitle(title)
    for page in pages:
        _lay(canvas, page)
        for mark in page.marks:
            mark.draw(canvas, page.height)
        canvas.showPage()
    canvas.save()
    return sheet.getvalue()


def _lay(canvas: Any, page: Page) -> None:
    """Turn the sheet under the page."""
    wide, high = page.width, page.height
    lying = page.rotation in (90, 270) and not page.told  # else reportlab lays it down itself
    canvas.setPageSize((high, wide) if lying else (wide, high))
    canvas.setPageRotation(page.rotation if page.told else 0)
    canvas.translate(*{0: (0, 0), 90: (high, 0), 180: (wide, high), 270: (0, wide)}[page.rotation])
    canvas.rotate(page.rotation)
