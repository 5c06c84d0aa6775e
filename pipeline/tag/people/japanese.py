"""Names in kanji: what Sudachi takes for surname and given name; Chinese and Korean names."""

import re
from collections.abc import Iterator

from pipeline.tag.people.cues import KANJI, KATAKANA, Cue, Cues
from pipeline.tag.people.shapes import Candidate, Shape
from pipeline.tag.words import Words, reading

_PADDING = re.compile("[ 　]{1,4}")
_KANJI_ONLY = re.compile(rf"[{KANJI}]+")
_KANA_WORD = re.compile(rf"[{KATAKANA}]{{2,}}")
_NAME_WORD = re.compile(rf"[{KANJI}{KATAKANA}ぁ-んヶ]+")
# 百歩譲|って: the "name" is a verb's stem.
_INFLECTION = re.compile("[っりるれろ]")
_HIRAGANA = re.compile("[ぁ-ん]+")
_IDIOM = re.compile("一.一.")  # 一村|一品
# Surnames by the dictionary that go before posts as words: 前大臣, 本委員.
_NO_SURNAMES = frozenset("前元新現本各両同当全総副正准次長")

_NO_ALONE = _NO_SURNAMES | frozenset("韓何党時国女明")  # 韓首相: of Korea


def japanese(words: Words, cues: Cues) -> Iterator[Candidate]:
    """Surnames with and without a given name, and whole names that are one word."""
    index = 0
    while index < len(words):
        surname = _surname(words, index) or _spelt_out(words, index)
        surname = surname or _minister(words, index, cues)
        if surname and not _IDIOM.match(words.text, words.starts[index]):
            last = index
            if cues.following(words.text, words.ends[index]) is not Cue.FAMILIAR:  # 佐藤|助教
                last = _with_rest(words, _given_name(words, index), cues)
            shape = Shape.FULL if last > index else surname
            if shape is not Shape.FULL or not _INFLECTION.match(words.text, words.ends[last]):
                known = last == index or "人名" in words.tags[last]
                end = _before_post(words, index, last, cues)
                yield Candidate(words.starts[index], end, shape, known)
            index = last
        elif (first := _unknown_surname(words, index)) is not None:
            yield Candidate(first, words.ends[index], Shape.FULL, known=False)
        elif words.tags[index].endswith("人名-一般") and _KANJI_ONLY.fullmatch(
            words.surfaces[index]
        ):
            yield Candidate(words.starts[index], words.ends[index], Shape.FULL)
        index += 1


def _surname(words: Words, index: int) -> Shape | None:
    surface, tag = words.surfaces[index], words.tags[index]
    if not _KANJI_ONLY.match(surface) or surface in _NO_SURNAMES:
        return None
    if tag.endswith("人名-姓"):
        return Shape.SURNAME
    if tag.endswith("人名-名"):  # 英利アルフィヤ, 英利大臣政務官
        return Shape.SURNAME if len(surface) > 1 and not _is_glued(words, index) else None
    if not tag.startswith("名詞-") or "普通名詞-副詞可能" in tag or len(surface) > 3:
        return None
    told = reading(surface)
    if _is_glued(words, index) or not told.surname:
        return None
    return Shape.UNSURE_SURNAME if told.common else Shape.SURNAME


def _spelt_out(words: Words, index: int) -> Shape | None:
    """A surname in hiragana before a given name in kanji: さいとう|健."""
    if not words.tags[index].endswith("人名-姓") or not _HIRAGANA.fullmatch(words.surfaces[index]):
        return None
    given = words.tags[index + 1 : index + 2]
    glued = index > 0 and _HIRAGANA.fullmatch(words.text[words.starts[index] - 1])
    return Shape.SURNAME if given and given[0].endswith("人名-名") and not glued else None


def _minister(words: Words, index: int, cues: Cues) -> Shape | None:
    """A surname that Sudachi has as a place alone, before a minister's post: 盛山文部科学大臣."""
    surface = words.surfaces[index]
    place = words.tags[index].endswith("地名-一般") and _KANJI_ONLY.fullmatch(surface)
    if not place or len(surface) > 3 or _is_glued(words, index):
        return None
    return Shape.SURNAME if cues.is_minister(words.text, words.ends[index]) else None


def _unknown_surname(words: Words, index: int) -> int | None:
    """Where the surname begins that goes before the given name at `index`: 濵|口|道成."""
    first = index
    if not words.tags[index].endswith("人名-名"):
        return None
    while first > 0 and words.ends[index - 1] - words.starts[first - 1] <= 3:
        glued = words.tags[first - 1].startswith("名詞")
        if not glued or not _KANJI_ONLY.fullmatch(words.surfaces[first - 1]):
            break
        first -= 1
    surname = words.text[words.starts[first] : words.starts[index]]
    if first == index or reading(surname).common or _is_glued(words, first):
        return None
    return words.starts[first]


def _is_glued(words: Words, index: int) -> bool:
    return index > 0 and words.tags[index - 1].startswith(("名詞", "接頭辞", "接尾辞"))


def _before_post(words: Words, index: int, last: int, cues: Cues) -> int:
    """Where the name ends: before 氏 and before a post cut in two, 酒井|良海|上幕僚長."""
    end = words.ends[last] - words.surfaces[last].endswith("氏")
    given = end - words.starts[last] > 1 and last > index
    return end - (given and cues.is_long_post(words.text, end - 1))


