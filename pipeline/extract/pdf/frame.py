"""Frames: the page turned so that its text runs from left to right and from top to bottom.

All reading of layout happens in a frame, so that vertical writing (lines go down, the next line
stands to the left) and rotated pages need no rules of their own.
"""

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple


class Direction(Enum):
    """Where a line of text goes on the page."""

    RIGHT = "right"
    DOWN = "down"  # vertical writing, or a page that lies on its right side
    UP = "up"
    LEFT = "left"


class Rect(NamedTuple):
    """A rectangle; y grows downwards."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top

    def holds(self, x: float, y: float) -> bool:
        """Whether the point lies inside."""
        return self.x0 <= x <= self.x1 and self.top <= y <= self.bottom


def around(a: Rect, b: Rect) -> Rect:
    """The smallest rectangle that holds both."""
    return Rect(min(a.x0, b.x0), min(a.top, b.top), max(a.x1, b.x1), max(a.bottom, b.bottom))


@dataclass(frozen=True, slots=True)
class Frame:
    """How a page of the given size is turned."""

    direction: Direction
    page_width: float
    page_height: float

    @property
    def width(self) -> float:
        """The page's width once it is turned."""
        return self.page_width if self._level else self.page_height

    @property
    def height(self) -> float:
        """The page's height once it is turned."""
        return self.page_height if self._level else self.page_width

    @property
    def _level(self) -> bool:
        return self.direction in (Direction.RIGHT, Direction.LEFT)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point of the page, in the frame."""
        if self.direction is Direction.RIGHT:
            return x, y
        if self.direction is Direction.DOWN:
            return y, self.page_width - x
        if self.direction is Direction.UP:
            return self.page_height - y, x
        return self.page_width - x, self.page_height - y

    def page_point(self, x: float, y: float) -> tuple[float, float]:
        """A point of the frame, on the page."""
        if self.direction is Direction.RIGHT:
            return x, y
        if self.direction is Direction.DOWN:
            return self.page_width - y, x
        if self.direction is Direction.UP:
            return y, self.page_height - x
        return self.page_width - x, self.page_height - y

    def rect(self, x0: float, top: float, x1: float, bottom: float) -> Rect:
        """A rectangle of the page, in the frame."""
        return _between(self.point(x0, top), self.point(x1, bottom))

    def page_rect(self, x0: float, top: float, x1: float, bottom: float) -> Rect:
        """A rectangle of the frame, on the page."""
        return _between(self.page_point(x0, top), self.page_point(x1, bottom))


def _between(a: tuple[float, float], b: tuple[float, float]) -> Rect:
    return Rect(min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1]))
