"""The grammar of posts: where a post ends in a run of nouns (経済・銀行・国際金融担当副首相)."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pipeline.lexicon import read_rows

_RUN = re.compile(
    r"(?:[\u3400-\u9fff\uf900-\ufaff々〇ァ-ヶー・A-Za-zＡ-Ｚ0-9０-９／]|こども|まち|ひと|しごと|づくり|「[^」\n]{1,20}」)+"
)
# What may follow a post without a particle: 外務大臣訪米, 首相一行, 大統領ほか.
_AFTER = re.compile(
    r"(?![一-鿿々ァ-ヶー])|会談|会見|会合|訪|来|就任|主催|出席|一行|夫妻|夫人|自身|本人|宛|間|等|ら|他|外|当時"
    r"|発言|答弁|談話|及|並|又|以下|名|側|時代|在任|声明|書簡|演説|挨拶"
)
# Nouns of agents: a post need not be in the lexicon where an organisation or の leads to it.
_AGENT = re.compile(r"[\u3400-\u9fff\uf900-\ufaff々ァ-ヶー]{1,12}[家者士師員官長手人相]\Z")
_NO_POST = re.compile(
    r"(?:[成延助伸増身特最全]長|[器任退仕]官|[様真形世位皮]相|本人|個人|法人|関係者)\Z"
)
_TAILS = ("相", "長", "官")
_UNITS = ("課", "局", "部", "室", "班", "係", "グループ", "センター", "チーム")
_NO_SUFFIX = ("兼", "相", "長", "官", "担当")
_DEGREES = ("博士", "修士")  # 野口英世博士 holds no post by it
_LONGEST = 24


@dataclass(frozen=True, slots=True)
class Posts:
    """The posts of posts.csv, with the kinds (minister, diplomat …) of each."""

    kinds: dict[str, str]
    suffixes: tuple[str, ...]

    def end(self, text: str, start: int, limit: int) -> int:
        """Where the post that begins at `start` ends, at most at `limit`; `start` if none does.

        `外務大臣訪米` → 4; `副首相兼外相と` → 6.
        """
        run = _RUN.match(text, start, limit)
        if run is None:
            return start
        stretch = run.group()
        for end in range(len(stretch), 0, -1):
            after = start + end
            if (after == limit or _AFTER.match(text, after)) and self.is_post(stretch[:end]):
                return after
        return start

    def is_post(self, words: str) -> bool:
        """Whether the words end with a post: 環境天然資源相, 外相代行."""
        if _NO_POST.search(words):
            return False
        if self.kind(words) or (len(words) > 2 and words.endswith(_TAILS)):
            return True
        if not words.endswith(self.suffixes):  # nearly always, and said in one step
            return False
        held = next(words[: -len(s)] for s in self.suffixes if words.endswith(s))
        return bool(held) and self.is_post(held)

    def is_agent(self, words: str) -> bool:
        """Whether the words name what somebody does, be it in the lexicon or not: 漫画家."""
        return bool(_AGENT.match(words)) and not _NO_POST.search(words)

    def kind(self, words: str) -> str:
        """The kind of the longest post that the words end with; empty if they end with none."""
        for length in range(min(len(words), _LONGEST), 0, -1):
            kind = self.kinds.get(words[-length:])
            if kind:
                return kind
        return ""

    def before(self, text: str, end: int, limit: int, *, agents: bool = False) -> int:
        """Where the post begins that ends at `end`, not before `limit`; `end` if none does.

        `外務大臣　上川` with `end` 4 → 0. With `agents`, what is no post in the lexicon will do.
        """
        start = end
        while start > limit and _RUN.fullmatch(text, start - 1, end):
            start -= 1
        while start < end and text[start] in "・／":
            start += 1
        words = text[start:end]
        return start if self.is_post(words) or (agents and self.is_agent(words)) else end

    def without_unit(self, words: str) -> str:
        """The post after a unit that belongs to the organisation before: 国際政策課|企画官."""
        for length in range(min(len(words) - 1, _LONGEST), 0, -1):
            if words[-length:] in self.kinds and words[:-length].endswith(_UNITS):
                return words[-length:]
        return words

    def head_of(self, organisation: str, following: str) -> str:
        """The post that an organisation's last word and 長 make: 国際研究課|長 → 課長."""
        if not following.startswith("長"):
            return ""
        for length in range(1, 8):
            post = organisation[-length:] + "長"
            if post in self.kinds or post in ("課長", "局長", "室長", "部長"):
                return post
        return ""


def parted(post: str, posts: Posts) -> list[str]:
    """Several posts in one run: 国家主席・党総書記 → two; 経済・銀行担当相 is one."""
    found: list[str] = []
    open_part = ""
    for part in post.split("・"):
        open_part = f"{open_part}・{part}" if open_part else part
        if posts.is_post(open_part):
            found.append(open_part)
            open_part = ""
    return [*found, open_part] if open_part else found


@cache
def load_posts(lexicon: Path) -> Posts:
    """Read posts.csv. Raises LexiconError."""
    rows = read_rows(lexicon / "posts.csv", ["post", "kind"])
    kinds = {
        row["post"]: row["kind"]
        for row in rows
        if row["kind"] not in ("prefix", "suffix", "honorific") and row["post"] not in _DEGREES
    }
    suffixes = [row["post"] for row in rows if row["kind"] == "suffix"]
    return Posts(kinds, tuple(s for s in suffixes if s not in _NO_SUFFIX))
