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
_EIGHT_BIT = ("cp932", "euc_jp", "euc_jis_2004", "shift_jis_2004", "utf-16-le", "utf-16-be")
_JAPANESE = 0.3  # how plausible a text must be to be taken for Japanese
_TELLING = 100  # bytes from which a foreign encoding can be told


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
    if _is_seven_bit(data):
        return _lenient(_as_eight_bit(data), "euc_jis_2004")._replace(encoding=_SEVEN_BIT[0])
    return _most_plausible(data)


def _proved(data: bytes) -> Iterable[str]:
    """Encodings that the bytes themselves speak for, to be tried in turn."""
    if _is_seven_bit(data):
        yield from _SEVEN_BIT
    elif b"\0" not in data[:4096]:  # which UTF-16 has beside every Latin letter and line break
        yield "utf-8"


def _is_seven_bit(data: bytes) -> bool:
    return _ESCAPES.search(data) is not None and not re.search(rb"[\x80-\xff]", data)


def _as_eight_bit(data: bytes) -> bytes:
    """ISO-2022-JP as mail programs write it, with ① and ㈱, which the codecs refuse, as EUC-JP."""
    parts, high, at = [], b"", 0
    for match in [*_ESCAPES.finditer(data), None]:
        segment = data[at : match.start() if match else len(data)]
        if high == b"$":
            segment = bytes(c | 0x80 if c > 0x20 else c for c in segment)
        elif high == b"(I":
            segment = b"".join(b"\x8e" + bytes((c | 0x80,)) for c in segment)
        parts.append(segment)
        if match:
            kind = match.group()[1:]
            high, at = (b"$" if kind.startswith(b"$") else kind), match.end()
    return b"".join(parts)


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
    """The reading that looks most like Japanese; one without bad bytes if it looks as good."""
    readings = [Decoded(t, e, []) for e in _EIGHT_BIT if (t := _strict(data, e)) is not None]
    readings += [_lenient(data, encoding) for encoding in ("utf-8", "cp932", "euc_jp")]
    best = max(readings, key=_likelihood)
    if plausibility(best.text) >= _JAPANESE or len(data) < _TELLING:
        return best
    guess = from_bytes(data[:100_000]).best()
    foreign = _strict(data, guess.encoding) if guess is not None else None
    return best if guess is None or foreign is None else Decoded(foreign, guess.encoding, [])


def _likelihood(reading: Decoded) -> float:
    is_rare = reading.encoding.startswith("utf-16")  # almost always has a byte order mark
    return plausibility(reading.text) - (0.5 if is_rare else 0)


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


# The 2,965 kanji of everyday writing (JIS level 1), by which a wrong reading is known.
_COMMON = "".join(
    bytes((row, cell)).decode("euc_jp", "ignore")
    for row in range(0xB0, 0xD0)
    for cell in range(0xA1, 0xFF)
)
_SIGNS = (
    (re.compile(r"[ぁ-ん]"), 2.0),
    (re.compile(rf"[ァ-ヶー、。「」（）\u3000々０-９{_COMMON}]"), 1.0),
    (re.compile(rf"[一-龥](?<![{_COMMON}])"), -1.0),
    (re.compile(r"[ｦ-ﾟ]"), -2.0),
    (re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd\udc80-\udcff]"), -8.0),
)


def plausibility(text: str) -> float:
    """How much a text looks like Japanese, by character.

    Hiragana and everyday kanji speak for it; rare kanji, half-width kana and control characters,
    the signs of a wrong encoding, against it: `外務省の` has 1.25, misread as CP932 -1.75.
    """
    sample = text[:200_000]
    total = sum(weight * len(sign.findall(sample)) for sign, weight in _SIGNS)
    return total / max(1, len(sample))
