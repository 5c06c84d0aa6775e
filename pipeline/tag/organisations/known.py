"""Names and abbreviations that the lexicon knows, where they stand as words of their own."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.lexicon import Entry, Gazetteer, Row, parts, read_rows
from pipeline.tag.folding import folded
from pipeline.tag.nations import read_nations
from pipeline.tag.words import Words

_LATIN = re.compile(r"[A-Za-z0-9]")
_LEGAL_FORM = re.compile(
    r"(?:独立行政法人|国立研究開発法人|国立大学法人|学校法人|社会福祉法人|医療法人|宗教法人"
    r"|(?:一般|公益|特例)?(?:財団|社団)法人|(?:認定)?特定非営利活動法人|株式会社) {0,2}$"
)
_KANA = re.compile(r"[ァ-ヴー]")


@dataclass(frozen=True, slots=True)
class Known:
    """`[start, end)` is in the lexicon; `country` is its ISO alpha-3 code or empty."""

    start: int
    end: int
    country: str


class KnownNames:
    """The names, abbreviations and English names of organisations.csv."""

    def __init__(self, lexicon: Path) -> None:
        rows = read_rows(lexicon / "organisations.csv", ["name", "abbreviations", "country"])
        posts = read_rows(lexicon / "posts.csv", ["post", "kind"])
        self._ministers = tuple(row["post"] for row in posts if "minister" in row["kind"])
        nations = read_nations(lexicon)
        self._states, self._characters = frozenset(nations.names), frozenset(nations.characters)
        self._names = Gazetteer((surface, row) for row in rows for surface in _surfaces(row))
        self._others = {row["name"]: list(_contexts(row)) for row in rows if row.get("not")}

    def _is_half_of_pair(self, words: Words, text: str, start: int) -> bool:
        """Whether the name's first character and the one before are two countries in one word."""
        pair = text[start - 1 : start + 1] if start else ""
        return start not in words.starting_at and self._characters.issuperset(pair) and bool(pair)

    def find(self, words: Words, text: str) -> Iterator[Known]:
        """All that stand in the folded text, the longest at each place."""
        for entry in self._names.longest(text):
            if self._is_minister(text, entry):
                continue  # 内閣官房|長官
            if self._is_other(entry, text):
                continue  # 科学振興
            if self._is_half_of_pair(words, text, entry.start):
                continue  # 日|米政府
            if _stands_alone(words, text, entry.start, entry.end):
                countries = {row["country"] for row in entry.rows}
                country = countries.pop() if len(countries) == 1 else ""
                yield Known(from_legal_form(text, entry.start), entry.end, country)

    def _is_minister(self, text: str, entry: Entry) -> bool:
        """Whether a minister's post goes on after it: 内閣官房|長官, 中国外交部|長.

        Not 国家情報長官室, which is longer than the post.
        """
        post_at = next(
            (
                at
                for at in range(entry.start + 1, entry.end)
                if text[entry.start : at] in self._states
            ),
            entry.start,
        )
        return any(
            text.startswith(post, at) and at + len(post) > entry.end
            for at in {entry.start, post_at}
            for post in self._ministers
        )

    def _is_other(self, entry: Entry, text: str) -> bool:
        """Whether the surface stands as in one of its rows' counter-examples."""
        return any(
            text.startswith(surface + after, entry.start)
            and text.endswith(before, 0, entry.start)
            and len(surface) == entry.end - entry.start
            for row in entry.rows
            for before, surface, after in self._others.get(row["name"], ())
        )


def _contexts(row: Row) -> Iterator[tuple[str, str, str]]:
    """What stands before, in, and after the brackets: `科[学振]興` → `("科", "学振", "興")`."""
    for phrase in parts(row["not"]):
        before, _, rest = folded(phrase).partition("[")
        surface, _, after = rest.partition("]")
        yield before, surface, after


def from_legal_form(text: str, start: int) -> int:
    """Where a name at `start` of a folded text begins with the form of the body before it.

    `独立行政法人|日本貿易振興機構`, `一般財団法人　|北海道建設技術センター`
    """
    form = _LEGAL_FORM.search(text, max(0, start - 14), start)
    return form.start() if form else start


def _surfaces(row: Row) -> set[str]:
    return {folded(s) for s in [row["name"], *parts(row["abbreviations"]), row["english"]] if s}


def _stands_alone(words: Words, text: str, start: int, end: int) -> bool:
    """Whether no letter, katakana, or half of a word goes on at either side."""
    for kind in (_LATIN, _KANA):
        if start and kind.match(text[start]) and kind.match(text[start - 1]):
            return False
        if end < len(text) and kind.match(text[end - 1]) and kind.match(text[end]):
            return False
    if _LATIN.match(text[start]) or _KANA.match(text[start]):
        return True
    return start in words.starting_at or end in words.ending_at