def _given_name(words: Words, index: int) -> int:
    """The index of the last word of the given name after the surname at `index`."""
    last = index
    following = index + 1
    if following < len(words) and _PADDING.fullmatch(words.surfaces[following]):
        following += 1
    while following < len(words) and _is_given(words, following):
        last, following = following, following + 1
    return last


def _with_rest(words: Words, last: int, cues: Cues) -> int:
    """The rest of a given name, if a post begins right after it: 森健|良|特命全権大使."""
    if cues.is_post(words.text, words.ends[last]):
        return last
    if last + 1 < len(words) and _is_word_of_name(words, last + 1, cues):
        return last + 1
    for rest in range(last + 1, min(last + 3, len(words))):
        if words.ends[rest] - words.ends[last] > 2 or not _can_be_given(words, rest):
            break
        if cues.is_post(words.text, words.ends[rest]):
            return rest
    return last


def _is_word_of_name(words: Words, index: int, cues: Cues) -> bool:
    """Whether a common word is a given name: 城島|光力|財務大臣, 松山|博文|ボリビア事務所長."""
    surface, end = words.surfaces[index], words.ends[index]
    if len(surface) != 2 or not words.tags[index].startswith("名詞-普通名詞-一般"):
        return False
    if cues.following(words.text, words.starts[index]) is Cue.ERA:  # 小泉|内閣|外務大臣
        return False
    before_country = words.tags[index + 1 : index + 2] and "地名-国" in words.tags[index + 1]
    if before_country and reading(surface).given:
        return cues.following(words.text, end) is Cue.POST
    return cues.is_minister(words.text, end)


def _can_be_given(words: Words, index: int) -> bool:
    surface = words.surfaces[index]
    if not _KANJI_ONLY.fullmatch(surface) or surface in _NO_SURNAMES:
        return False
    if "固有名詞" in words.tags[index] and "人名" not in words.tags[index]:
        return False
    told = reading(surface)
    return told.given or (len(surface) > 1 and not told.known)


def _is_given(words: Words, index: int) -> bool:
    surface = words.surfaces[index]
    if "人名" in words.tags[index]:
        return _NAME_WORD.fullmatch(surface) is not None
    return _KANA_WORD.fullmatch(surface) is not None and not reading(surface).known


class Hanzi:
    """Chinese and Korean names that no dictionary has: 申源湜|国防部長官."""

    def __init__(self, surnames: frozenset[str]) -> None:
        longest_first = "|".join(sorted(surnames, key=len, reverse=True))
        self._surname = re.compile(rf"(?:{longest_first})(?=[{KANJI}])")

    def find(self, words: Words, cues: Cues) -> Iterator[Candidate]:
        """Those that a cue follows; of two lengths the one after which a word begins.

        A surname alone before the post of a state's head: 習|主席.
        """
        for match in self._surname.finditer(words.text):
            start = match.start()
            if not _opens(words, start):
                continue
            if match[0] not in _NO_ALONE and cues.is_head_of_state(words.text, match.end()):
                yield Candidate(start, match.end(), Shape.UNSURE_SURNAME)
                continue
            for length in (2, 1):
                end = match.end() + length
                cue = cues.following(words.text, end) if _is_hanzi(words, start, end) else None
                if cue and (_ends_before(words, end, cue) or _is_whole(words, start, end, cues)):
                    sure = length == 2 and _is_sure(words, start, end, cues)
                    yield Candidate(start, end, Shape.HANZI, known=sure)
                    break


def _opens(words: Words, start: int) -> bool:
    """Whether a name can begin here: after no noun but a country or a post."""
    index = words.starting_at.get(start)
    if index is None:
        return False
    return not _is_glued(words, index) or "地名-国" in words.tags[index - 1]


def _is_hanzi(words: Words, start: int, end: int) -> bool:
    surface = words.text[start:end]
    if not _KANJI_ONLY.fullmatch(surface):
        return False
    told = reading(surface)
    if told.common or told.place:
        return False
    words_in = words.surfaces[words.starting_at[start] :][:2]
    if words_in[0] in _NO_SURNAMES and len(words_in[1]) > 1 and reading(words_in[1]).common:
        return False  # 元|国防長官
    return len(words_in[0]) == 1 or not reading(words_in[0]).common


def _is_sure(words: Words, start: int, end: int, cues: Cues) -> bool:
    """Whether a reading, a whole post or a place begins after it: 陳求発|遼寧省書記."""
    if words.text[end] in "（(":
        return True
    index = words.starting_at.get(end)
    at_place = index is not None and "地名" in words.tags[index]
    return at_place or _is_whole(words, start, end, cues)


def _is_whole(words: Words, start: int, end: int, cues: Cues) -> bool:
    """Whether a post begins at `end` and none before: 唐一軍|省長, not 林外務|大臣."""
    posts = [at for at in range(start + 1, end + 1) if cues.is_post(words.text, at)]
    return posts == [end]


def _ends_before(words: Words, end: int, cue: Cue) -> bool:
    """Whether the name is over: 申源湜|国防|部長官, where no single kanji follows.

    Before a cue that nothing but a name precedes, Sudachi's words do not matter: 金正|恩氏.
    """
    if cue in (Cue.LEADER, Cue.HONORIFIC):
        return True
    index = words.starting_at.get(end)
    if index is None or cue is not Cue.POST:
        return index is not None
    return len(words.surfaces[index]) > 1 or not _KANJI_ONLY.match(words.surfaces[index])
