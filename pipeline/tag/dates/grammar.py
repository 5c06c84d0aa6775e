"""The pieces that the grammar of dates is made of, as patterns over folded text."""

import re

SPACE = r"[ \n]{0,3}"
NOT_JAPAN = r"(?!本(?!会議|委員|件|院|法|部|省|庁))"
KANJI = "〇零一二三四五六七八九十"
TO = rf"{SPACE}[~\-・、,/]{SPACE}"


def numeral(ascii_digits: str, kanji: str) -> str:
    """A number in either writing that is not the tail of a longer one: not 7月 in 1.7月."""
    return rf"(?:(?<![0-9])(?<![0-9][.,])(?:{ascii_digits})|(?<![{KANJI}百千万])(?:{kanji}))"


_MONTH_ASCII, _MONTH_KANJI = "1[0-2]|0?[1-9]", "十[一二]?|一[〇一二]|[一二三四五六七八九]"
_DAY_ASCII = "3[01]|[12][0-9]|0?[1-9]"
_DAY_KANJI = (
    "三十一?|二?十[一二三四五六七八九]?|[二三][〇一]"
    "|[一二][〇一二三四五六七八九]|[一二三四五六七八九]"
)
_ANY_MONTH, _ANY_DAY = f"(?:{_MONTH_ASCII}|{_MONTH_KANJI})", f"(?:{_DAY_ASCII}|{_DAY_KANJI})"

MONTH = re.compile(
    rf"(?P<count>{numeral('[0-9]{1,2}', _MONTH_KANJI)})"
    rf"(?:{TO}(?P<last>{_ANY_MONTH}))?{SPACE}月"
    r"(?!間|ごと|毎|当たり|あたり|刊|額|例会|並み|\(みつき|\(ひとつき|\(ふたつき|雨|晴れ|病|堂|人形|踊り)"
    r"(?!革命|王政|民主抗争|蜂起|期待|経過)(?:(?<![一二三]月)|(?!余|ほど|ばかり|足らず))"
)
DAY = re.compile(
    rf"(?P<count>{numeral('[0-9]{1,2}', _DAY_KANJI)})"
    rf"(?:{TO}(?P<last>{_ANY_DAY}))?{SPACE}日(?!間|目){NOT_JAPAN}"
)
MONTH_AHEAD = re.compile(rf"{_ANY_MONTH}{SPACE}月|[春夏秋冬]")

ERA_COUNT = rf"元|[0-9]{{1,2}}|[{KANJI}]{{1,3}}"
YEAR_COUNT = numeral(
    "(?!1000)[12][0-9]{3}",
    rf"[一二][〇零一二三四五六七八九]{{3}}|[一二]?千[{KANJI}百]{{1,7}}|二千(?=年)",
)
YEAR_UNIT = r"年度|年代|年(?!間|代|紀|以上|余|ぶり|の長き|の歴史|の伝統)"

WEEKDAY = re.compile(
    rf"{SPACE}\({SPACE}[日月火水木金土](?:曜日?)?(?:{SPACE}[・、]?{SPACE}(?:祝|休)日?)?{SPACE}\)"
    rf"|{SPACE}[日月火水木金土]曜日?"
)
TAIL = re.compile(
    rf"{SPACE}の?(?:末日|末(?!尾|端|期|裔|席)|初め(?!て)|はじめ(?!て|と)|初頭|初旬|上旬|中旬|下旬"
    r"|前半(?!戦)|後半(?!戦)|中頃|中ごろ|半ば|なかば|中葉|央(?=[にの頃ごまか、。])|初(?=[にのか頃ごま、。]|以降))"
)
TAIL_OF_AGE = re.compile(
    rf"{TAIL.pattern}|{SPACE}の?(?:末期|初期|前期|中期|後期|序盤|中盤|終盤|終わり)"
)
SEASON = re.compile(
    rf"{SPACE}の?{SPACE}(?P<season>春(?!場所|闘|節|分|季|日|高)|夏(?!場所|季|場|休|至|期|祭|日)"
    r"|秋(?!場所|田|葉|分|季|期|篠)|冬(?!季|期|至|場|眠))"
)
QUARTER = re.compile(
    rf"{SPACE}の?{SPACE}(?:第{SPACE}(?P<quarter>[1-4一二三四]){SPACE}・?{SPACE}四半期"
    r"|(?P<half>[上下])(?:半期|期)|Q(?P<after_q>[1-4])(?![0-9A-Za-z])|(?P<before_q>[1-4])Q)"
)
JOINT = re.compile(rf"{SPACE}の?{SPACE}")
SEASON_NUMBERS = {"春": 21, "夏": 22, "秋": 23, "冬": 24}
