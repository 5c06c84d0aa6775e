"""Countries inside the names of organisations, for their limits and their value."""

import re
from dataclasses import dataclass
from pathlib import Path

from pipeline.lexicon import Gazetteer, Row
from pipeline.tag.countries.lexicon import Part, read_country_lexicon

# Whose embassy it is, whose army: the last country of the name says it.
_LAST_DECIDES = ("館", "軍", "代表部", "隊", "事務所")


@dataclass(frozen=True, slots=True)
class States:
    """Names of countries (`names`), and their one-character names by code."""

    names: Gazetteer
    characters: dict[str, str]

    def count(self, name: str) -> int:
        """How many countries the name tells of: 日米 → 2."""
        found = {e.rows[0]["codes"] for e in self.names.longest(name) if e.rows[0]["codes"]}
        return sum(len(codes.split(";")) for codes in found)

    def value(self, name: str) -> str:
        """The code of the one country that the name tells of, or nothing: 在日米軍 → USA."""
        codes = [e.rows[0]["code"] for e in self.names.longest(name) if e.rows[0]["code"]]
        if name[-1:] == "軍" or not codes:
            codes = self._characters(name) + codes
        if not codes:
            return ""
        if name.endswith(_LAST_DECIDES):
            return codes[-1]
        return codes[0] if len(set(codes)) == 1 else ""

    def _characters(self, name: str) -> list[str]:
        match = re.match(rf"(?:[在駐](?P<host>.))?(?P<own>[{''.join(self.characters)}])", name)
        return [self.characters[match["own"]]] if match else []


def read_states(lexicon: Path) -> States:
    """Read the country files. Raises LexiconError."""
    known = read_country_lexicon(lexicon)
    rows = ((surface, _row(surface, found)) for surface, found in known.words.items())
    return States(Gazetteer(rows), known.characters)


def _row(surface: str, found: tuple[Part, ...]) -> Row:
    code = found[0].code if _is_whole(surface, found) else ""
    return {"code": code, "codes": ";".join(part.code for part in found)}


def _is_whole(surface: str, found: tuple[Part, ...]) -> bool:
    """Whether the word is a country's name and nothing else: ロシア, not 日本海 or 日米."""
    return len(found) == 1 and (found[0].start, found[0].end) == (0, len(surface))
