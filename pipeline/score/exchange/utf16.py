"""Offsets in code points (Python) and in UTF-16 units (labelling tools written in JavaScript).

They differ behind every character outside the Basic Multilingual Plane, such as 𠮟 or 𡈽
(label-studio#1347, doccano#1360).
"""

from itertools import accumulate


class Utf16:
    """Converts offsets of one text both ways.

    >>> Utf16("𠮟る人").units(1)
    2
    """

    def __init__(self, text: str) -> None:
        widths = (2 if ord(character) > 0xFFFF else 1 for character in text)
        self._units = [0, *accumulate(widths)]
        self._points = {unit: point for point, unit in enumerate(self._units)}

    def units(self, point: int) -> int:
        """The offset in UTF-16 units of a code point's offset."""
        return self._units[point]

    def point(self, unit: int) -> int:
        """The offset in code points of a UTF-16 offset. Raises ValueError inside a pair."""
        try:
            return self._points[unit]
        except KeyError:
            raise ValueError(f"offset {unit} is outside the text or splits a character") from None
