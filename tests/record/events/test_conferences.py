"""Conferences told in sentences of many kinds: where they were held, and who took part."""

import pytest
from spacy.language import Language

from tests.record.marked import Given, events

# Each text, and type|date|people|countries of its events.
TOLD: list[tuple[list[Given], list[str]]] = [
    # A conference held in a country, and one attended.
    (
        [
            "[10月|2024-10]、[ラオス|LAO]で開催された[ASEAN|O]関連首脳会議に、"
            "[石破|P]総理大臣が出席した。"
        ],
        ["conference|2024-10|石破|JPN;LAO"],
    ),
    # Who attended comes after the cue, and chairs in the next sentence.
    (
        [
            "[11月|2024-11]に東京で開かれた国際会議には、[タイ|THA]の[マーリット|P]外相が参加した。"
            "[岩屋|P]外務大臣が議長を務めた。"
        ],
        ["conference|2024-11|マーリット;岩屋|JPN;THA"],
    ),
    # The place after the cue.
    (
        ["[9月|2024-09]に第9回閣僚会合が[ドイツ|DEU]で開催された。"],
        ["conference|2024-09||DEU"],
    ),
    # The order of a defence white paper.
    (
        [
            "[2024年11月|2024-11]、[中谷|P]防衛大臣は、[日|JPN][米|USA][豪|AUS]防衛相会合を"
            "[オーストラリア|AUS]・ダーウィンで実施した。"
        ],
        ["conference|2024-11|中谷|AUS;JPN;USA"],
    ),
    # The date behind the conference, the place a town.
    (
        [
            "第29回締約国会議（COP29）が、[11月11日|2024-11-11]から[24日|2024-11-24]まで"
            "バクーで開催され、[浅尾|P]環境大臣が出席した。"
        ],
        ["conference|2024-11-11/2024-11-24|浅尾|AZE;JPN"],
    ),
    # All of a list took part.
    (
        [
            "[4月10日|2024-04-10]には、[日|JPN][米|USA][比|PHL]首脳会合が行われ、"
            "[岸田|P]総理大臣、[バイデン|P]大統領及び[マルコス|P]大統領が参加した。"
        ],
        ["conference|2024-04-10|岸田;バイデン;マルコス|JPN;PHL;USA"],
    ),
    # A conference attended, meetings there with each of two; one represents no state.
    (
        [
            "[岸田|P]総理大臣は、[7月|2023-07]、[リトアニア|LTU]で開催された[NATO|O]首脳会合に"
            "出席するとともに、[ナウセーダ|P]大統領、[ストルテンベルグ|P][NATO|O]事務総長と"
            "それぞれ会談した。"
        ],
        [
            "conference|2023-07|岸田|JPN;LTU",
            "meeting|2023-07|岸田;ナウセーダ|JPN;LTU",
            "meeting|2023-07|岸田;ストルテンベルグ|JPN",
        ],
    ),
    # A country in brackets behind its town.
    (
        ["[12月|2003-12]にツーク（[スイス|CHE]）で開催された世界サミットにおいて、主張した。"],
        ["conference|2003-12||CHE"],
    ),
    # Two days that follow each other are a range.
    (
        [
            "[6月8日|2019-06-08]及び[9日|2019-06-09]、[総務省|O JPN]は「[G20|O]デジタル経済"
            "大臣会合」を開催した。"
        ],
        ["conference|2019-06-08/2019-06-09||JPN"],
    ),
    # オンライン is part of a name here.
    (
        ["フリーダムオンライン閣僚級会合が[12月|2011-12]にハーグで開催された。"],
        ["conference|2011-12||NLD"],
    ),
    # Both sides of a 2＋2.
    (
        [
            "[7月28日|2024-07-28]、[日|JPN][米|USA]「2＋2」が開催され、[日本|JPN]側から[上川|P]"
            "外務大臣及び[木原|P]防衛大臣が、[米|USA]側から[ブリンケン|P]国務長官が出席した。"
        ],
        ["conference|2024-07-28|上川;木原;ブリンケン|JPN;USA"],
    ),
    # Whoever went to attend did: the days and the country of the visit.
    (
        [
            "[松本|P]外務大臣は、[G8|O]外相会合に出席するため、[3月14日|2011-03-14]から"
            "[15日|2011-03-15]まで[フランス|FRA]を訪問した。"
        ],
        [
            "conference|2011-03-14/2011-03-15|松本|FRA;JPN",
            "visit|2011-03-14/2011-03-15|松本|FRA;JPN",
        ],
    ),
    # Held where somebody was for another reason: no part in it.
    (
        [
            "[森山|P]農林水産大臣は、[6月|2016-06]、[G20|O]農業大臣会合が開かれた[中国|CHN]で、"
            "[ハン|P]農業相と会談した。"
        ],
        ["conference|2016-06||CHN", "meeting|2016-06|森山;ハン|CHN;JPN"],
    ),
    # A list with one whom no mention names.
    (
        [
            "[9月8日|2022-09-08]、東京で[日|JPN][印|IND]外務・防衛閣僚会合（「２＋２」）が開催され、"
            "[浜田|P]防衛大臣、シン国防大臣及び[ジャイシャンカル|P]外務大臣が出席した。"
        ],
        ["conference|2022-09-08|浜田;ジャイシャンカル|IND;JPN"],
    ),
    # With its number; led by a chair's country.
    (
        ["[11月|2022-11]に[エジプト|EGY]で開催されたCOP27には、[西村|P]環境大臣が出席した。"],
        ["conference|2022-11|西村|EGY;JPN"],
    ),
    (
        ["[3月20日|2024-03-20]に[チリ|CHL]を議長国として[CPTPP|O]閣僚会合が開催された。"],
        ["conference|2024-03-20||CHL"],
    ),
    # Both who held it, together with others.
    (
        [
            "[9月|2016-09]に開かれた東方経済フォーラムには、[安倍|P]総理大臣とともに[世耕弘成|P]"
            "経済産業大臣が出席した。"
        ],
        ["conference|2016-09|安倍;世耕弘成|JPN"],
    ),
]


@pytest.mark.parametrize(("blocks", "expected"), TOLD)
def test_told(ginza: Language, blocks: list[Given], expected: list[str]) -> None:
    assert events(ginza, blocks) == expected
