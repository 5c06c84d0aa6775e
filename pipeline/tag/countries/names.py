"""Whole names of countries: ロシア連邦, 北朝鮮, UAE, names with layout's spaces in them."""

import re

from pipeline.lexicon import Gazetteer
from pipeline.mention import Label, Mention
from pipeline.tag.countries.lexicon import CountryLexicon

_KATAKANA = "ァ-ヺー"
_LETTER = "A-Za-z0-9"
_IS_KATAKANA = re.compile(f"[{_KATAKANA}]")
_SPACE = re.compile(r"[ \n]")


class NameFinder:
    """Finds the lexicon's words and names; keeps what no country is out of the way."""

    def __init__(self, lexicon: CountryLexicon) -> None:
        self._lexicon = lexicon
        self._words = Gazetteer((word, {"word": word}) for word in lexicon.words)
        latin = "|".join(re.escape(name) for name in sorted(lexicon.latin, key=len, reverse=True))
        self._latin = re.compile(rf"(?<![{_LETTER}])(?:{latin})(?![{_LETTER}$])")

    def find(self, text: str) -> tuple[list[Mention], list[tuple[int, int]]]:
        """The countries of a folded text, and all stretches that known words take."""
        squeezed, offsets = _squeeze(text)
        found: list[Mention] = []
        taken: list[tuple[int, int]] = []
        for entry in self._words.longest(squeezed):
            start, end = offsets[entry.start], offsets[entry.end - 1] + 1
            parts = self._lexicon.words[squeezed[entry.start : entry.end]]
            if not _joinable(text, start, end) or (
                parts and not self._stands_alone(text, start, end)
            ):
                continue
            taken.append((start, end))
            for part in parts:
                first = offsets[entry.start + part.start]
                last = offsets[entry.start + part.end - 1] + 1
                found.append(_country(first, last, part.code))
        found.extend(
            _country(m.start(), m.end(), self._lexicon.latin[m[0]])
            for m in self._latin.finditer(text)
        )
        return found, taken

    def _stands_alone(self, text: str, start: int, end: int) -> bool:
        """Whether the name is no piece of a longer word: タイ is in タイ王国, not in タイプ."""
        if text.startswith(self._lexicon.tails, end):
            return False
        if not _IS_KATAKANA.match(text[end - 1]):
            return True
        touches_before = start > 0 and _IS_KATAKANA.match(text[start - 1])
        touches_after = end < len(text) and _IS_KATAKANA.match(text[end])
        return not touches_before and not touches_after


def _country(start: int, end: int, code: str) -> Mention:
    return Mention(start, end, Label.COUNTRY, code, "countries", 0.98, "text")


def _squeeze(text: str) -> tuple[str, list[int]]:
    """The text without white space, and where each of its characters stood."""
    offsets = [i for i, char in enumerate(text) if char not in " \n"]
    return "".join(map(text.__getitem__, offsets)), offsets


def _joinable(text: str, start: int, end: int) -> bool:
    """Whether the white space inside a name can be layout's: 日　本, アゼルバ⏎イジャン."""
    gaps = _SPACE.findall(text, start, end)
    if not gaps:
        return True
    return end - start - len(gaps) > 2 or ("\n" not in gaps and text[start - 1 : start] in "\n ")
