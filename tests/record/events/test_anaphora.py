"""Contacts of people who are named elsewhere: 同大臣, 両外相, 知事表敬, 私, 滞在中."""

import pytest
from spacy.language import Language

from pipeline.report import BlockKind
from tests.record.marked import Given, events

ITEM, SPEAKER = BlockKind.LIST_ITEM, BlockKind.SPEAKER

# Each text, and type|date|people|countries of its events.
TOLD: list[tuple[list[Given], list[str]]] = [
    # 同大臣 is the subject of the sentence before.
    (
        [
            "[齋藤|P]経済産業大臣は[4月|2024-04]に[ドイツ|DEU]を訪問した。同大臣は[6月|2024-06]には"
            "[イタリア|ITA]を訪問している。"
        ],
        ["visit|2024-04|齋藤|DEU;JPN", "visit|2024-06|齋藤|ITA;JPN"],
    ),
    # A post without a name is that of the last one who holds it.
    (
        [
            "[穂坂泰|P]外務大臣政務官は[4月|2024-04]に[ガイアナ|GUY]を訪問した。"
            "政務官は[トッド|P]外相を表敬した。"
        ],
        ["visit|2024-04|穂坂泰|GUY;JPN", "meeting|2024-04|穂坂泰;トッド|GUY;JPN"],
    ),
    # In a list of visitors, too.
    (
        [
            "[石井隆一|P]知事は挨拶した。",
            (ITEM, "[5月11日|2018-05-11]　[チノイ|P]駐[日|JPN][インド|IND]大使　　知事表敬"),
        ],
        ["meeting|2018-05-11|チノイ;石井隆一|IND;JPN"],
    ),
    # Without anybody of that post it is nobody: no meeting of one.
    ([(ITEM, "[5月11日|2018-05-11]　知事表敬")], []),
    # 両外相 of the paragraph before, after their meeting; that meeting is not told again.
    (
        [
            "[1月14日|2025-01-14]、[岩屋毅|P]外務大臣は[マナロ|P]・[フィリピン|PHL]外務大臣と"
            "会談を行いました。",
            "両外相は、会談後、無償資金協力に関する交換公文に署名しました。",
        ],
        ["meeting|2025-01-14|岩屋毅;マナロ|JPN;PHL", "signing|2025-01-14|岩屋毅;マナロ|JPN;PHL"],
    ),
    # 両外相 of a meeting with more people are the two foreign ministers.
    (
        [
            "[3月|2024-03]、[上川|P]外務大臣及び[木原|P]防衛大臣は[パリ|FRA]で[セジュルネ|P]外相と"
            "会談した。両外相は共同声明を発表した。"
        ],
        [
            "meeting|2024-03|上川;木原;セジュルネ|FRA;JPN",
            "signing|2024-03|上川;セジュルネ|FRA;JPN",
        ],
    ),
    # During the stay: its days and its place.
    (
        [
            "[松本|P]外務大臣は、[3月14日|2011-03-14]から[15日|2011-03-15]まで[フランス|FRA]を"
            "訪問しました。",
            "滞在中、[松本|P]大臣は、[ラヴロフ|P][ロシア|RUS]外相と会談しました。",
        ],
        [
            "visit|2011-03-14/2011-03-15|松本|FRA;JPN",
            "meeting|2011-03-14/2011-03-15|松本;ラヴロフ|FRA;JPN;RUS",
        ],
    ),
    # 私 is who speaks.
    (
        [
            (SPEAKER, "【[勅使河原誠|P]（[外務省|O JPN]局長）】"),
            "私は[二月|2015-02]に[スリランカ|LKA]を訪問いたしました。",
        ],
        ["visit|2015-02|勅使河原誠|JPN;LKA"],
    ),
    # 私 is who signs the letter.
    (
        [
            "着任の御挨拶",
            "[10月6日|2009-10-06]、私は[モラレス|P]・[ボリビア|BOL]大統領に信任状を捧呈しました。",
            "駐[ボリビア|BOL]大使　[漆原克己|P]",
        ],
        ["meeting|2009-10-06|漆原克己;モラレス|BOL;JPN"],
    ),
]


@pytest.mark.parametrize(("blocks", "expected"), TOLD)
def test_told(ginza: Language, blocks: list[Given], expected: list[str]) -> None:
    assert events(ginza, blocks) == expected
