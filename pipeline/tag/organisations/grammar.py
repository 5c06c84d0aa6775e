"""What the lexicon says of how organisations are named: endings, and words that stand outside."""

import re
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from pipeline.lexicon import parts, read_rows


class Needs(Enum):
    """What must go before an ending to make a name of it."""

    WORD = "word"  # 環境保護|庁
    WORDS = "words"  # two words or a proper name: 知的財産戦略|本部
    NAME = "name"  # a proper name: ゲイツ|財団
    BRAND = "brand"  # a proper name right before it: ロイター|通信
    COUNTRY = "country"  # a country: ロシア|政府
    UNIT = "unit"  # an organisation, or two words: 外務省欧州|局, 総合外交政策|局
    EXPLAINED = "explained"  # an abbreviation in brackets after it: 連携技術|フォーラム（GICTF）
    STATE = "state"  # a country and a word: 中国国防|部
    NEVER = "never"  # an ending that is none: 将軍
    PARENT = "parent"  # an organisation: 東京大学法|学部


@dataclass(frozen=True, slots=True)
class Ending:
    """The last part of organisations' names; after a `generic` word it names a class of bodies."""

    surface: str
    needs: Needs
    generic: frozenset[str]


@dataclass(frozen=True, slots=True)
class Grammar:
    """Endings by surface, and words that no name holds.

    `outside` may stand before a name (同, 昨年), `after` ends one that goes before it
    (ロシア政府|系), `breaks` part what is on both sides (EU|加盟|国). What
    ends with one of `things` is none (経済連携協定). `post` matches posts.
    """

    endings: dict[str, Ending]
    outside: frozenset[str]
    after: frozenset[str]
    breaks: tuple[str, ...]
    things: tuple[str, ...]
    longest: int
    post: re.Pattern[str]

    def ending(self, text: str, start: int, end: int) -> Ending | None:
        """The longest ending of `text[start:end]`."""
        for length in range(min(self.longest, end - start), 0, -1):
            found = self.endings.get(text[end - length : end])
            if found:
                return found
        return None


def read_grammar(lexicon: Path) -> Grammar:
    """Read org_suffixes.csv, org_words.csv, posts.csv. Raises LexiconError."""
    suffixes = read_rows(lexicon / "org_suffixes.csv", ["suffix", "needs", "generic"])
    endings = {
        row["suffix"]: Ending(row["suffix"], Needs(row["needs"]), frozenset(parts(row["generic"])))
        for row in suffixes
    }
    words = read_rows(lexicon / "org_words.csv", ["word", "kind"])
    posts = [row["post"] for row in read_rows(lexicon / "posts.csv", ["post"])]
    return Grammar(
        endings,
        outside=frozenset(row["word"] for row in words if row["kind"] == "before"),
        after=frozenset(row["word"] for row in words if row["kind"] == "after"),
        breaks=tuple(row["word"] for row in words if row["kind"] == "break"),
        things=tuple(row["word"] for row in words if row["kind"] == "thing"),
        longest=max(map(len, endings)),
        post=re.compile("|".join(map(re.escape, sorted(posts, key=len, reverse=True)))),
    )
