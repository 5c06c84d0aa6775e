"""What stands round a name and says that it is one: posts, honorifics, and what forbids it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from pipeline.lexicon import read_rows
from pipeline.tag.nations import read_nations

KANJI = "一-鿿々〇"
KATAKANA = "ァ-ヴヷ-ヺー"
# In brackets after a name: a reading, 金正恩（キム・ジョンウン）国務委員長, or 高木（啓）委員.
_READING = rf"(?:[（(](?:[{KATAKANA}ぁ-ん・ 　]+|[{KANJI}]{{1,2}})[）)])?"
_PADDING = "[ 　]{0,6}"
# Between a name and its post: 国家税関委員会 in バキロフ国家税関委員会委員長.
_OFFICE = (
    rf"(?:[{KANJI}{KATAKANA}A-Za-zＡ-Ｚ0-9０-９・＝／]|こども|まち|ひと|しごと|づくり"
    r"|「[^」\n]{1,20}」){0,32}?"
)
# Words in which a head is no post: 成長, 器官, 真相.
_NO_POST = (
    "(?<![成延助伸増身特最全]長)(?<![全人定動満会職]員)(?<![器任退仕]官)(?<![様真形世位皮]相)"
)
# What may follow a post without a particle: 外相代行, 首相会談, 副首相兼外相.
_AFTER_POST = (
    rf"(?![{KANJI}])|(?=代行|代理|心得|補|付|当時|ら|等|一行|自身|本人|宛|間|会談|訪|来|就任|主催|出席|外|他|兼|を"
    r"|発言|答弁|及び|並び|又は|率い|自ら|同行|同席|述べ|指名|任命|当選|辞任|退任|死去|逝去|演説|談話|歓迎|一同)"
)


# Between a surname and the year of a work: 森川・鈴木（2019）, 森川ら（2019）
_OTHERS = rf"(?:ら|ほか|・[{KANJI}]{{2,4}}){{0,2}}"
# Prefectures that are surnames, too: 福島、宮城 in a list, 岡山（2019）.
PREFECTURES = frozenset(
    re.findall(
        "..",
        "岩手宮城秋田山形福島茨城栃木群馬埼玉千葉東京富山石川福井山梨長野岐阜静岡愛知三重滋賀京都大阪"
        "兵庫奈良鳥取島根岡山広島山口徳島香川愛媛高知福岡佐賀長崎熊本大分宮崎沖縄",
    )
)
# Contact boxes: what stands before the first of the surnames, and after each.
_UNITS = "[課室係班局部]|センター|グループ|チーム|担当者?|連絡先|窓口|事務局"
_BOX = 40  # characters from a unit to the last surname beside it
_FIELD_ENDS = re.compile(
    r"[ 　]*(?:[、，,・／/（(\n\t]|\Z)|[ 　]+(?:電話|直通|TEL|Tel|内線|E-mail|メール|担当)"
)
# Posts of ministries, whatever the ministry: 農業農村開発|大臣, 石炭鉱業|相.
_MINISTRY = rf"[{KANJI}]{{2,14}}?(?:大臣|長官|次官)|[{KANJI}]{{3,14}}?相"

_OF_STATE = ("state-head", "government-head")  # kinds of posts.csv


class Cue(Enum):
    """What follows a name."""

    HONORIFIC = "honorific"  # サイドフ氏
    FAMILIAR = "familiar"  # 森さん, but スタッフさん, too
    ERA = "era"  # トランプ政権
    PERIOD = "period"  # エリツィン時代, but 江戸時代, too
    LEADER = "leader"  # サイドフ大統領: nothing but a person goes before it
    POST = "post"  # サイドフ外務次官, or an organisation and a post
    WORK = "work"  # 森川（2019）


@dataclass(frozen=True, slots=True)
class Cues:
    """The cues of name_cues.csv, compiled.

    `in_offices`: words in katakana of which posts and organisations are named (エネルギー大臣).
    """

    after: re.Pattern[str]
    barrier: re.Pattern[str]
    title: re.Pattern[str]
    title_last: re.Pattern[str]
    post: re.Pattern[str]
    in_charge: re.Pattern[str]
    member_before: re.Pattern[str]
    of_ministry: re.Pattern[str]
    of_state: re.Pattern[str]
    minister_word: re.Pattern[str]
    in_offices: frozenset[str]

    def following(self, text: str, end: int) -> Cue | None:
        """The cue after the name that ends at `end`: サイドフ|外相代行 → Cue.POST."""
        match = self.after.match(text, end)
        return Cue(match.lastgroup) if match and match.lastgroup else None

    def title_before(self, text: str, start: int) -> re.Match[str] | None:
        """The title in Latin letters that ends at `start`: H.E. |Sadyr Japarov."""
        return self.title_last.search(text, max(0, start - 24), start)

    def is_long_post(self, text: str, start: int) -> bool:
        """Whether a post of posts.csv begins here that no chance makes: 海上幕僚長."""
        post = self.post.match(text, start)
        return post is not None and len(post[0]) > 3

    def is_post(self, text: str, start: int) -> bool:
        """Whether a post of posts.csv begins here."""
        return self.post.match(text, start) is not None

    def is_in_charge(self, text: str, start: int, end: int) -> bool:
        """Whether a surname stands in a contact box: 情報政策課　|山田|、佐藤（内線）."""
        if not _FIELD_ENDS.match(text, end) or text[start:end] in PREFECTURES:
            return False
        return self.in_charge.search(text, max(0, start - _BOX), start) is not None

    def is_beside_member(self, text: str, start: int) -> bool:
        """Whether a member with the post stands right before: 青木委員、|東委員."""
        return self.member_before.search(text, max(0, start - 8), start) is not None

    def is_minister(self, text: str, start: int) -> bool:
        """Whether a minister's whole post begins here: 盛山|文部科学大臣, not 北方|担当大臣."""
        post = self.post.match(text, start)
        return post is not None and len(post[0]) > 3 and "大臣" in post[0] and post[0][:2] != "担当"

    def is_of_ministry(self, text: str, start: int) -> bool:
        """Whether a whole post of a ministry begins here: ファキーフ|経済企画大臣."""
        return self.of_ministry.match(text, start) is not None

    def is_head_of_state(self, text: str, start: int) -> bool:
        """Whether nothing but a head of state or government begins here: 習|国家主席."""
        return self.of_state.match(text, start) is not None

    def is_statesman(self, text: str, start: int) -> bool:
        """Whether a post of a state's or a government's head, or of a ministry, begins here."""
        return self.is_head_of_state(text, start) or self.is_of_ministry(text, start)

    def barred(self, text: str, end: int) -> bool:
        """Whether what follows makes another thing of it: カリフォルニア|州知事."""
        return self.barrier.match(text, end) is not None


