"""Running heads in text copies: the line that every page has at its top or foot."""

import re
from collections import defaultdict
from collections.abc import Sequence

from pipeline.extract.reflow.lines import Line
from pipeline.extract.reflow.shapes import is_page_number

_FIGURES = re.compile("[0-9０-９]+")
_OFTEN = 3


def running_heads(lines: Sequence[Line]) -> set[int]:
    """The indices of lines that are repeated beside page breaks or page numbers.

    The first stays, since it can be the title: `防衛白書　第２章` on 40 pages is 39 running heads.
    """
    places: dict[str, list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        if line.kind is None and line.width <= 100 and _is_at_edge(lines, index):
            places[_FIGURES.sub("0", line.text)].append(index)
    return {
        index
        for text, found in places.items()
        if len(found) >= _OFTEN and not is_page_number(text)
        for index in found[found[0] == 0 :]
    }


def _is_at_edge(lines: Sequence[Line], index: int) -> bool:
    """Whether a page ends or begins at a line, as a form feed or a page number beside it tells."""
    for other in (index - 1, index + 1):
        if not 0 <= other < len(lines):
            return True
        if lines[other].page != lines[index].page or is_page_number(lines[other].text):
            return True
    return False
