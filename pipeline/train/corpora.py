"""The public corpora, their labels mapped to hokoku's four (ANNOTATION.md).

What a corpus labels otherwise than hokoku does, and what its label leaves open, becomes unknown:
the tagger learns nothing there, rather than something wrong.
"""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from pipeline.label import Label
from pipeline.train.dates import date_stretch
from pipeline.train.labelled import Labelled, Stretch, without_overlaps

# Names of the corpora's labels, by what becomes of them.
_PEOPLE = {"PERSON", "人名"}
_ORGANISATIONS = {"ORG", "ORGANIZATION", "法人名", "政治的組織名", "その他の組織名"}
_GROUPS = {"NORP"}
_PLACES = {"GPE", "LOC", "LOCATION", "地名"}
_BUILDINGS = {"FAC", "施設名"}
_DATES = {"DATE"}
_OPEN = {"OPTIONAL", "MOVEMENT"}

# Bodies without a name of their own are no ORG.
_NAMELESS = re.compile(
    r"政府|議会|国会|[上下]院|内閣|[与野]党|[陸海空]?軍|警察|当局|大使館|幕府|朝廷"
)
_ORG_END = re.compile(r"(?:党|会|連合|連盟|同盟|教団|学園|軍|国連|機構)$")
_BUILDING_ORG_END = re.compile(
    r"(?:大学|学校|高校|中学|病院|医院|美術館|博物館|図書館|研究所|研究センター|大使館|銀行)$"
)

IsCountry = Callable[[str], bool]


def read_corpora(folder: Path, is_country: IsCountry) -> Iterator[Labelled]:
    """All sentences of the *.jsonl in the folder, in order of the files' names.

    Wikipedia's bracketed readings and glosses, which WAC lists as fragments, are left out.
    """
    for file in sorted(folder.glob("*.jsonl")):
        for line in file.read_text("utf-8").splitlines():
            row = json.loads(line)
            if not _is_fragment(row["id"]):
                yield _mapped(row, file.stem, is_country)


def _is_fragment(sentence: str) -> bool:
    """`wiki00010002-00-02` is a fragment, `wiki00010002-00-01` and `wiki00010002-01` are not."""
    number = sentence.split("-")[2:]
    return sentence.startswith("wiki") and bool(number) and number[0] != "01"


def _mapped(row: dict[str, Any], corpus: str, is_country: IsCountry) -> Labelled:
    text = row["text"]
    found: list[Stretch] = []
    for span in row["spans"]:
        found += _stretches(text, span["start"], span["end"], span["label"], is_country)
    return Labelled(text, _governments(text, without_overlaps(found)), corpus)


def _stretches(text: str, start: int, end: int, label: str, is_country: IsCountry) -> list[Stretch]:
    """What one labelled stretch of a corpus says in hokoku's labels; nothing: no mention."""
    name = text[start:end]
    if label in _PEOPLE:
        return [Stretch(start, end, Label.PERSON)]
    if label in _DATES:
        return date_stretch(text, start, end)
    if label in _BUILDINGS:
        return [Stretch(start, end, Label.ORG)] if _BUILDING_ORG_END.search(name) else []
    if label in _PLACES | _ORGANISATIONS | _OPEN and is_country(name):
        # 英 in （英: …） is a language.
        spoken = label in _OPEN and (name == "英" or text.startswith("語", end))
        return [] if spoken else [Stretch(start, end, Label.COUNTRY)]
    return _organisation(name, start, end, label)


def _organisation(name: str, start: int, end: int, label: str) -> list[Stretch]:
    """日本代表 and religions are unknown: part of the name may be a mention."""
    if label in _ORGANISATIONS and not name.endswith("代表"):
        return [] if _NAMELESS.fullmatch(name) else [Stretch(start, end, Label.ORG)]
    if label in _GROUPS and _ORG_END.search(name):
        return [Stretch(start, end, Label.ORG)]
    return [Stretch(start, end, None)] if label in _ORGANISATIONS | _GROUPS | _OPEN else []


def _governments(text: str, stretches: list[Stretch]) -> list[Stretch]:
    """`日本` before 政府 is one ORG `日本政府`."""
    return [
        Stretch(s.start, s.end + 2, Label.ORG)
        if s.label is Label.COUNTRY and text.startswith("政府", s.end)
        else s
        for s in stretches
    ]
