"""What leaves a block's text: ruby, footnote marks, control characters, spaces of the layout."""

import re
import unicodedata
from collections.abc import Container, Iterator
from typing import NamedTuple

from pipeline.report import AsideKind, BlockKind


class Cut(NamedTuple):
    """`[start, end)` of a block's text is set aside.

    A ruby's reading is `text`, and `[base_start, base_end)` what it stands over.
    """

    start: int
    end: int
    kind: AsideKind
    text: str
    base_start: int = -1
    base_end: int = -1


_KANJI = "一-鿿㐀-䶿豈-﫿\U00020000-\U0003ffff々〆ヶ"
_KANA = "ぁ-ゖァ-ヺー・゛゜ゝゞヽヾ"

# Control, zero-width and private-use characters, soft hyphens, variation selectors.
_CONTROL = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f"
    "\ufeff\ue000-\uf8ff\U000e0100-\U000e01ef\U000f0000-\U0010ffff]+"
)
# 軋み^{きしみ}, and ｜島嶼《とうしょ》 of the Aozora notation
_MARKED_RUBY = re.compile(
    rf"(?P<base>[{_KANJI}]{{1,20}}[ぁ-ゖ]{{0,10}}|[{_KANA}]{{1,30}})"
    rf"[ ]?\^\{{(?P<caret>[{_KANA}\s]+)\}}"
    rf"|(?P<bar>[｜|])?(?P<under>[{_KANJI}]{{1,20}})《(?P<angle>[{_KANA}\s]+)》"
)
# 岸田文雄（きしだふみお）, 島嶼(しょ)国, and 習近平（シーチンピン）国家主席
_BRACKET_RUBY = re.compile(
    rf"(?P<base>[{_KANJI}]{{1,8}})"
    rf"(?:[（(](?P<hiragana>[ぁ-ゖー]+)[）)]|（(?P<katakana>[ァ-ヺー・]{{3,}})）(?=[{_KANJI}]))"
)
_NOT_READINGS = frozenset(
    (
        "なし",
        "あり",
        "ほか",
        "うち",
        "また",
        "など",
        "のみ",
        "まで",
        "から",
        "いわゆる",
        "つづく",
        "おわり",
    )
)
_PLACES = tuple("国省州市県都府町村湾島港台韓米英仏独露中")
_SUPERSCRIPT = re.compile(r"(?<![0-9A-Za-z][mｍ㎝])(?<![ 0-9][mｍ])[⁰¹²³⁴-⁹]+")
_WRITTEN_MARK = re.compile(r"[（(［\[]?(?:脚?注|※|\*|＊)\s*[0-9０-９]{1,3}[)）\]］]?")
_SPACES = re.compile(r"[ \t\xa0\u2000-\u200a\u202f\u205f\u3000]+")


def cuts(text: str, kind: BlockKind, labels: Container[str] = ()) -> list[Cut]:
    """What of a block's text is set aside, in order, none overlapping.

    `labels` are those of the report's footnotes (`注1`): marks that show them go, too.

    `金正恩^{キムジョンウン} 国務委員長が令和 5 年に` gives the ruby and three spaces.
    """
    found = _flat(sorted([*_controls(text), *_rubies(text), *_marks(text, kind, labels)]))
    return sorted([*found, *_spaces(_without(text, found), kind)])


def _controls(text: str) -> Iterator[Cut]:
    for match in _CONTROL.finditer(text):
        yield Cut(match.start(), match.end(), AsideKind.CONTROL, match.group())


def _rubies(text: str) -> Iterator[Cut]:
    if "^{" in text or "《" in text:
        for match in _MARKED_RUBY.finditer(text):
            yield from _marked_ruby(match)
    for match in _BRACKET_RUBY.finditer(text):
        reading = match["hiragana"] or match["katakana"]
        if _reads(match["base"], reading):
            start, end = match.span("base")
            if match["hiragana"] and len(reading) <= 2:
                start = end - 1  # 島嶼(しょ)国: the reading of the last kanji
            yield Cut(end, match.end(), AsideKind.RUBY, reading, start, end)


def _marked_ruby(match: re.Match[str]) -> Iterator[Cut]:
    group = "base" if match["base"] else "under"
    start, end = match.span(group)
    if match["bar"]:
        yield Cut(match.start(), start, AsideKind.CONTROL, match["bar"])
    reading = match["caret"] or match["angle"]
    yield Cut(end, match.end(), AsideKind.RUBY, reading.strip(), start, end)


