"""One-character names by the grammar of compounds: 日米韓, 訪英, 在伯, 米ロ, 独外相."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from pipeline.mention import Label, Mention
from pipeline.tag.countries.lexicon import CountryLexicon
from pipeline.tag.words import Words

_NAME, _WORD = "\ue000", "\ue001"  # stand for what the lexicon's names and words have taken
_COMMON = frozenset("日米英仏独伊露ロ中韓朝豪加印ソ")  # the others need 日 or 米 beside them
_ANCHORED = frozenset("蘭墺葡比泰越緬伯墨蒙台")
_ANCHORS = frozenset("日米英露ロソ")
_BEFORE_NAMES = frozenset("日米英仏独伊露ロ韓豪印中")
_UNMISTAKABLE = frozenset("米英仏独露豪韓")  # before a foreign name: 米マイクロソフト
_ALONE = frozenset("米英仏独露豪韓伊印加")  # without a compound, where the text tells of them
_ENUMERATION = re.compile(
    r"(?<![一-鿿々0-9・])[日米英仏独伊露ロ中韓豪印加比]"
    r"(?:[・/、,\-][米英仏独伊露ロ中韓朝豪印加比伯墨越泰蘭緬蒙台])+"
    r"(?=[^一-鿿々ァ-ヺー]|[両各三四五六七等間首側]|[外国防財]{1,2}相|関係|貿易|協[議定]|\Z)"
)
# 独|のレットゲン環境大臣: whose minister it is, as official lists have it
_OFFICIAL = re.compile(
    r"の[ \n]{0,2}[ァ-ヺ][ァ-ヺー・=\n]{1,24}[一-鿿]{0,8}"
    r"(?:大臣|首相|外相|国防相|大統領|国王|長官|議長|総裁|大使|次官|局長)"
)
_OPENS = re.compile(r"(?:[、。,(・「]|\A|[びとやはがもで]|^[ ]{0,2})[\n]?\Z", re.MULTILINE)
_OF_OFFICIALS = frozenset("米英仏独伊露豪韓印加蘭墺葡伯墨")
# 1.|仏|(3月14日~15日): the heading of a report on visits
_MARK = re.compile(r"^ ?(?:\(?[0-9]{1,2}[).、]|[・○●■◆①-⑳ア-オ][.、)]?) ?\Z", re.MULTILINE)
_VISITED = re.compile(r"\([0-9]{1,2}月[0-9]{1,2}日")
_PARTICLE = re.compile(r"[はがもとのにをで、,]|など|から|より")
_RICE = re.compile(r"コメ|稲作|水田|玄米|精米|米穀|米価|食用米")
_DURING = re.compile(r"[訪来在滞駐離]\Z")
_NUMBER_OF_DAYS = re.compile(r"[0-9一二三四五六七八九十同翌当本毎前連終即平休祝]\Z")
_KATAKANA = re.compile(r"[ァ-ヺー]")
_KANJI = re.compile(r"[一-鿿々]")
_FOREIGN_NAME = re.compile(r"[ァ-ヺ][ァ-ヺー・]|[A-Z]")
_BETWEEN = re.compile(
    r"関係|首脳|両国|双方|国境|間[のでにはを、]|貿易|摩擦|対立|会談|協議|交渉|国交|友好|外相|外交|戦争|条約|協定"
    r"|共同|平和|漁業|経済[関協連対]|安[全保]|防衛|[0-9三３][国か]"
)
_AMBIGUOUS = {"中日", "中米"}  # the middle day, Central America
_DAYTIME = re.compile(r"[のはにもでをや、,。]|$")  # what follows 日中 where it may be daytime


class CharacterFinder:
    """Finds the countries that single characters name, between the words already taken."""

    def __init__(self, lexicon: CountryLexicon) -> None:
        self._codes = lexicon.characters
        self._befores = lexicon.befores
        self._afters = lexicon.afters
        self._longest = max(map(len, [*self._befores, *self._afters]), default=0)
        kanji = "".join(c for c in self._codes if not _KATAKANA.match(c))
        katakana = "".join(c for c in self._codes if _KATAKANA.match(c))
        self._run = re.compile(rf"(?:[{kanji}]|(?<![ァ-ヺー])[{katakana}](?![ァ-ヺー]))+")

    def find(
        self,
        text: str,
        words: Words,
        names: Iterable[Mention],
        taken: Iterable[tuple[int, int]],
    ) -> Iterator[Mention]:
        """The countries of a folded text outside the stretches that are taken."""
        names = list(names)
        masked = _masked(text, names, taken)
        told = {name.value for name in names}
        if _RICE.search(text):
            told -= {"USA"}
        listed = set(_enumerated(masked))
        yield from (self._country(masked, at, 0.9) for at in sorted(listed))
        for run in self._run.finditer(masked):
            for start, end in self._whole(masked, words, run.start(), run.end()):
                if start not in listed:
                    yield from self._of_run(masked, words, start, end, told)

    def _of_run(
        self, text: str, words: Words, start: int, end: int, told: set[str]
    ) -> Iterator[Mention]:
        start, end = _trimmed(text, start, end)
        if end - start > 1 and _is_group(text, start, end, of_china="CHN" in told):
            yield from (self._country(text, at, 0.95) for at in range(start, end))
            return
        for at in range(start, end):
            score = (
                self._single(text, words, at)
                or self._alone(text, words, at, told)
                or _in_list(text, at)
            )
            if score:
                yield self._country(text, at, score)

    def _country(self, text: str, at: int, score: float) -> Mention:
        return Mention(at, at + 1, Label.COUNTRY, self._codes[text[at]], "countries", score, "text")

    def _whole(self, text: str, words: Words, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The stretches of a run that are no pieces of other words: 米|独立 has 米 alone."""
        at = begin = start
        while at < end:
            index = bisect_right(words.starts, at) - 1
            word_start, word_end = words.starts[index], words.ends[index]
            if word_end <= at:  # no word covers it
                word_start, word_end = at, at + 1
            own = text[max(word_start, start) : min(word_end, end)]
            before, after = text[word_start:start], text[end:word_end]
            if not self._is_compound(before, own, after, in_company=end - start > 1):
                yield from [(begin, at)] if begin < at else []
                begin = min(word_end, end)
            at = min(word_end, end)
        yield from [(begin, end)] if begin < end else []

    def _is_compound(self, before: str, own: str, after: str, *, in_company: bool) -> bool:
        """Whether a word is made of names and what goes with them: 親日家, 米軍, 英米法."""
        if before and own[0] not in self._befores.get(before, ()):
            return False
        goes_on = bool(before) or len(own) > 1 or (in_company and after == "間")
        return not after or goes_on or own[-1] in self._afters.get(after, ())

    def _single(self, text: str, words: Words, at: int) -> float:
        """How sure a character that stands alone is a country; 0 if it is none."""
        before, after = text[max(at - self._longest, 0) : at], text[at + 1 : at + 1 + self._longest]
        begins = at in words.starting_at or not _KANJI.match(text[at - 1 : at])
        if any(text[at] in self._befores.get(before[-n:], ()) for n in range(1, len(before) + 1)):
            return 0.95
        if not begins or (text[at] == "日" and _NUMBER_OF_DAYS.search(before)):
            return 0.0
        if text[at] in _BEFORE_NAMES and after.startswith((_NAME, "・" + _NAME)):
            return 0.95 if text[at] != "中" or not _KANJI.search(before[-1:]) else 0.0
        if any(text[at] in self._afters.get(after[:n], ()) for n in range(len(after), 0, -1)):
            return 0.93
        if text[at] in _UNMISTAKABLE and _FOREIGN_NAME.match(after):
            return 0.85
        return 0.93 if before.endswith(_NAME + "・") and not _KANJI.match(after) else 0.0

    def _alone(self, text: str, words: Words, at: int, told: set[str]) -> float:
        """The same for a character in no known compound, if the text names the country whole."""
        before, after = text[max(at - 1, 0) : at], text[at + 1 : at + 3]
        free = words.aligned(at, at + 1) and before != " " and not _KANJI.match(before)
        if text[at] not in _ALONE or self._codes[text[at]] not in told or not free:
            return 0.0
        noun = text[at] not in "印加" and _KANJI.match(after)  # 米景気, 独経済界
        in_brackets = before == "(" and after[:1] == ")"
        followed = noun or _PARTICLE.match(after) or _FOREIGN_NAME.match(after)
        return 0.75 if followed or in_brackets else 0.0


