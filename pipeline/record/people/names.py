"""Forms of a name: which is short for which, and which is the fullest."""

import re
from collections.abc import Iterable

_JOINT = re.compile(r"[・＝=\s.．‐-]+")
_INITIALLED = re.compile(r"(.+)（(.)）")
_KANA = re.compile(r"[ァ-ヶー・＝=]+")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ .'’-]+")
# Consonants of the katakana syllables, written so that the Latin spellings of a name and the
# Japanese one come out alike; vowels and what spellings differ in (h, w, y) are left out.
_ROWS = {
    "カキクケコヵヶ": "k",
    "ガギグゲゴ": "g",
    "サシスセソ": "s",
    "ザズゼゾ": "z",
    "ジ": "j",
    "タテト": "t",
    "チツ": "c",
    "ダデドヂヅ": "d",
    "ナニヌネノ": "n",
    "フファ": "f",
    "バビブベボヴ": "b",
    "パピプペポ": "p",
    "マミムメモ": "m",
    "ラリルレロ": "r",
    "ン": "n",
}
_SOUND = {syllable: sound for row, sound in _ROWS.items() for syllable in row}
_SPELLED = (
    ("tch", "c"),
    ("ch", "c"),
    ("ts", "c"),
    ("tz", "c"),
    ("ph", "f"),
    ("kh", ""),
    ("sh", "s"),
    ("zh", "j"),
    ("dj", "j"),
    ("ck", "k"),
    ("th", "t"),
    ("x", "ks"),
    ("q", "k"),
    ("l", "r"),
    ("v", "b"),
)
_ALIKE = str.maketrans({"f": "b", "z": "s", "j": "s", "g": "k", "c": "s"})


def parts(name: str) -> list[str]:
    """`カシム＝ジョマルト・トカエフ` → `["カシム", "ジョマルト", "トカエフ"]`."""
    return [part for part in _JOINT.split(name) if part]


def same(a: str, b: str) -> bool:
    """Whether two forms differ in joints alone: カシム・ジョマルト and カシム＝ジョマルト."""
    return "".join(parts(a)).casefold() == "".join(parts(b)).casefold()


def fullest(names: Iterable[str]) -> str:
    """The form that tells most; of equal ones the first: 鈴木庸介 rather than 鈴木（庸）.

    A Japanese form tells more than its Latin spelling: ブイ・タイン・ソン, not Bui Thanh Son.
    """

    def tells(name: str) -> tuple[bool, bool, int, int]:
        return "（" not in name, not _LATIN.fullmatch(name), len(parts(name)), len(name)

    return max(names, key=tells)


def is_short_of(short: str, full: str, surname: str = "") -> bool:
    """Whether `short` is the surname, or some parts, of `full`.

    `surname` is that of `full` where its writing or the dictionary tells: 林 is short for 林芳正,
    not for 林田芳正.
    """
    initialled = _INITIALLED.fullmatch(short)
    if initialled:
        return full.startswith(initialled[1] + initialled[2])
    if same(short, full) or len(short) >= len(full):
        return False
    if _KANA.fullmatch(full) or _LATIN.fullmatch(full):
        few, many = ([p.casefold() for p in parts(form)] for form in (short, full))
        return any(many[at : at + len(few)] == few for at in range(len(many)))
    return short == surname if surname else full.startswith(short)


def is_spelling_of(latin: str, kana: str) -> bool:
    """Whether a Latin name can be the spelling of a katakana one: TOKAYEV and トカエフ.

    Only the consonants of the last parts are compared; two letters tell too little.
    """
    if not (_LATIN.fullmatch(latin) and _KANA.fullmatch(kana)):
        return False
    ours = _kana_sounds(parts(kana)[-1])
    return len(ours) > 2 and any(_latin_sounds(part) == ours for part in parts(latin))


def _kana_sounds(part: str) -> str:
    return _merged("".join(_SOUND.get(syllable, "") for syllable in part))


def _latin_sounds(part: str) -> str:
    spelled = part.casefold()
    for letters, sound in _SPELLED:
        spelled = spelled.replace(letters, sound)
    return _merged("".join(letter for letter in spelled if letter in "kgsztdcnfbpmrj"))


def _merged(sounds: str) -> str:
    """Sounds that spellings confuse made one, doubled ones single."""
    return re.sub(r"(.)\1+", r"\1", sounds.translate(_ALIKE))
