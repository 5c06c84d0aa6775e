"""Figures: clusters of curves, pictures and bars; their labels are chart text, not prose."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce

from pipeline.extract.pdf.columns import Float
from pipeline.extract.pdf.frame import Rect, around
from pipeline.extract.pdf.groups import groups
from pipeline.extract.pdf.kinds import Style, is_small
from pipeline.extract.pdf.lines import Line, is_inside
from pipeline.extract.pdf.sheet import Sheet
from pipeline.extract.pdf.signs import is_caption, is_note
from pipeline.report import BlockKind

# How much ink makes a figure: shapes that touch each other (a picture counts for all of them).
_SHAPES = 8
# A box round more of the page than this is its background.
_BACKGROUND = 0.6
# What a rule counts: frames and axes make no figure unless figures stand along them.
_RULE = 0.1
# A stroke thinner than this (points) is an axis or a rule.
_THIN = 2.5


@dataclass(slots=True)
class _Cluster:
    box: Rect
    shapes: float


def take_figures(sheet: Sheet, style: Style) -> list[Float]:
    """Take the labels of figures out of the sheet; each figure is a float with its labels."""
    found = []
    for cluster in _clusters(sheet):
        box = cluster.box
        inside = [line for line in sheet.lines if is_inside(line, box)]
        if _is_prose(inside, sheet):
            continue
        plate = _plate(box, sheet)
        inside = [line for line in sheet.lines if _is_label(line, box, plate, sheet)]
        aslant = [line for line in sheet.aslant if is_inside(line, plate)]
        caption = _caption(box, [line for line in sheet.lines if line not in inside], style)
        gone = {id(line) for line in [*inside, *aslant, *caption]}
        sheet.lines = [line for line in sheet.lines if id(line) not in gone]
        sheet.aslant = [line for line in sheet.aslant if id(line) not in gone]
        found.append(Float(*box, BlockKind.CHART, [*inside, *aslant], caption=caption))
    return found


def _clusters(sheet: Sheet) -> list[_Cluster]:
    """Shapes that touch each other (or nearly), if there are enough of them."""
    em = sheet.em
    page = sheet.frame.width * sheet.frame.height
    shapes = [
        (box, float(_SHAPES)) for box in sheet.pictures if min(box.width, box.height) > 2 * em
    ]
    shapes += [(box, 1.0) for box in sheet.curves if max(box.width, box.height) > 2]
    shapes += [(box, 1.0) for box in (*sheet.strokes, *sheet.fills) if _is_bar(box, em)]
    shapes += [(box, _RULE) for box in sheet.strokes if min(box.width, box.height) <= _THIN]
    shapes = [(box, n) for box, n in shapes if box.width * box.height < _BACKGROUND * page]
    clusters = []
    for group in groups(len(shapes), _touching([box for box, _ in shapes], em)):
        members = [shapes[index] for index in group]
        box = reduce(around, (box for box, _ in members))
        clusters.append(_Cluster(box, sum(count for _, count in members)))
    return [cluster for cluster in clusters if _is_figure(cluster, sheet)]


def _is_figure(cluster: _Cluster, sheet: Sheet) -> bool:
    box, em = cluster.box, sheet.em
    if box.width < 5 * em or box.height < 4.5 * em:
        return False
    if cluster.shapes >= _SHAPES:
        return True
    near = Rect(box.x0 - 3 * em, box.top - em, box.x1 + em, box.bottom + 2 * em)
    figures = sum(
        line.text.strip("%％,.").isdigit() for line in sheet.lines if is_inside(line, near)
    )
    return cluster.shapes >= 5 * _RULE and figures >= 4


def _is_bar(box: Rect, em: float) -> bool:
    """No rule, no frame, no underline: filled shapes and slanted strokes."""
    return box.width > 2.5 and box.height > 2.5 and box.width < 30 * em and box.height < 20 * em


def _touching(boxes: Sequence[Rect], em: float) -> Iterator[tuple[int, int]]:
    """Pairs of boxes that stand on one square of a grid."""
    squares: dict[tuple[int, int], int] = {}
    for index, box in enumerate(boxes):
        for x in range(int(box.x0 / em), int(box.x1 / em) + 2):
            for y in range(int(box.top / em), int(box.bottom / em) + 2):
                other = squares.setdefault((x, y), index)
                if other != index:
                    yield other, index


def _caption(box: Rect, lines: Sequence[Line], style: Style) -> list[Line]:
    """The lines right below a figure in other type than the body, if they say no source."""
    found: list[Line] = []
    bottom = box.bottom
    for line in sorted(lines, key=lambda line: line.top):
        if line.top < box.bottom - 0.5 * line.size or line.x1 < box.x0 or line.x0 > box.x1:
            continue
        wide = line.x0 < box.x0 - 2 * line.size or line.x1 > box.x1 + 2 * line.size
        far = line.top - bottom > (1.2 if found else 2.5) * line.size
        other = found and abs(found[0].size - line.size) > 0.1
        if wide or far or other or not is_small(line, style) or is_note(line.text):
            break
        found.append(line)
        bottom = line.bottom
    return found


def _plate(box: Rect, sheet: Sheet) -> Rect:
    """The area that a figure stands on, or what is near it."""
    em = sheet.em
    most = _BACKGROUND * sheet.frame.width * sheet.frame.height
    plates = [
        plate
        for plate in (*sheet.fills, *sheet.strokes)
        if plate.x0 <= box.x0 + em
        and plate.top <= box.top + em
        and plate.x1 >= box.x1 - em
        and plate.bottom >= box.bottom - em
        and plate.width * plate.height < most
    ]
    plate = max(plates, key=lambda area: area.width * area.height, default=box)
    return around(plate, Rect(box.x0 - 2 * em, box.top - em, box.x1 + 2 * em, box.bottom + em))


def _is_label(line: Line, box: Rect, plate: Rect, sheet: Sheet) -> bool:
    """Whether a line is one of a figure's labels: in it, or short and on its plate."""
    if not is_inside(line, plate):
        return False
    text = line.text
    if is_caption(text) or is_note(text) or _follows_note(line, sheet):
        return False
    if is_inside(line, box):
        return True
    if line.width > 14 * sheet.em or text.endswith(("。", "、")):
        return False
    return abs(line.size - sheet.em) > 0.015 * sheet.em or len(text) < 10


def _follows_note(line: Line, sheet: Sheet) -> bool:
    """Whether the line stands under the first line of a source or remark, in its type."""
    return any(
        0 < line.top - note.top < 4 * line.size
        and abs(note.size - line.size) < 0.02 * line.size
        and note.x0 < line.x0 + line.size
        and is_note(note.text)
        for note in sheet.lines
    )


def _is_prose(lines: Iterable[Line], sheet: Sheet) -> bool:
    """Whether the shapes only frame or adorn running text."""
    total = prose = 0
    for line in lines:
        letters = len(line.glyphs)
        total += letters
        if line.width > 14 * sheet.em and line.size > 0.75 * sheet.em:
            prose += letters
    return prose > 0.4 * total
