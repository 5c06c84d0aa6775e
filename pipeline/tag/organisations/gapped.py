"""Sub-units that a gap, or an abbreviation in brackets, parts from the body before them.

`総務省　情報流通行政局　情報通信政策課` is one name; so is `内閣官房情報通信技術（IT）総合戦略室`.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from pipeline.mention import Mention

_WORD = "[一-鿿々ァ-ヴー・A-Za-z0-9]"
_UNIT_END = "(?:局|部|課|室|係|班|官房|センター|事務局|支所|研究科|学部|学科)"
_BRACKETED = r"\([A-Za-z]{1,8}\)"
# After a gap one unit or more; without one, a unit that holds brackets.
_NEXT = (
    rf"(?:[ ]{{1,2}}{_WORD}{{1,20}}?(?:{_BRACKETED}{_WORD}{{1,16}}?)?"
    rf"|{_WORD}{{1,20}}?{_BRACKETED}{_WORD}{{1,16}}?)"
    rf"{_UNIT_END}(?=長?(?:[^一-鿿々ァ-ヴー・A-Za-z0-9]|\Z)|付|長|次長|主任)"
)
_UNITS = re.compile(rf"(?:{_NEXT})+")
# What has sub-units that are written apart: 総務省, 東北大学, 関東地方整備局.
_HAS_UNITS = re.compile(
    "(?:省|庁|府|官房|院|局|部|委員会|大学|機構|研究所|センター|協会|会社|[A-Z]{3})$"
)


def with_units(text: str, found: Iterable[Mention]) -> Iterator[Mention]:
    """Longer names for those of `found` that units follow in the folded text."""
    for mention in found:
        if _HAS_UNITS.search(text, mention.start, mention.end):
            units = _UNITS.match(text, mention.end)
            if units:
                yield replace(mention, end=units.end(), found_by="organisations")
