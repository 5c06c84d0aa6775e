"""Names composed by grammar: a country, what it is for, and an ending; then sub-units.

`ウズベキスタン外務省アジア・太平洋地域諸国協力局韓国・日本課長` → all but 長
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline.tag.organisations.grammar import Ending, Grammar, Needs
from pipeline.tag.organisations.known import Known
from pipeline.tag.organisations.states import States
from pipeline.tag.organisations.stem import Stem
from pipeline.tag.words import Words

_EXPLAINED = re.compile(r" ?\((?:[^()]{0,80}[:、,] ?)?[A-Z][A-Za-z0-9-]{1,14} ?[):、,]")
_DOTS = frozenset("・･")
_SAVED = re.compile("エネ|力化|スペース|電力|人化")  # 工業省|エネルギー
# What goes between a country and its ministry: ロシア連邦外務省.
_OF_STATES = frozenset(["連邦", "共和国", "王国", "国", "人民", "民主", "首長国"])
_MINISTERS = (["長"], ["長官"])  # 韓国統一部|長官: a minister's post holds no organisation
# A name that only an abbreviation beside it proves: 即応支援部隊（RSF）.
_PROVEN = 0.88
_KNOWN = 0.95
# By what the ending needs: the trust in a name with a proper noun, and in one without.
_TRUST = {
    Needs.COUNTRY: (0.93, 0.0),
    Needs.NAME: (0.9, 0.0),
    Needs.BRAND: (0.88, 0.0),
    Needs.WORD: (0.93, 0.8),
    Needs.WORDS: (0.88, 0.65),
    Needs.UNIT: (0.65, 0.55),
    Needs.EXPLAINED: (0.0, 0.0),
    Needs.STATE: (0.9, 0.0),
    Needs.NEVER: (0.0, 0.0),
    Needs.PARENT: (0.0, 0.0),
}


@dataclass(frozen=True, slots=True)
class Composed:
    """`[start, end)` reads as the name of an organisation; `sure`: how far to trust it."""

    start: int
    end: int
    sure: float
    country: str = ""


class Composer:
    """Finds composed names in runs of nouns of one text."""

    def __init__(self, words: Words, text: str, grammar: Grammar, states: States) -> None:
        self._words, self._text = words, text
        self._grammar, self._states = grammar, states

    def compose(self, run: range, known: list[Known]) -> Iterator[Composed]:
        """The names in the run, from left to right; `known` are the lexicon's inside it."""
        ends = {name.end: name for name in known}
        name: Composed | None = None
        start = self._after_outside(run.start, run.stop)
        index = start
        while index < run.stop:
            if name and self._is_parted(index, name):
                yield name
                name, start = None, self._after_outside(index + 1, run.stop)
                index = start
                continue
            known_here = ends.get(self._words.ends[index])
            if known_here:
                joined = self._with_known(name, known_here, start)
                if name and joined.start >= name.end:
                    yield name
                name = joined
            else:
                name = self._with_ending(name, start, index, run.stop) or name
            index += 1
        if name:
            yield name

    def _after_outside(self, index: int, stop: int) -> int:
        """Skip what stands before a name without belonging to it: 同, 昨年, 第3回."""
        after_numeral = False
        while index < stop:
            surface, tag = self._words.surfaces[index], self._words.tags[index]
            numeral = "数詞" in tag and "助数詞" not in tag
            counter = after_numeral and ("助数詞" in tag or "接尾辞" in tag)
            outside = surface in self._grammar.outside and not self._is_founder(index)
            if not (numeral or counter or surface in _DOTS or surface.isspace() or outside):
                break
            after_numeral = numeral or counter
            index += 1
        return index

    def _is_founder(self, index: int) -> bool:
        """村|立おといねっぷ高等学校: whose school it is belongs to its name."""
        return self._words.surfaces[index + 1 : index + 2] == ["立"]

    def _is_parted(self, index: int, name: Composed) -> bool:
        """Whether the name goes no further: 防衛省|・自衛隊, ロシア政府|系銀行.

        A post with another field after it parts, too: 東北大学|教授・国際関係論.
        """
        if self._words.starts[index] != name.end:
            return False
        surface = self._words.surfaces[index]
        if surface in _DOTS or surface in self._grammar.after:
            return True
        post = self._grammar.post.match(self._text, name.end)
        return post is not None and self._text[post.end() : post.end() + 1] in _DOTS

    def _with_known(self, name: Composed | None, known: Known, start: int) -> Composed:
        """The lexicon's name, alone, with its country, or as a sub-unit of the one before it."""
        headed = self._grammar.ending(self._text, known.start, known.end) is not None
        if name and known.start < name.end:
            sure = _KNOWN if known.start <= name.start else name.sure
            return replace(name, end=max(known.end, name.end), sure=sure)
        if name and headed:
            return replace(name, end=known.end)
        limit = self._words.starts[start]
        begin = known.start
        if headed and not self._is_national(known):
            begin = self._over_states(begin, limit)
        if headed and begin == known.start:
            begin = self._from_state(start, known)
        if headed and begin == known.start:
            begin = self._from_place(begin)
        country = known.country if begin == known.start else ""
        return Composed(begin, known.end, _KNOWN, country)

    def _is_national(self, known: Known) -> bool:
        """Whether the name has its country already: 米国務省, 日本銀行; not 中央銀行."""
        index = self._words.starting_at.get(known.start)
        first = self._text[known.start] if index is None else self._words.surfaces[index]
        name = self._text[known.start : known.end]
        return first in self._states.characters or self._states.count(name) > 0

    def _from_state(self, start: int, known: Known) -> int:
        """The start of a longer name that begins with a country: 韓国放送|通信委員会."""
        if self._is_national(known) or not self._is_state(start):
            return known.start
        return min(self._words.starts[start], known.start)

    def _over_states(self, start: int, limit: int) -> int:
        """The start of the countries that end where a name starts: 英・米|外務省."""
        begin = start
        while begin > limit:
            index = self._words.ending_at.get(begin)
            if index is None or self._words.starts[index] < limit:
                return self._over_half_word(begin)
            surface = self._words.surfaces[index]
            if surface not in _OF_STATES and not self._is_state(index):
                return begin
            begin = self._words.starts[index]
        return begin

    def _over_half_word(self, start: int) -> int:
        """The start of a country that Sudachi joined with the name: 中国|工業情報化部."""
        if self._text[start - 1] in self._states.characters:
            return start - 1
        begins = (b for b in range(start - 9, start) if b in self._words.starting_at)
        return next((b for b in begins if self._text[b:start] in self._states.codes), start)

    def _from_place(self, start: int) -> int:
        """The start of the prefecture or town whose body it is: 東京都|感染症対策本部."""
        index = self._words.ending_at.get(start)
        if index is None or "地名" not in self._words.tags[index]:
            return start
        return self._words.starts[index] if self._text[start - 1] in "都道府県市区町村" else start

    def _is_state(self, index: int) -> bool:
        surface = self._words.surfaces[index]
        return "地名-国" in self._words.tags[index] or (
            surface in self._states.characters or surface in self._states.codes
        )

    def _with_ending(
        self, name: Composed | None, start: int, index: int, stop: int
    ) -> Composed | None:
        """The name that ends with the word at `index`, if its ending makes one."""
        end = self._words.ends[index]
        first = name.end if name else self._words.starts[start]
        ending = self._grammar.ending(self._text, first, end)
        if ending is None or ending.needs is Needs.NEVER or self._is_head_of(index, ending):
            return None
        if name is None:
            if ending.needs is Needs.BRAND and not self._is_last(index, stop):
                return None
            return self._anchor(start, index, ending)
        if ending.needs in (Needs.COUNTRY, Needs.BRAND, Needs.EXPLAINED):
            return None
        if self._text[name.end : end - len(ending.surface)] in ending.generic:
            return None  # 自由民主党|両党
        begin = self._over_states(name.start, self._words.starts[start])
        return replace(name, start=begin, end=end)

    def _anchor(self, start: int, index: int, ending: Ending) -> Composed | None:
        """A name without another organisation before it."""
        end = self._words.ends[index]
        stem = Stem(self._words, self._text, self._grammar, self._states, start, index, ending)
        if not stem.text or stem.is_class or self._is_between(index):
            return None
        if (
            ending.needs is Needs.STATE
            and self._words.surfaces[index + 1 : index + 2] in _MINISTERS
        ):
            return None
        proven = stem.meanings and _EXPLAINED.match(self._text, end)
        sure = max(self._trust(stem, ending), _PROVEN if proven else 0.0)
        return Composed(stem.start, end, sure) if sure else None

    def _trust(self, stem: Stem, ending: Ending) -> float:
        """How far the ending and its stem alone make a name."""
        match ending.needs:
            case Needs.WORDS | Needs.UNIT if not stem.is_named and stem.meanings < 2:
                return 0.0
            case Needs.BRAND if not stem.is_brand:
                return 0.0
            case Needs.COUNTRY if not stem.is_of_one_place:
                return 0.0
            case Needs.STATE if not stem.is_of_state:
                return 0.0
        # Dots hold a ministry's fields together: ビジネス・エネルギー・産業戦略|省.
        sure = stem.is_named or (ending.surface == "省" and stem.has_fields)
        return _TRUST[ending.needs][0 if sure else 1]

    def _is_head_of(self, index: int, ending: Ending) -> bool:
        """事務局|長 heads the whole body: IAEA|事務局長; 省|長 governs a province."""
        following = self._words.surfaces[index + 1 : index + 2]
        return ending.surface in ("事務局", "省") and following == ["長"]

    def _is_last(self, index: int, stop: int) -> bool:
        """Whether no more of a name follows: 韓国航空|宇宙産業 goes on, 大韓航空|社長 does not."""
        following = self._words.surfaces[index + 1 : stop]
        if not following or following[0] in self._grammar.after or following[0] in _DOTS:
            return True
        return self._grammar.post.match(self._text, self._words.ends[index]) is not None

    def _is_between(self, index: int) -> bool:
        """政府|間, 政府|参考人 are no governments: 日・タジキスタン科学協力政府間委員会.

        Nor is 省 a ministry that is a verb, to save: 工業省|エネルギー.
        """
        end = self._words.ends[index]
        if self._text[end - 1] == "省" and _SAVED.match(self._text, end):
            return True
        return self._words.surfaces[index + 1 : index + 2] in (["間"], ["参考人"])
