"""The source characters of a PDF as columns; a long report has millions of them."""

from array import array
from collections.abc import Iterable, MutableSequence
from dataclasses import dataclass, field
from typing import Annotated, NamedTuple

from pydantic import PlainSerializer, PlainValidator


class Box(NamedTuple):
    """A rectangle on a page (numbered from 1), in PDF points from the page's top left corner."""

    page: int
    x0: float
    top: float
    x1: float
    bottom: float


def _hundredths(places: Iterable[float]) -> Iterable[float]:
    """Places as they are told: four bytes hold a hundredth of a point, but not exactly."""
    return (round(place * 100) / 100 for place in places)


def numbers(values: Iterable[int] = ()) -> MutableSequence[int]:
    """A column of numbers."""
    return array("i", values)


def places(values: Iterable[float] = ()) -> MutableSequence[float]:
    """A column of places on a page, each good to a hundredth of a point."""
    return array("f", values)


Numbers = Annotated[
    MutableSequence[int], PlainValidator(numbers), PlainSerializer(iter, return_type=Iterable[int])
]
Places = Annotated[MutableSequence[float], PlainValidator(places), PlainSerializer(_hundredths)]


@dataclass(slots=True)
class Glyphs:
    """The source characters as columns: character, page, box in PDF points.

    A glyph takes some twenty bytes; as JSON, a column is a list of numbers.
    """

    text: str = ""
    page: Numbers = field(default_factory=numbers)
    x0: Places = field(default_factory=places)
    top: Places = field(default_factory=places)
    x1: Places = field(default_factory=places)
    bottom: Places = field(default_factory=places)

    def add(self, char: str, page: int, box: tuple[float, float, float, float]) -> int:
        """Add a character with its box `(x0, top, x1, bottom)`; returns its index."""
        self.text += char
        return self.place(page, box)

    def place(self, page: int, box: tuple[float, float, float, float]) -> int:
        """Add the place of a character whose text is added with others'; returns its index."""
        self.page.append(page)
        self.x0.append(box[0])
        self.top.append(box[1])
        self.x1.append(box[2])
        self.bottom.append(box[3])
        return len(self.page) - 1

    def extend(self, others: "Glyphs") -> None:
        """Add other characters behind these."""
        self.text += others.text
        self.page += others.page
        self.x0 += others.x0
        self.top += others.top
        self.x1 += others.x1
        self.bottom += others.bottom

    def box(self, characters: Iterable[int]) -> Box:
        """The box round those of the characters (one at least) that stand on the first one's page.

        `glyphs.box([7, 8])` → `Box(page=2, x0=56.69, top=70.1, x1=78.69, bottom=81.1)`.
        """
        first, *rest = characters
        page = self.page[first]
        here = [first, *(index for index in rest if self.page[index] == page)]
        edges = (
            min(self.x0[index] for index in here),
            min(self.top[index] for index in here),
            max(self.x1[index] for index in here),
            max(self.bottom[index] for index in here),
        )
        return Box(page, *_hundredths(edges))
