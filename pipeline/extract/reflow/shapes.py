"""What a single line tells by its shape, before its neighbours are looked at."""

import re

_DIGITS = "0-9０-９"
_PAGE_NUMBER = re.compile(
    rf"[-‐–—―－~～\s]*[{_DIGITS}]{{1,4}}[-‐–—―－~～\s]*|[Pp]\.?\s*[{_DIGITS}]{{1,4}}|"
    rf"[{_DIGITS}]{{1,4}}\s*[/／]\s*[{_DIGITS}]{{1,4}}|[（(][{_DIGITS}]{{2,4}}[)）]"
)
_RULE = re.compile(r"[─━―—–…‥=＝＊*_＿~～・.．◇◆○●◎□■※☆★\-\s]{3,}")
_INVISIBLE = re.compile("[\x00-\x1f\x7f-\x9f\xad\u200b-\u200f\ufeff\ue000-\uf8ff\\s]+")
_TAIL = 80  # what may stand behind 。 on a line
_SENTENCE_END = re.compile(
    r"[。．！？!?][」』）)】》〉〕”’]*(?:[（(][^（）()]*[）)]|[⁰¹²³⁴-⁹]+|\[\d+\])*$"
    r"|(?<=[^\d\s.])\.[\"')”’]*$|(?:以下|次|左|下記|別紙)の(?:とお|通)り$|[:：]$"
)
_INSIDE = re.compile(
    r"(?:を|の(?:とお|ため|よう|ほか|うち)|[のにはがでとへも](?=[^ぁ-ゖー\s])"
    r"|[（(][^（）()]*[）)][はがをにのでとも])"
)
_CAPTION = re.compile(
    r".{2,80}[（(][^（）()]{0,40}(?:写真|撮影|提供|[0-9０-９]{1,2}月[0-9０-９]{1,2}日)"
    r"[^（）()]{0,40}[）)]|[（(]?写真[^。]{0,40}提供.{0,30}"
    rf"|(?:図表?|表|写真|グラフ|コラム図)[{_DIGITS}Ⅰ-Ⅹ][{_DIGITS}\-－―‐.．]*(?:[\s　：:].{{0,80}})?"
)
_NOTE = re.compile(
    r"[〈＜<【（(［\[]?(?:注|備考|出典|資料|略語解説|脚注|出所|参考文献)"
    r"\s*[0-9０-９]*[〉＞>】）)］\]：:　 ](?![。、はがをにのでとも])"
    r"|(?:[-‐・]\s*)?(?:※|[＊*]\s*[0-9０-９])"
)
_FIELD = re.compile(
    r"(?:[一-鿿ァ-ヺー・々][ \u3000]?){1,7}[一-鿿ァ-ヺー々]\s*[：:]\s*(?=\S)"
    r"|[（(【]?お?(?:問い?合わ?せ先?|連絡先|担当)[）)】：:]|.{0,12}第\s*[0-9０-９]+\s*号$"
)
_WHOLE_BRACKETS = re.compile(r"〔[^〕]*〕|（[^（）]*）|＜[^＞]*＞|【[^】]*】")
_GAPS_INSIDE = re.compile(r"\S(?:\u3000{2,}| {4,})\S|(?:\S\u3000+\S+君\b)|君[\u3000 ]+\S+君")
_HOLDER = re.compile(r"[一-鿿ぁ-ゖァ-ヺー々 \u3000]{2,9}君")
_ERA_YEAR = r"(?:(?:明治|大正|昭和|平成|令和)\s*)?[0-9０-９元〇一二三四五六七八九十]{1,4}\s*年度?"
_NUMBER = r"[0-9０-９〇一二三四五六七八九十]{1,3}"
_DATE = re.compile(
    rf"(?:{_ERA_YEAR}\s*)?{_NUMBER}\s*月\s*{_NUMBER}\s*日\s*(?:[（(].{{1,4}}[）)])?"
    rf"|{_ERA_YEAR}\s*{_NUMBER}\s*月|同日"
)
_DATE_AND_PLACE = re.compile(
    rf"[（(]?\s*{_ERA_YEAR}\s*{_NUMBER}\s*月\s*{_NUMBER}\s*日\s*(?:[（(].{{1,4}}[）)])?"
    rf"\s*(?:午[前後]|{_NUMBER}\s*(?:時|：|:)|於|場所)[^。]{{0,60}}"
)


def is_page_number(text: str) -> bool:
    """`8`, `- 12 -`, `12/34`, `P.3`."""
    return _PAGE_NUMBER.fullmatch(text) is not None


def is_rule(text: str) -> bool:
    """A line drawn with characters: `――――◇――――`."""
    return _RULE.fullmatch(text) is not None


def is_invisible(text: str) -> bool:
    """Nothing but controls and private-use glyphs."""
    return _INVISIBLE.fullmatch(text) is not None


def is_ended(text: str) -> bool:
    """Whether a line ends where a sentence does (brackets and marks behind 。 included)."""
    return _SENTENCE_END.search(text[-_TAIL:]) is not None


def begins_inside(text: str) -> bool:
    """Whether a line can only begin inside a sentence: `の3部門から成り`, `(11社の合計)は`."""
    return _INSIDE.match(text) is not None


def is_caption(text: str) -> bool:
    """`日・キルギス首脳会談（11月20日、東京 写真提供：内閣広報室）`, `図表1-2 …`."""
    return not is_ended(text) and _CAPTION.fullmatch(text) is not None


def is_note(text: str) -> bool:
    """`〈注〉`, `※1 トルクメニスタンは…`, `出典：…`."""
    return _NOTE.match(text) is not None


def is_field(text: str) -> bool:
    """`日 時：令和5年3月14日`."""
    return _FIELD.match(text) is not None


def is_date(text: str) -> bool:
    """Nothing but a date, perhaps with time and place: `令和六年十一月十四日（木曜日）`,
    `（令和3年2月26日（金曜日）15時10分　於：本省会見室）`.
    """
    return (_DATE.fullmatch(text) or _DATE_AND_PLACE.fullmatch(text)) is not None


def is_roster(text: str) -> bool:
    """A line of a list of names or posts, set in columns: `勝俣　孝明君　　　　黄川田仁志君`."""
    return "。" not in text and (
        _GAPS_INSIDE.search(text) is not None or _HOLDER.fullmatch(text) is not None
    )


def is_bracketed(text: str) -> bool:
    """A line that brackets hold: `〔「異議なし」と呼ぶ者あり〕`."""
    return _WHOLE_BRACKETS.fullmatch(text) is not None


def has_open_bracket(text: str) -> bool:
    """Whether a bracket opens that does not close: `（在沖縄米軍事件の通報事案、防衛省・自衛隊`."""
    return any(text.count(a) > text.count(b) for a, b in ("（）", "「」", "『』", "()"))
