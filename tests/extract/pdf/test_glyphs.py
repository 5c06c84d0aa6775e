"""Ink: which paths are boxes."""

from io import BytesIO

import pdfplumber
import pytest
from reportlab.pdfgen.canvas import Canvas

from pipeline.extract.pdf.glyphs import read_page
from pipeline.glyphs import Glyphs

BOX = [(100, 200), (60, 200), (60, 100), (140, 100), (140, 200), (100, 200)]  # from a side's middle
HEXAGON = [(80, 200), (60, 150), (80, 100), (120, 100), (140, 150), (120, 200), (80, 200)]
NOTCHED = [(60, 200), (60, 100), (140, 100), (140, 150), (100, 150), (100, 200), (60, 200)]


@pytest.mark.parametrize(("points", "strokes"), [(BOX, 1), (HEXAGON, 0), (NOTCHED, 0)])
def test_boxes_drawn_as_paths(points: list[tuple[int, int]], strokes: int) -> None:
    made = BytesIO()
    canvas = Canvas(made, pagesize=(200, 300))
    path = canvas.beginPath()
    path.moveTo(*points[0])
    for place in points[1:]:
        path.lineTo(*place)
    canvas.drawPath(path)
    canvas.save()
    with pdfplumber.open(made) as pdf:
        _, ink = read_page(pdf.pages[0], Glyphs(), 1)
    assert (len(ink.strokes), len(ink.curves)) == (strokes, 1 - strokes)