def load_cues(lexicon: Path) -> Cues:
    """Read name_cues.csv. Raises LexiconError."""
    rows = read_rows(lexicon / "name_cues.csv", ["cue", "kind"])
    by_kind: dict[str, list[str]] = {}
    for row in rows:
        by_kind.setdefault(row["kind"], []).append(row["cue"])
    heads, leaders = _any(by_kind["head"]), _any(by_kind["leader"])
    posts = read_rows(lexicon / "posts.csv", ["post", "kind"])
    organisations = read_rows(lexicon / "organisations.csv", ["name"])
    offices = " ".join([*(row["post"] for row in posts), *(row["name"] for row in organisations)])
    nations = read_nations(lexicon)
    country = _any([*nations.characters, *nations.names])
    after = (
        rf"{_READING}(?:{_PADDING}(?P<honorific>{_any(by_kind['honorific'])})"
        r"(?![名族神主臨々子式態団範匠堂])"
        rf"|{_PADDING}(?P<familiar>{_any(by_kind['familiar'])})(?!権)"
        rf"|(?P<period>{_any(by_kind['period'])})"
        rf"|(?P<era>{_any(by_kind['era'])})"
        rf"|{_PADDING}(?P<leader>・?(?:{country})?[前元故新現次期副仮]*(?:{leaders})(?![府制令職杯団室選])"
        rf"|・(?:{country}){_OFFICE}(?:{leaders}|{heads}){_NO_POST}(?:{_AFTER_POST})"
        rf"|[A-Z][A-Z0-9-]+[{KANJI}]{{0,10}}?(?:{heads}){_NO_POST}(?:{_AFTER_POST}))"
        rf"|{_PADDING}(?P<post>{_OFFICE}(?:{leaders}|{heads}){_NO_POST}(?:{_AFTER_POST}))"
        rf"|(?P<work>{_OTHERS} ?[（(][12１２][0-9０-９]{{3}}[a-z]?[）)、，,；;]))"
    )
    long, short = _split(by_kind["barrier"])
    barrier = (
        rf"(?:{long})(?!相|大臣|次官)"
        rf"|(?:{short})(?!長(?!官)|首|総?書記|相|大臣|次官|皇|王|授|将|軍)"
    )
    return Cues(
        re.compile(after),
        re.compile(barrier),
        re.compile(rf"(?:(?:{_any(by_kind['title'])}) +)+"),
        re.compile(rf"(?<![A-Za-z])(?:{_any(by_kind['title'])}) +$"),
        re.compile(_any(row["post"] for row in posts)),
        re.compile(
            rf"(?:{heads}|{_UNITS})(?:[ 　]+|[:：][ 　]*)"
            rf"(?:[{KANJI}]{{1,4}}(?:[ 　][{KANJI}]{{1,3}})?[、，,・／/][ 　]*)*\Z"
        ),
        re.compile(rf"(?:{heads})(?:[、，・]|及び)\Z"),
        re.compile(rf"(?:{_MINISTRY})(?:{_AFTER_POST})"),
        re.compile(_any(row["post"] for row in posts if row["kind"] in _OF_STATE)),
        re.compile(rf"(?:{_any(_katakana_words(posts))})(?=・[{KANJI}]|[{KANJI}]{{0,8}}大臣)"),
        frozenset(re.findall(f"[{KATAKANA}]+", offices)),
    )


def _katakana_words(posts: Iterable[Mapping[str, str]]) -> set[str]:
    """With which ministers' posts begin: エネルギー."""
    first = (re.match(f"[{KATAKANA}]{{4,}}", r["post"]) for r in posts if r["kind"] == "minister")
    return {word[0] for word in first if word}


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _split(words: list[str]) -> tuple[str, str]:
    return _any(w for w in words if len(w) > 1), _any(w for w in words if len(w) == 1)
