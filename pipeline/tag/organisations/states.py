"""Countries inside the names of organisations, for their limits and their value."""

import re
from dataclasses import dataclass
from pathlib import Path

from pipeline.lexicon import Gazetteer
from pipeline.tag.nations import read_nations

# Whose embassy it is, whose army: the last country of the name says it.
_LAST_DECIDES = ("館", "軍", "代表部", "隊", "事務所")
_LONGEST = 14  # of the names of countries
# Regions that hold a country's name.
_REGIONS = re.compile("インド太平洋|インド洋|日本海|南アジア|東アジア")


@dataclass(frozen=True, slots=True)
class States:
    """Countries by their whole names, and by their one-character names."""

    names: Gazetteer
    codes: dict[str, str]
    characters: dict[str, str]

    def count(self, name: str) -> int:
        """How many countries the name tells of: 日米 → 2, ロシア → 1."""
        if len(name) > 1 and all(char in self.characters for char in name):
            return len(name)
        return sum(1 for _ in self.names.longest(name))

    def value(self, name: str) -> str:
        """The code of the one country that the name tells of, or nothing: 在日米軍 → USA."""
        codes = [entry.rows[0]["code"] for entry in self.names.longest(_REGIONS.sub("", name))]
        if not codes:
            codes = self._characters(name)
        if not codes:
            return ""
        if name.endswith(_LAST_DECIDES):
            return codes[-1]
        return codes[0] if len(set(codes)) == 1 else ""

    def owner(self, text: str, start: int) -> str:
        """The code of the country whose body begins at `start`: ロシアの|外務省 → RUS."""
        if text[start - 1 : start] != "の":
            return ""
        before = range(max(0, start - 1 - _LONGEST), start - 2)
        names = (text[begin : start - 1] for begin in before)
        return next((self.codes[name] for name in names if name in self.codes), "")

    def _characters(self, name: str) -> list[str]:
        """The country that one character at the front tells: 米海軍; 在日|米軍, 在沖縄|米軍."""
        own = f"[{''.join(self.characters)}]"
        match = re.match(rf"(?:[在駐].{{1,6}}?(?={own}軍))?(?P<own>{own})", name)
        return [self.characters[match["own"]]] if match else []


def read_states(lexicon: Path) -> States:
    """Read countries.csv. Raises LexiconError."""
    nations = read_nations(lexicon)
    named = ((name, {"code": code}) for name, code in nations.names.items())
    return States(Gazetteer(named), nations.names, nations.characters)
