"""How deep a heading stands: the outline that enumeration marks draw."""

from pipeline.extract.reflow.markers import KANA, NUMBER, Marker
from pipeline.extract.reflow.units import Unit

_TITLE = 1
_APART = ("コラム", "特集", "参考", "付録", "附属", "別添", "別紙", "資料")


class Outline:
    """Gives headings their levels as they come: 1 for the title, 2 for what stands under it …"""

    def __init__(self) -> None:
        self._last: dict[int, int] = {}  # the value that each family of marks has reached
        self._begun = False  # whether the title is complete

    def level(self, unit: Unit, is_stacked: bool) -> int:
        """The level of the next heading; a stacked one stands right under another."""
        mark = unit.marker
        if unit.lines[0].level:
            return self._given(unit.lines[0].level)
        if mark is None:
            return self._unmarked(unit.text, is_stacked)
        rank = self._rank(mark)
        self._last[rank] = self._last.get(rank, 0) + 1 if rank != mark.rank else mark.value
        for deeper in [known for known in self._last if known > rank]:
            del self._last[deeper]
        self._begun = True
        return _TITLE + 1 + rank

    def _given(self, level: int) -> int:
        self._last.clear()
        self._begun = True
        return level

    def _rank(self, mark: Marker) -> int:
        """The mark's family, but `1` between ア and ウ is a misread イ."""
        expected = self._last.get(NUMBER, 0) + 1
        is_slip = mark.rank == NUMBER and mark.value == 1 != expected and len(self._last) > 1
        return KANA if is_slip else mark.rank

    def _unmarked(self, text: str, is_stacked: bool) -> int:
        """A heading without a mark: the title, a part apart, or one more under the last."""
        if not self._last:
            is_title = is_stacked and not self._begun
            self._begun = self._begun or not is_stacked
            return _TITLE if is_title else _TITLE + 1
        if text.startswith(_APART):
            self._last.clear()
            return _TITLE + 1
        inner = [rank for rank in self._last if rank >= KANA]
        return _TITLE + 1 + (min(inner) if inner else max(self._last, default=0) + 1)