def _reads(base: str, reading: str) -> bool:
    """Whether kana in brackets can be how the kanji before them are read."""
    if "ァ" <= reading[0] <= "ヺ":  # 韓国（ソウル） is a place in a place
        return not base.endswith(_PLACES) and 2 <= len(base) <= 4
    if reading in _NOT_READINGS:
        return False
    return len(reading) <= 4 * len(base) and (len(reading) >= len(base) or len(reading) == 2)


def label_of(mark: str) -> str:
    """`（注１）` → `注1`: how a mark and its footnote know each other."""
    return re.sub(r"[\s()（）\[\]［］]", "", unicodedata.normalize("NFKC", mark))


def _marks(text: str, kind: BlockKind, labels: Container[str]) -> Iterator[Cut]:
    """Raised numbers inside a word; one that begins a footnote is its number and stays."""
    found = [*_SUPERSCRIPT.finditer(text)]
    found += [m for m in _WRITTEN_MARK.finditer(text) if label_of(m.group()) in labels]
    for match in found:
        if match.start() or kind is not BlockKind.FOOTNOTE:
            yield Cut(match.start(), match.end(), AsideKind.FOOTNOTE_MARK, match.group())


_RUN_ON = {BlockKind.PARAGRAPH, BlockKind.FIELD}
_AS_THEY_ARE = {BlockKind.LIST_ITEM, BlockKind.TABLE}
_WIDE = re.compile(r"[\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")
_WIDE_WORD = re.compile(r"[\u30a1-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff々]")
_LATIN = re.compile(r".?[A-Za-zＡ-Ｚａ-ｚ]")
_LONGEST_MARKER = 7
_MARKER = re.compile(r"(?:[-・] ?)?[^\s。、]{0,5}")


def _spaces(text: str, kind: BlockKind) -> Iterator[Cut]:
    """Spaces that only layout put there: 令和 5 年, 用 いた, and all but one of several.

    NUL stands in the text for what is cut already.
    """
    for match in _SPACES.finditer(text):
        start, end = match.span()
        if kind is BlockKind.TABLE and "\t" in match.group():
            continue  # between cells
        before, after = _beside(text, start - 1, -1), _beside(text, end, 1)
        keep = _kept_spaces(match.group(), before, after, kind, _is_lead(text, start))
        if keep < end - start:
            yield Cut(start + keep, end, AsideKind.LAYOUT_SPACE, text[start + keep : end])


def _beside(text: str, at: int, step: int) -> str:
    """The next character in a direction that is not cut; empty at the text's end."""
    while 0 <= at < len(text) and text[at] == "\0":
        at += step
    return text[at] if 0 <= at < len(text) else ""


def _without(text: str, found: list[Cut]) -> str:
    """The text with NUL in place of what is cut."""
    parts, at = [], 0
    for cut in found:
        parts += [text[at : cut.start], "\0" * (cut.end - cut.start)]
        at = cut.end
    return "".join([*parts, text[at:]])


def _is_lead(text: str, at: int) -> bool:
    """Whether a space stands behind an item's marker: `(1) `, `ア `, `第1章 `."""
    return at <= _LONGEST_MARKER and _MARKER.fullmatch(text[:at]) is not None


def _kept_spaces(spaces: str, before: str, after: str, kind: BlockKind, lead: bool) -> int:
    """How many of the spaces between two characters stay in the text."""
    if not before or not after:
        return 0
    if "\t" in spaces:
        return spaces.index("\t") + 1  # between a label and its value, or cells
    if kind in _AS_THEY_ARE and (len(spaces) > 1 or "\u3000" in spaces):
        return len(spaces)
    if lead and kind is not BlockKind.PARAGRAPH:
        return 1
    wide = sum(_WIDE.match(c) is not None for c in (before, after))
    if wide == 0 or (wide == 2 and kind is BlockKind.SPEAKER):
        return 1  # between Latin words, and between the fields of 松本 尚 外務大臣政務官
    # A gap that layout puts round Latin letters is a narrow one: JETRO　海外調査部 has none.
    parts_latin = spaces == "\u3000" and _LATIN.match(before + after)
    are_words = _WIDE_WORD.match(before) and _WIDE_WORD.match(after)
    is_run_on = kind in _RUN_ON and spaces == " "
    return 1 if parts_latin or (are_words and not is_run_on) else 0


def _flat(found: list[Cut]) -> list[Cut]:
    flat: list[Cut] = []
    for cut in found:
        if not flat or cut.start >= flat[-1].end:
            flat.append(cut)
    return flat
