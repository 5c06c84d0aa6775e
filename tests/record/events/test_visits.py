"""Visits told in sentences of many kinds: who went where, and whom they met there."""

import pytest
from spacy.language import Language

from tests.record.marked import Given, events

# Each text, and type|date|people|countries of its events.
TOLD: list[tuple[list[Given], list[str]]] = [
    # A visit and the meeting on it, one subject for both.
    (
        [
            "[7月|2024-07]には[穂坂泰|P]外務大臣政務官が[ガーナ|GHA]を訪問し、"
            "[ボチウェイ|P]外相と会談した。"
        ],
        ["visit|2024-07|穂坂泰|GHA;JPN", "meeting|2024-07|穂坂泰;ボチウェイ|GHA;JPN"],
    ),
    # The visitor comes to Japan; the passage tells from where.
    (
        [
            "[ケニア|KEN]との関係では、[2月|2024-02]に[ルト|P]大統領が訪[日|JPN]し、"
            "[岸田|P]総理大臣と首脳会談を行った。"
        ],
        ["visit|2024-02|ルト|JPN;KEN", "meeting|2024-02|ルト;岸田|JPN;KEN"],
    ),
    # Nouns only, each with its own month.
    (
        [
            "[ペルー|PER]との間では、[4月|2024-04]の[辻清人|P]外務副大臣による[ペルー|PER]訪問、"
            "[8月|2024-08]の[上川陽子|P]外務大臣と[ゴンサレス|P]外相との電話会談など、"
            "活発な往来が行われた。"
        ],
        ["visit|2024-04|辻清人|JPN;PER", "call|2024-08|上川陽子;ゴンサレス|JPN;PER"],
    ),
    # A range of days, several countries.
    (
        [
            "[1月5日|2024-01-05]から[9日|2024-01-09]まで、[小泉|P]外務副大臣が"
            "[エストニア|EST]及び[ラトビア|LVA]を訪問した。"
        ],
        ["visit|2024-01-05/2024-01-09|小泉|EST;JPN;LVA"],
    ),
    # The visitor stands behind the verb.
    (
        [
            "[8月|2024-08]、[インド|IND]を訪問した[木原|P]防衛大臣は、[シン|P]国防相と会談した。",
        ],
        ["visit|2024-08|木原|IND;JPN", "meeting|2024-08|木原;シン|IND;JPN"],
    ),
    # A town tells the country.
    (
        ["[3月|2024-03]、[上川|P]外務大臣はワルシャワを訪問した。"],
        ["visit|2024-03|上川|JPN;POL"],
    ),
    # A delegation of a country.
    (
        ["[6月|2024-06]、[日本|JPN]の議員団が[モンゴル|MNG]を訪問した。"],
        ["visit|2024-06||JPN;MNG"],
    ),
    # The Emperor.
    (
        ["[6月|2024-06]、天皇皇后両陛下が[英国|GBR]を公式に訪問された。"],
        ["visit|2024-06||GBR;JPN"],
    ),
    # A ceremony abroad.
    (
        [
            "[インドネシア|IDN]では、[10月|2024-10]、[藤井|P]外務副大臣が大統領就任式に出席した。",
        ],
        ["visit|2024-10|藤井|IDN;JPN"],
    ),
    # A press release: the visitor before the verb, a country behind the name, a compound.
    (
        [
            "[9月25日|2024-09-25]、[米国|USA]を訪問中の[上川陽子|P]外務大臣は、"
            "[ジャイシャンカル|P]・[インド|IND]外務大臣と[日|JPN][印|IND]外相会談を行いました。"
        ],
        [
            "visit|2024-09-25|上川陽子|JPN;USA",
            "meeting|2024-09-25|上川陽子;ジャイシャンカル|IND;JPN",
        ],
    ),
    # Neither party is Japan.
    (
        ["[ブリンケン|P]国務長官は[2月|2024-02]に訪[中|CHN]し、[王毅|P]外交部長らと会談した。"],
        ["visit|2024-02|ブリンケン|CHN;USA", "meeting|2024-02|ブリンケン;王毅|CHN;USA"],
    ),
    # 訪問したほか: the next clause has the same subject and date.
    (
        [
            "[穂坂|P]外務大臣政務官は[4月|2024-04]、[ガイアナ|GUY]を訪問し[トッド|P]外相と"
            "会談したほか、[トリニダード・トバゴ|TTO]で[ブラウン|P]外相と会談した。"
        ],
        [
            "visit|2024-04|穂坂|GUY;JPN",
            "meeting|2024-04|穂坂;トッド|GUY;JPN",
            "meeting|2024-04|穂坂;ブラウン|JPN;TTO",
        ],
    ),
    # Who holds an office without a name.
    (
        [
            "[2015年5月|2015-05]に[ミャンマー|MMR]通信・情報技術大臣が来日し、"
            "総務大臣との会談を実施した。"
        ],
        ["visit|2015-05||JPN;MMR", "meeting|2015-05||JPN;MMR"],
    ),
    # A visit's two meetings in a series, with the visit's month.
    (
        [
            "[4月|2024-04]の[岸田|P]総理大臣の国賓待遇での[米国|USA]公式訪問では、"
            "[日|JPN][米|USA]首脳会談、[日|JPN][米|USA][比|PHL]首脳会合が行われた。"
        ],
        [
            "visit|2024-04|岸田|JPN;USA",
            "meeting|2024-04|岸田|JPN;USA",
            "conference|2024-04||JPN;PHL;USA",
        ],
    ),
]


@pytest.mark.parametrize(("blocks", "expected"), TOLD)
def test_told(ginza: Language, blocks: list[Given], expected: list[str]) -> None:
    assert events(ginza, blocks) == expected