def _in_list(text: str, at: int) -> float:
    """How sure the character is a country by its place in an official list; 0 if it is none."""
    listed = _has_official(text, at) or _is_headed(text, at)
    return 0.9 if listed and text[at] in _OF_OFFICIALS else 0.0


def _has_official(text: str, at: int) -> bool:
    """Whether an official is told to be of the country: 独のショイブレ財務大臣."""
    opens = _OPENS.search(text, max(at - 4, 0), at)
    return opens is not None and _OFFICIAL.match(text, at + 1) is not None


def _is_headed(text: str, at: int) -> bool:
    """Whether the character alone is a heading: １．仏（３月14日～15日）."""
    marked = _MARK.search(text, max(at - 6, 0), at)
    return marked is not None and _VISITED.match(text, at + 1) is not None


def _enumerated(text: str) -> Iterator[int]:
    """Offsets of names in a list, one of which at least can be nothing else: 日・米・韓."""
    for found in _ENUMERATION.finditer(text):
        if _UNMISTAKABLE & set(found[0]) or found[0].startswith("日・"):
            yield from range(found.start(), found.end(), 2)


def _masked(text: str, names: Iterable[Mention], taken: Iterable[tuple[int, int]]) -> str:
    letters = list(text)
    for start, end in taken:
        letters[start:end] = _WORD * (end - start)
    for name in names:
        letters[name.start : name.end] = _NAME * (name.end - name.start)
    return "".join(letters)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The run without 二十|日, 訪米|中 at its edges."""
    if text[start] == "日" and _NUMBER_OF_DAYS.search(text, max(start - 1, 0), start):
        start += 1
    if (
        end - start == 2
        and text[end - 1] == "中"
        and _DURING.search(text, max(start - 1, 0), start)
    ):
        end -= 1
    while end - start > 1 and text[end - 1] in text[start : end - 1]:
        end -= 1  # 日中|中間線
    return start, end


def _is_group(text: str, start: int, end: int, *, of_china: bool) -> bool:
    """Whether characters side by side are countries: 日米 are, 中西 and 中日 need more.

    日中 can be the daytime, too, unless the text is one of China.
    """
    group = text[start:end]
    if group == "日中" and _DAYTIME.match(text, end):
        return of_china
    rare = set(group) - _COMMON
    if len(group) > 2 and rare <= _ANCHORED:
        return len(rare) < len(group) - 1  # 日独印伯
    beside = {char: group[max(group.index(char) - 1, 0) : group.index(char) + 2] for char in rare}
    if group in _AMBIGUOUS or any(
        char not in _ANCHORED or not _ANCHORS & set(near) for char, near in beside.items()
    ):
        return _BETWEEN.match(text, end) is not None
    return True
