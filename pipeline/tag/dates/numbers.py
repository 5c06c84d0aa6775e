"""Numbers as Japanese texts write them: 2023, 二〇二三, 二千二十三, 十一, 元."""

_DIGITS = {digit: value for value, digit in enumerate("〇一二三四五六七八九")} | {"零": 0}
_UNITS = {"十": 10, "百": 100, "千": 1000}


def number(text: str) -> int:
    """The value of ASCII digits, kanji digits or kanji numerals, spaces ignored; 元 is 1.

    `number("二〇二四") == number("二千二十四") == 2024`
    """
    text = text.replace(" ", "").replace("\n", "")
    if text == "元":
        return 1
    if text.isascii():
        return int(text)
    if not any(unit in text for unit in _UNITS):
        return int("".join(str(_DIGITS[digit]) for digit in text))
    return _by_units(text)


def _by_units(text: str) -> int:
    total = digit = 0
    for char in text:
        if char in _UNITS:
            total += (digit or 1) * _UNITS[char]
            digit = 0
        else:
            digit = digit * 10 + _DIGITS[char]
    return total + digit
