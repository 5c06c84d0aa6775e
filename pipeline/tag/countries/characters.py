"""One-character names by the grammar of compounds: 日米韓, 訪英, 在伯, 米ロ, 独外相."""

import re
from collections.abc import Iterable, Iterator

from pipeline.mention import Label, Mention
from pipeline.tag.countries.lexicon import CountryLexicon

NAME_MARK, WORD_MARK = "\ue000", "\ue001"
_NUMBER = re.compile(r"[0-9一二三四五六七八九十同翌当本毎前連終即平休祝全]$")
_STAY = re.compile(r"[訪来在滞駐離]$")
_KATAKANA = re.compile(r"[ァ-ヺー]")
_KANJI = re.compile(r"[一-鿿々]")
_BETWEEN = re.compile(
    r"関係|首脳|両国|間の|貿易|摩擦|対立|会談|協議|交渉|経済|国交|友好|外相|外交|戦争|条約|協定|共同|韓|露|ロ"
)


class CharacterFinder:
    """Finds the countries that single characters name, between the words already taken."""

    def __init__(self, lexicon: CountryLexicon) -> None:
        self._codes = lexicon.characters
        self._befores = lexicon.befores
        self._afters = lexicon.afters
        self._longest = max(map(len, [*self._befores, *self._afters]), default=0)
        letters = "".join(self._codes)
        self._run = re.compile(f"[{letters}]+")

    def find(
        self,
        text: str,
        word_starts: set[int],
        names: Iterable[Mention],
        taken: Iterable[tuple[int, int]],
    ) -> Iterator[Mention]:
        """The countries of a folded text outside the stretches that are taken."""
        masked = _masked(text, names, taken)
        for run in self._run.finditer(masked):
            start, end = _trimmed(masked, run.start(), run.end())
            if end - start > 1 and self._is_group(masked, start, end):
                for at in range(start, end):
                    yield self._country(masked, at, 0.95)
            elif end - start == 1 and self._is_single(masked, start, word_starts):
                yield self._country(masked, start, 0.93)

    def _country(self, text: str, at: int, score: float) -> Mention:
        code = self._codes[text[at]]
        return Mention(at, at + 1, Label.COUNTRY, code, "countries", score, "text")

    def _is_group(self, text: str, start: int, end: int) -> bool:
        group = text[start:end]
        if group in {"中米", "中日"}:
            return _BETWEEN.match(text, end) is not None
        return True

    def _is_single(self, text: str, at: int, word_starts: set[int]) -> bool:
        char = text[at]
        begins_word = at in word_starts or not _KANJI.match(text[at - 1 : at])
        if text[at + 1 : at + 2] == NAME_MARK or text[at + 1 : at + 3] == "・" + NAME_MARK:
            return begins_word
        for size in range(1, self._longest + 1):
            if char in self._befores.get(text[max(at - size, 0) : at], ()):
                return not _KATAKANA.match(text[at + 1 : at + 2])
            if char in self._afters.get(text[at + 1 : at + 1 + size], ()):
                return begins_word
        return False


def _masked(text: str, names: Iterable[Mention], taken: Iterable[tuple[int, int]]) -> str:
    letters = list(text)
    for start, end in taken:
        letters[start:end] = WORD_MARK * (end - start)
    for name in names:
        letters[name.start : name.end] = NAME_MARK * (name.end - name.start)
    return "".join(letters)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The run without 二十|日, 訪米|中 at its edges."""
    if text[start] == "日" and _NUMBER.search(text, max(start - 1, 0), start):
        start += 1
    if text[end - 1] == "中" and end - start == 2 and _STAY.search(text, max(start - 1, 0), start):
        end -= 1
    if text[end - 1] in "ロソウ" and _KATAKANA.match(text, end):
        end -= 1
    return start, max(start, end)
