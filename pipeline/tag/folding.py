"""Texts made comparable, character for character, so that offsets stay what they are."""

_FOLDED: dict[int, int | str] = {
    **{code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)},
    **{ord(dash): "-" for dash in "‐‑‒–—―−－"},
    **{ord(wave): "~" for wave in "〜～∼"},
    ord("　"): " ",
    ord("･"): "・",
    **dict.fromkeys(map(ord, "〈〔"), "("),
    **dict.fromkeys(map(ord, "〉〕"), ")"),
}


def folded(text: str) -> str:
    """Full-width letters, digits and brackets as ASCII; one sort of dash, wave, dot, and space.

    `２０２３年（令和５年）～` → `2023年(令和5年)~`; as long as the text, code point for code point.
    """
    return text.translate(_FOLDED)
