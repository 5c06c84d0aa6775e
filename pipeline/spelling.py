"""Characters in which names are written and that dictionaries know by another: 髙橋 is 高橋."""

import unicodedata

# Each variant with its common form; what the dictionary knows by itself (邊, 眞) is not here.
_VARIANTS = (
    "髙高﨑崎嵜崎㟢崎濵浜德徳栁柳𠮷吉賴頼瀨瀬郞郎𣘺橋𡈽土桒桑昻昂淸清緖緒靑青吳呉內内尙尚戶戸黃黄"
    "寬寛敎教姬姫槪概增増卽即鄕郷﨟臈"
)
# Kanji that Unicode holds twice for the sake of old encodings: 福 is U+FA1B and U+798F.
_TWICE = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xF900, 0xFB00)}
_COMMON = dict(zip(map(ord, _VARIANTS[::2]), _VARIANTS[1::2], strict=True)) | {
    code: once for code, once in _TWICE.items() if len(once) == 1 and once != chr(code)
}


def common(text: str) -> str:
    """The text in common characters, code point for code point: `髙﨑大臣` → `高崎大臣`."""
    return text.translate(_COMMON)
