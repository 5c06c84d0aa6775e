"""Dates as reports write them, to put in place of those that a text has."""

import random
from collections.abc import Callable

Digits = Callable[[int], str]

_KANJI = str.maketrans("0123456789", "〇一二三四五六七八九")
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_RELATIVE_YEARS = ["昨年", "本年", "今年", "同年", "翌年", "前年", "来年", "一昨年"]
_PARTS = ["末", "初め", "初頭", "前半", "後半", "半ば"]
_THIRDS = ["上旬", "中旬", "下旬"]
_DAYS = "月火水木金土日"


def some_dates(number: int) -> list[str]:
    """That many dates of all kinds, always the same ones.

    `2022年2月24日`, `令和５年３月`, `二〇二四年七月三十日`, `昨年11月`, `3月上旬`
    """
    rng = random.Random(0)
    return [_date(rng) for _ in range(number)]


def _date(rng: random.Random) -> str:
    digits = rng.choice([_arabic, _arabic, _full_width, _kanji])
    year = _year(digits, rng)
    month = f"{digits(rng.randint(1, 12))}月"
    day = f"{digits(rng.randint(1, 31))}日"
    shapes = [
        year,
        year + month,
        year + month + day,
        month + day,
        month,
        f"{year}{month}{day}（{rng.choice(_DAYS)}）",
        month + rng.choice(_THIRDS),
        year + rng.choice(_PARTS),
        year + "度",
        f"同月{day}",
        f"{digits(rng.randint(18, 21))}世紀",
        f"{digits(rng.randint(190, 202) * 10)}年代",
        rng.choice(_RELATIVE_YEARS) + rng.choice(["", month]),
    ]
    return rng.choice(shapes)


def _year(digits: Digits, rng: random.Random) -> str:
    if rng.random() < 0.4:
        era, last = rng.choice([("昭和", 64), ("平成", 31), ("令和", 8)])
        return f"{era}{digits(rng.randint(2, last))}年"
    return f"{digits(rng.randint(1945, 2030))}年"


def _arabic(number: int) -> str:
    return str(number)


def _full_width(number: int) -> str:
    return str(number).translate(_FULL_WIDTH)


def _kanji(number: int) -> str:
    """`24` → `二十四`, `2024` → `二〇二四`."""
    if number >= 100:
        return str(number).translate(_KANJI)
    tens, ones = divmod(number, 10)
    return (
        (str(tens).translate(_KANJI) if tens > 1 else "")
        + ("十" if tens else "")
        + (str(ones).translate(_KANJI) if ones or not tens else "")
    )
