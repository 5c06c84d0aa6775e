"""What stands before an ending: 国家税関|委員会; whether it makes a name or a class of bodies."""

import re

from pipeline.tag.organisations.grammar import Ending, Grammar, Needs
from pipeline.tag.organisations.states import States
from pipeline.tag.words import Words, reading

_DOTS = frozenset("・･")
_KANA = re.compile("[ァ-ヴー]+")
_KANA_WORD = re.compile("[ァ-ヴー]{3,}")
# Endings of provinces, too: 福建|省, ナンガルハル|省, 京都|府.
_ALSO_PLACES = frozenset(["省", "府"])
_PLURAL = re.compile("(?:各|諸|加盟|両|関係|途上|先進|同盟|友好|周辺)国")
_HIRAGANA = re.compile("[ぁ-んー]+")
# あおば|小学校, つばさ|保育園
_SPELT_OUT = re.compile("[ぁ-んー]{2,}")
# 都道府県|警察, 十都県|警察, 各市町村|教育委員会: not one place's.
_LOCAL_CLASS = re.compile(
    "[0-9一二三四五六七八九十百数各全両]*(?:[都道府県市区町村]|特別区)+(?!立)"
)
_KANJI = re.compile("[一-鿿]{2,4}")
_LATIN_WORD = re.compile("[A-Za-z]{2,}")


