"""Whole names of countries: ロシア連邦, 北朝鮮, UAE, names with layout's spaces in them."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from pipeline.lexicon import Gazetteer
from pipeline.mention import Label, Mention
from pipeline.tag.countries.lexicon import CountryLexicon, Part
from pipeline.tag.words import Words

_KATAKANA = re.compile(r"[ァ-ヺー]")
# A person's name can run into the country that the office after it is of: サル|セネガル|大統領.
_SHORT = 2
_OFFICE = re.compile(
    r"[前元新副]?(?:大統領|首相|国王|首長|国家主席|外務|国防|財務|[一-鿿]{1,4}(?<![首真世])相(?![互談手当違場撲]))"
)
_LETTER = re.compile(r"[0-9一-鿿々]")
_CUTTABLE = re.compile(r".国")  # 会期|中|国会
_SPACE = re.compile(r"[ \n]")
# 日本国|憲法, but 日本|国会: a name that ends in 国 may have taken it from the next word.
_TAKEN_FROM_NEXT = re.compile(r"国(?=内(?!閣)|[民防籍際会家土境立債産旗歌税有道])")


class NameFinder:
    """Finds the lexicon's words and names; keeps what no country is out of the way."""

    def __init__(self, lexicon: CountryLexicon) -> None:
        self._lexicon = lexicon
        self._words = Gazetteer((word, {"word": word}) for word in lexicon.words)
        self._longest_tail = max(map(len, lexicon.tails), default=0)
        latin = "|".join(re.escape(name) for name in sorted(lexicon.latin, key=len, reverse=True))
        self._latin = re.compile(rf"(?<![A-Za-z0-9])(?:{latin})(?![A-Za-z0-9$])")

    def find(self, text: str, words: Words) -> tuple[list[Mention], list[tuple[int, int]]]:
        """The countries of a folded text, and all stretches that known words take."""
        squeezed, offsets = _squeeze(text)
        found: list[Mention] = []
        taken: list[tuple[int, int]] = []
        for entry in self._words.longest(squeezed):
            surface = self._own(squeezed, entry.start, entry.end)
            start, end = offsets[entry.start], offsets[entry.start + len(surface) - 1] + 1
            parts = self._lexicon.words[surface]
            if not _joinable(text, start, end):
                continue
            if not self._stands(text, surface, parts, (start, end), words):
                continue
            taken.append((start, end))
            for part in parts:
                first = offsets[entry.start + part.start]
                found.append(_country(first, offsets[entry.start + part.end - 1] + 1, part.code))
        return [*found, *self._latin_names(text, taken)], taken

    def _latin_names(self, text: str, taken: list[tuple[int, int]]) -> Iterator[Mention]:
        within = {at for start, end in taken for at in range(start, end)}
        for match in self._latin.finditer(text):
            if match.start() not in within and self._is_country_before(text, match.end()):
                yield _country(match.start(), match.end(), self._lexicon.latin[match[0]])

    def _own(self, text: str, start: int, end: int) -> str:
        """The word without a 国 that is the next one's: イスラエル|国防軍."""
        surface = text[start:end]
        shorter = surface.removesuffix("国")
        taken = shorter in self._lexicon.words and _TAKEN_FROM_NEXT.match(text, end - 1)
        return shorter if taken else surface

    def _stands(
        self,
        text: str,
        surface: str,
        parts: tuple[Part, ...],
        span: tuple[int, int],
        words: Words,
    ) -> bool:
        if _is_name(parts, surface):
            return self._stands_alone(text, *span, words)
        begins_with_character = bool(parts) and parts[0].start == 0 and parts[0].end == 1
        return not begins_with_character or _begins_word(text, span[0], words)

    def _stands_alone(self, text: str, start: int, end: int, words: Words) -> bool:
        """Whether the name is no piece of another word: タイ of タイプ, 中国 of 会期中国会."""
        if not self._is_country_before(text, end):
            return False
        if not _KATAKANA.match(text[end - 1]):
            return not _CUTTABLE.fullmatch(text, start, end) or not _is_cut(words, start, end)
        starts = (
            not _KATAKANA.match(text[start - 1 : start])
            or start in words.starting_at
            or (end - start > _SHORT and _OFFICE.match(text, end) is not None)
        )
        return starts and (not _KATAKANA.match(text[end : end + 1]) or end in words.ending_at)

    def _is_country_before(self, text: str, end: int) -> bool:
        """Whether what stands after the name leaves it one: 〜海軍 does, 〜語 does not."""
        after = text[end : end + self._longest_tail + 2].replace(" ", "")
        sizes = range(self._longest_tail, 0, -1)
        tails = (self._lexicon.tails.get(after[:size]) for size in sizes if size <= len(after))
        return next((is_country for is_country in tails if is_country is not None), True)


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
    if end - start - len(gaps) > 2:
        return True
    inside_word = _LETTER.match(text[max(start - 1, 0) : start]) or _LETTER.match(text, end)
    return "\n" not in gaps and not inside_word


def _is_name(parts: tuple[Part, ...], surface: str) -> bool:
    """Whether a word of the lexicon is the name of a country, and nothing else."""
    return len(parts) == 1 and parts[0].end - parts[0].start == len(surface)


def _begins_word(text: str, at: int, words: Words) -> bool:
    return at in words.starting_at or not _LETTER.match(text[max(at - 1, 0) : at])


def _is_cut(words: Words, start: int, end: int) -> bool:
    """Whether a word of the text begins within the name and goes on: 会期中|国会 has no 中国."""
    last = bisect_right(words.starts, end - 1) - 1
    return last >= 0 and start < words.starts[last] and words.ends[last] > end
