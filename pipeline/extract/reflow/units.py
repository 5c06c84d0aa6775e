"""Lines that stand together: paragraphs, headings, footnotes, before they are given their kind."""

from dataclasses import dataclass
from enum import IntEnum, auto

from pipeline.extract.reflow.lines import Line
from pipeline.extract.reflow.markers import Marker
from pipeline.extract.reflow.shapes import is_bracketed, is_ended
from pipeline.report import AsideKind


class Shape(IntEnum):
    """What a line looks like by itself."""

    TEXT = auto()
    MARKED = auto()
    TURN = auto()
    FIELD = auto()
    DATE = auto()
    GIVEN = auto()  # the source's markup says what it is
    ROSTER = auto()
    FOOTNOTE = auto()
    CAPTION = auto()
    NOTE = auto()
    BRACKETED = auto()
    RUNNING_HEAD = auto()
    PAGE_NUMBER = auto()
    RULE = auto()
    INVISIBLE = auto()


SET_ASIDE = {
    Shape.RUNNING_HEAD: AsideKind.RUNNING_HEAD,
    Shape.PAGE_NUMBER: AsideKind.PAGE_NUMBER,
    Shape.RULE: AsideKind.MARKUP,
    Shape.INVISIBLE: AsideKind.CONTROL,
}
"""What is no text, and what it is kept as."""


HEADING_COLUMNS = 100
FEW = 4  # lines that a heading or a name takes at most


@dataclass(slots=True)
class Unit:
    """Lines that belong together."""

    shape: Shape
    lines: list[Line]
    marker: Marker | None = None
    number: str = ""  # of a footnote
    full: bool = False  # the last line reaches the right margin

    @property
    def text(self) -> str:
        """The lines' text, joined without anything between."""
        return "".join(line.text for line in self.lines)

    @property
    def end(self) -> str:
        """The text of the last lines, in which a bracket may be open."""
        return "".join(line.text for line in self.lines[-FEW:])

    @property
    def last(self) -> Line:
        """The line that a continuation would follow."""
        return self.lines[-1]

    @property
    def width(self) -> int:
        """Columns of all lines together."""
        return sum(line.width for line in self.lines)

    @property
    def is_prose(self) -> bool:
        """Whether this is running text rather than a heading, a name, a label."""
        return is_ended(self.last.text) or self.has_sentence

    @property
    def has_sentence(self) -> bool:
        """Whether a sentence ends somewhere in it."""
        return any("。" in line.text for line in self.lines)

    @property
    def is_label(self) -> bool:
        """Whether this is a short line without a mark: a heading, a name, an unnumbered caption."""
        return self.shape is Shape.TEXT and not self.is_prose and self.width <= HEADING_COLUMNS

    @property
    def breaks_off(self) -> bool:
        """Whether the text stops inside a sentence."""
        if is_ended(self.last.text) or is_bracketed(self.end):
            return False
        end = self.last.text[-1]
        return self.has_sentence or "ぁ" <= end <= "ゖ" or end in "、，," or self._runs_on

    @property
    def _runs_on(self) -> bool:
        return len(self.lines) > 1 and self.full
