"""Which encoding a text file is in: bytes in, code points out, none of them dropped.

Japanese files come as UTF-8, UTF-16, CP932 (Windows' Shift_JIS), EUC-JP and ISO-2022-JP. What the
bytes prove (a byte order mark, escape sequences, valid UTF-8) decides; where two encodings are
valid, the one decides whose text looks like Japanese.
"""

import codecs
import re
from collections.abc import Iterable
from typing import NamedTuple

from charset_normalizer import from_bytes


class Decoded(NamedTuple):
    """The text, its encoding by Python's name, and the byte offsets of what was no text.

    In place of each undecodable byte the text has U+FFFD.
    """

    text: str
    encoding: str
    bad: list[int]


_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ESCAPES = re.compile(rb"\x1b(?:\$[@B(]|\([BIJ])")
_SEVEN_BIT = ("iso2022_jp", "iso2022_jp_ext", "iso2022_jp_2004")
_EIGHT_BIT = ("cp932", "euc_jp", "euc_jis_2004", "shift_jis_2004")


def decode(data: bytes, declared: str = "") -> Decoded:
    """The text of a file; `declared` is what it says of itself (HTML's charset), if it is true."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _lenient(data, encoding)
    candidates = list(_proved(data))
    if declared:
        candidates.insert(0, _known(declared))
    for encoding in candidates:
        text = _strict(data, encoding)
        if text is not None:
            return Decoded(text, encoding, [])
    return _most_plausible(data)


def _proved(data: bytes) -> Iterable[str]:
    """Encodings that the bytes themselves speak for, to be tried in turn."""
    if _ESCAPES.search(data) and not re.search(rb"[\x80-\xff]", data):
        yield from _SEVEN_BIT
    if b"\0" in data[:4096]:
        little = data[1:4096:2].count(0) >= data[:4096:2].count(0)
        yield "utf-16-le" if little else "utf-16-be"
    yield "utf-8"


def _known(name: str) -> str:
    """`Shift_JIS` → `cp932`, which is what such files are in; unknown names → `utf-8`."""
    try:
        encoding = codecs.lookup(name.strip()).name
    except LookupError:
        return "utf-8"
    return "cp932" if encoding == "shift_jis" else encoding


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _most_plausible(data: bytes) -> Decoded:
    valid = [(t, e) for e in _EIGHT_BIT if (t := _strict(data, e)) is not None]
    if valid:
        text, encoding = max(valid, key=lambda pair: plausibility(pair[0]))
        return Decoded(text, encoding, [])
    guesses = ["utf-8", "cp932", "euc_jp"]
    best = from_bytes(data[:100_000]).best()
    if best is not None:
        guesses.append(best.encoding)
    return max((_lenient(data, e) for e in guesses), key=lambda d: plausibility(d.text))


_ESCAPED = re.compile("[\udc80-\udcff]")


def _lenient(data: bytes, encoding: str) -> Decoded:
    """Decode what can be; the byte offsets are exact as long as the encoding is stateless."""
    try:
        text = data.decode(encoding, "surrogateescape")
    except UnicodeDecodeError:  # UTF-16 and UTF-32 know no such escape: half a character at the end
        text = data.decode(encoding, "replace")
        return Decoded(text, encoding, [len(data) - 1])
    bad, at, offset = [], 0, len(codecs.BOM_UTF8) if encoding == "utf-8-sig" else 0
    plain = "utf-8" if encoding == "utf-8-sig" else encoding
    for match in _ESCAPED.finditer(text):
        offset += len(text[at : match.start()].encode(plain, "surrogateescape"))
        bad.append(offset)
        at = match.start()
    return Decoded(_ESCAPED.sub("\ufffd", text), encoding, bad)


_SIGNS = (
    (re.compile(r"[ぁ-ん]"), 2.0),
    (re.compile(r"[ァ-ヶー、。「」（）　々一-龥]"), 1.0),
    (re.compile(r"[ｦ-ﾟ]"), -2.0),
    (re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd\udc80-\udcff]"), -8.0),
)


def plausibility(text: str) -> float:
    """How much a text looks like Japanese, by character: hiragana speak for, half-width kana
    and control characters (the signs of a wrong encoding) against it."""
    sample = text[:200_000]
    total = sum(weight * len(sign.findall(sample)) for sign, weight in _SIGNS)
    return total / max(1, len(sample))
