"""Lines that name who speaks next."""

import re
from functools import cache

from pipeline.lexicon import read_rows
from pipeline.paths import configs

# ○外務大臣（岩屋毅君）　…, ○勝俣委員長　…, and 【林外務大臣】…
_TURN = re.compile(
    r"(?P<mark>[○〇◯◎●][^\s。、○〇]{2,30}?(?:（[^（）]{1,20}）)?)(?P<gap>[\u3000 ]+)(?=\S)"
    r"|(?P<bracketed>【[^【】]{1,40}】)(?P<gap2>[\u3000 ]*)(?=\S)"
)
_NAME = re.compile(r"[一-鿿ァ-ヺーぁ-ん々・･.A-Za-z＝=]{1,20}")
_POST_END = re.compile(r"(?:[長官員授師士事使臣任幹者査表頭役記氏君相宰]|話人|議人|考人|識人)$")
_PARTICLES = re.compile(r"[はがをにでへも、。]")


def turn(text: str) -> tuple[int, int] | None:
    """Where the mark of a speaker's turn ends and where the speech begins.

    `○外務大臣（岩屋毅君）　お答えします。` → `(11, 12)`.
    """
    match = _TURN.match(text)
    if match is None:
        return None
    name = match["bracketed"]
    if name and not _names_someone(name[1:-1]):
        return None
    group = "bracketed" if name else "mark"
    return match.end(group), match.end()


def is_speaker_line(text: str) -> bool:
    """Name and post on a line of their own, the mark before them taken off.

    `高原 明生 東京女子大学特別客員教授` and `パルヴィズ・サミ・タジキスタン外務省二等書記官`.
    """
    if len(text) > 80 or _PARTICLES.search(text) or not _ends_in_post(text):
        return False
    fields = text.split()
    if len(fields) == 1:
        return "・" in text or text.endswith(("氏", "君"))
    return all(_NAME.fullmatch(name) for name in fields[: min(2, len(fields) - 1)])


def _names_someone(text: str) -> bool:
    return _ends_in_post(text) or text.endswith(("記者", "問", "答"))


def _ends_in_post(text: str) -> bool:
    bare = text.rstrip("）)")
    return bare.endswith(_posts()) or _POST_END.search(bare) is not None


@cache
def _posts() -> tuple[str, ...]:
    rows = read_rows(configs() / "lexicon" / "posts.csv", ["post", "kind"])
    return tuple(row["post"] for row in rows if row["kind"] != "prefix")
