"""Signs at the start of a line that tell what it is: numbers of headings, items, captions."""

import re

_NUMBER = r"[0-9０-９〇一二三四五六七八九十百]+"
_CIRCLED = r"[①-⑳㉑-㉟㊱-㊿❶-❿⓵-⓾㋐-㋾]"
_BULLET = r"[・●○◎◯■□◆◇▪▫►▶▷➢➤✓✔❖★☆※＊•‣⁃∙◦]"

# The number of a heading and how deep it stands, in the order in which they are tried.
_HEADINGS = [
    (rf"第\s*{_NUMBER}\s*部", 0),
    (rf"第\s*{_NUMBER}\s*[編篇]", 1),
    (rf"第\s*{_NUMBER}\s*章", 2),
    (rf"第\s*{_NUMBER}\s*節", 3),
    (rf"第\s*{_NUMBER}\s*[款項]", 4),
    (r"[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ]+", 5),
    (r"[0-9０-９]+(?:[.．\-－‐][0-9０-９]+){3,}", 9),
    (r"[0-9０-９]+(?:[.．\-－‐][0-9０-９]+){2}", 8),
    (r"[0-9０-９]+[.．\-－‐][0-9０-９]+", 7),
    (r"[0-9０-９]{1,2}[)）]", 11),
    (r"[0-9０-９]+(?![0-9０-９年月日時分秒歳名人件個か所％%,，.．:：/／\-－‐～〜])", 6),
    (r"[0-9０-９]+[.．](?![0-9０-９])", 6),
    (r"[(（][0-9０-９]+[)）]", 10),
    (rf"{_CIRCLED}", 12),
    (r"[ア-ン](?=[\s　.．、])", 13),
    (r"[(（][ア-ン][)）]", 14),
    (r"[a-zａ-ｚ][)）.．]", 15),
]
_RANKS = [(re.compile(pattern), depth) for pattern, depth in _HEADINGS]

_ITEM = re.compile(
    rf"(?:{_BULLET}|{_CIRCLED}|[(（](?:{_NUMBER}|[ア-ンa-zａ-ｚivxⅰ-ⅻ]{{1,4}}|[答問注例])[)）]"
    r"|[0-9０-９]{1,2}[.．)）](?![0-9０-９])|[－–‐-](?=[\s　ぁ-んァ-ヶ一-龠])|[ⅰ-ⅻ]"
    r"|(?:問|答|注|例)\s*[0-9０-９]{1,3}(?![0-9０-９年月])|[ア-ン](?=[\s　.．、）)])"
    r"|[a-zａ-ｚ][.．)）](?![a-z.])|[一二三四五六七八九十]{1,3}(?=[\s　、])"
    rf"|[0-9０-９]{{1,2}}(?=　)|第\s*{_NUMBER}\s*条(?:の[0-9０-９二三四五]+)?(?=[\s　]))"
)
_WEAK = re.compile(r"[ァ-ンa-zａ-ｚ一二三四五六七八九十]{1,3}\s*[)）.．、]")
_CAPTION = re.compile(
    r"[■◆●▲▼□◇○【〈＜\[［(（]?\s*(?:図表|図|表|写真|グラフ|資料|コラム図|別図|別表"
    r"|第\s*[0-9０-９\-－‐－・.．Ⅰ-Ⅻ]+\s*[図表]|[Ff]ig(?:ure)?\.?|[Tt]able|FIG|TABLE)"
    r"\s*[0-9０-９Ⅰ-Ⅻ\-－‐.．]*"
)
_NOTE = re.compile(
    r"[(（〈＜\[［]?\s*(?:資料|出典|出所|備考|注|注記|参考|提供|写真提供)"
    r"(?:\s*[0-9０-９]{0,2}\s*[)）〉＞\]］:：]|\s*[0-9０-９]{0,2}\s*[:：])"
)
# What an entry of an address or a list of people begins with: 電話：, （事務局）, ＦＡＸ　, 〒.
_CONTACT = (
    "電話|でんわ|直通|代表|内線|連絡先|お?問い?合わ?せ先?|担当者?|メール|ファクシミリ|ファックス|住所|所在地"
    "|[TＴ][EＥe][LＬl]|[FＦ][AＡa][XＸx]|[EＥ][-－]?(?:mail|ｍａｉｌ|MAIL)|[UＵ][RＲ][LＬ]"
)
_ENTRY = re.compile(
    rf"(?:{_CONTACT})(?:番号|アドレス)?\s*[:：\u3000]|[(（](?:{_CONTACT})+[)）\s:：]|〒\s?[0-9０-９]"
)
_BRACKETED = re.compile(r"[(（][^()（）]{1,12}[)）]\s")
_DATE = re.compile(
    r"(?:令和|平成|昭和|[RHS])?\s*[0-9０-９元〇一二三四五六七八九十]{1,4}\s*年\s*(?:[0-9０-９一二三四五六七八九十]{1,2}\s*月\s*)?"
    r"(?:[0-9０-９一二三四五六七八九十]{1,3}\s*日\s*)?(?:[(（][月火水木金土日・祝]+[)）])?\s*(?:現在|時点|付け|公表|発表)?"
)
_LABEL = re.compile(
    r"[(（\[［]?(?:注|※|＊|\*|†|脚注)?\s*[0-9０-９]{1,3}\s*[)）\]］.．:：]?"
    r"|[*＊†‡※]{1,3}|[⁰¹²³⁴-⁹]{1,3}|[(（]注[)）]"
)


def rank(text: str) -> int | None:
    """How deep a heading with this number stands: `第１章　総則` → 2, `（１）` → 10, else None."""
    return next((depth for pattern, depth in _RANKS if pattern.match(text)), None)


def item_sign(text: str) -> str:
    """The sign of a list item: `（１）目的` → `（１）`, `・会議` → `・`, else empty."""
    match = _ITEM.match(text)
    return match[0] if match else ""


def is_weak_sign(text: str) -> bool:
    """Whether what looks like an item's sign may be the end of a word: `ス、国際`, `ン）が`."""
    return _WEAK.match(text) is not None


def is_caption(text: str) -> bool:
    """`図 3-1　概念図` or `■第1-1-2図／…`, not `図る` or `表明した。`.

    A remark may stand beside it: `表１　一覧　※記載がない箇所は省略した。`
    """
    match = _CAPTION.match(text)
    if match is None or text.partition("\u3000※")[0].endswith(("。", "．")):
        return False
    rest = text[match.end() :]
    numbered = any(c.isdigit() for c in match[0])
    return numbered and rest[:1] not in ("に", "の", "は", "を", "で", "と", "が", "、", "）")


def is_entry(text: str, above: str) -> bool:
    """Whether a line is an entry of its own: `電話：03-3500-0000`, or `（事務局）　橘課長` where
    what is above begins in brackets, too (`（委員）　石橋座長`)."""
    if _ENTRY.match(text) is not None:
        return True
    return _BRACKETED.match(text) is not None and _BRACKETED.match(above) is not None


def is_date(text: str) -> bool:
    """Whether a line is a date and no more: `令和７年６月３日（火）`, `2025年３月31日現在`."""
    return _DATE.fullmatch(text) is not None


def is_note(text: str) -> bool:
    """`資料：総務省`, `（注）`, `出典：`."""
    return _NOTE.match(text) is not None


def note_label(text: str) -> str:
    """The label that a footnote begins with: `1 SDGs：…` → `1`, `（注2）` → `（注2）`."""
    match = _LABEL.match(text)
    return match[0].rstrip() if match else ""