class Stem:
    """The words of a name before its ending, from the left edge that grammar allows."""

    def __init__(
        self,
        words: Words,
        text: str,
        grammar: Grammar,
        states: States,
        start: int,
        index: int,
        ending: Ending,
    ) -> None:
        self._words, self._grammar, self._states = words, grammar, states
        self._ending, self._index = ending, index
        self._end = words.ends[index] - len(ending.surface)
        self._document = text
        self._first = self._left_edge(start)
        self.start: int = words.starts[self._first]
        self.text: str = text[self.start : self._end]

    @property
    def is_class(self) -> bool:
        """Whether it tells one class of bodies from another: 民間|銀行, 国際金融|機関."""
        whole = self._words.surfaces[self._index]
        if len(whole) <= 2 and self._first == self._index and not self._has_state_character:
            return True
        last = self._pieces[-1]
        if len(whole) == 2 and len(last) == 1 and last in self._ending.generic:
            return True  # 緊急|入院, 最大|野党
        if self.text[-1:] in _DOTS or self.text in self._ending.generic:
            return True
        if self._ending.surface in _ALSO_PLACES and all(map(self._is_place_name, self._indices)):
            return True
        local = _LOCAL_CLASS.match(self.text)
        if local and local.end() in (len(self._pieces[0]), len(self.text)):
            return True
        return all(piece in self._ending.generic or piece in _DOTS for piece in self._pieces)

    @property
    def is_named(self) -> bool:
        """Whether a proper noun is in it."""
        if self._ending.needs is Needs.NAME and _SPELT_OUT.fullmatch(self._pieces[0]):
            return True
        return self._has_state_character or any(map(self._is_proper, self._indices))

    @property
    def is_brand(self) -> bool:
        """Whether a proper noun goes right before the ending: ロイター|通信."""
        index = self._index
        if len(self._words.surfaces[index]) > len(self._ending.surface):
            return "固有名詞" in self._words.tags[index]
        return index > self._first and self._is_proper(index - 1)

    @property
    def meanings(self) -> int:
        """How many words of meaning it has."""
        return sum(len(piece) > 1 for piece in self._pieces)

    @property
    def has_fields(self) -> bool:
        """Whether dots part words of meaning in it: 経済・財務|省."""
        return self.meanings > 1 and not _DOTS.isdisjoint(self.text)

    @property
    def _indices(self) -> range:
        stop = self._index + (self._words.starts[self._index] < self._end)
        return range(self._first, stop)

    @property
    def _pieces(self) -> list[str]:
        spans = ((self._words.starts[i], self._words.ends[i]) for i in self._indices)
        return [self._document[start : min(end, self._end)] for start, end in spans]

    @property
    def _has_state_character(self) -> bool:
        """米|軍, 英海|軍, 米連邦準備制度|理事会: a country's one character at the front."""
        if self.text[:1] not in self._states.characters:
            return False
        return len(self.text) == 1 or len(self._words.surfaces[self._first]) == 1

    @property
    def is_of_one_place(self) -> bool:
        """Whether it tells of one country or region: ロシア|政府, not 日米|政府 or 青木|政府."""
        if self._states.count(self.text) > 1 or not self.is_named:
            return False
        if any(_PLURAL.search(piece) for piece in self._pieces):
            return False
        return self._has_state_character or any(map(self._is_place, self._indices))

    @property
    def is_of_state(self) -> bool:
        """Whether a country and another word are in it: 中国国防|部, not 中国南|部."""
        rest = [
            p for i, p in zip(self._indices, self._pieces, strict=True) if not self._is_place(i)
        ]
        places = len(self._pieces) - len(rest)
        return places > 0 and bool(rest) and not self._ending.generic.intersection(rest)

    def _is_proper(self, index: int) -> bool:
        surface = self._words.surfaces[index]
        tag = self._words.tags[index]
        if "固有名詞" in tag or _LATIN_WORD.match(surface):
            return True
        if _HIRAGANA.fullmatch(surface) and not tag.startswith("名詞"):
            return True  # a piece of an unknown name
        return bool(_KANA_WORD.fullmatch(surface)) and not reading(surface).known

    def _is_place_name(self, index: int) -> bool:
        surface = self._words.surfaces[index]
        unknown = bool(_KANA_WORD.fullmatch(surface)) and not reading(surface).known
        return "地名" in self._words.tags[index] or unknown

    def _left_edge(self, start: int) -> int:
        """Leave out people, and what is before the country of a government or an army."""
        edge = self._after_person(start)
        if self._ending.needs is not Needs.COUNTRY:
            return edge
        places = [i for i in range(edge, self._index + 1) if self._is_place(i)]
        if not places:
            return edge
        edge = places[-1]
        while edge > start and self._goes_before_place(edge - 1):
            edge -= 1
        return edge

    def _goes_before_place(self, index: int) -> bool:
        """在ウクライナ|日本|国大使館, 駐日|英国|大使館."""
        surface = self._words.surfaces[index]
        return surface[0] in "在駐" or self._words.surfaces[index - 1][-1] in "在駐"

    def _after_person(self, start: int) -> int:
        """岸田文雄|自民党総裁, ジェプバロフ|対外経済活動銀行総裁."""
        tags = self._words.tags
        edge = start
        for index in range(start, self._index - 1):
            if tags[index].endswith("人名-姓") and "人名" in tags[index + 1]:
                edge = index + 2
            elif tags[index].endswith("人名-一般") and _KANJI.fullmatch(
                self._words.surfaces[index]
            ):
                edge = index + 1
        return self._after_foreigner(edge) if self._is_before_post() else edge

    def _after_foreigner(self, edge: int) -> int:
        """ホアン・ビン・クアン|越日友好議員連盟会長; but ゲイツ財団|会長 leaves nothing to cut."""
        after = edge
        while after <= self._index and (
            self._is_foreigner(after) or self._words.surfaces[after] in _DOTS
        ):
            after += 1
        return after if self._words.starts[min(after, self._index)] < self._end else edge

    def _is_foreigner(self, index: int) -> bool:
        surface = self._words.surfaces[index]
        if "人名" in self._words.tags[index]:
            return _KANA.fullmatch(surface) is not None
        return bool(_KANA_WORD.fullmatch(surface)) and not reading(surface).known

    def _is_before_post(self) -> bool:
        end = self._words.ends[self._index]
        return self._grammar.post.match(self._document, end) is not None

    def _is_place(self, index: int) -> bool:
        surface = self._words.surfaces[index]
        return "地名" in self._words.tags[index] or surface in self._states.characters
