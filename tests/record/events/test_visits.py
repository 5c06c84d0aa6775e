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
    # A place in the country named.
    (
        ["[7月|2023-07]、[鈴木|P]財務大臣は[インド|IND]・ガンディーナガルを訪問した。"],
        ["visit|2023-07|鈴木|IND;JPN"],
    ),
    # Received by the host: the subject is at home.
    (
        [
            "[浜田|P]防衛大臣は[4月12日|2023-04-12]、[カナダ|CAN]の[アナンド|P]国防大臣の"
            "訪問を受けた。"
        ],
        ["visit|2023-04-12|アナンド|CAN;JPN"],
    ),
    # Sent: the object goes.
    (
        ["[外務省|O JPN]は、[8月|2023-08]、[山田|P]外務副大臣を[トルコ|TUR]に派遣した。"],
        ["visit|2023-08|山田|JPN;TUR"],
    ),
    # Other verbs of going.
    (
        ["[斉藤|P]国土交通大臣は[5月|2023-05]に[米国|USA]に出張した。"],
        ["visit|2023-05|斉藤|JPN;USA"],
    ),
    (
        ["[バイデン|P]大統領は[2月20日|2023-02-20]、[ウクライナ|UKR]の首都キーウ入りした。"],
        ["visit|2023-02-20|バイデン|UKR;USA"],
    ),
    (["[林|P]外務大臣は[1月|2023-01]、渡[米|USA]した。"], ["visit|2023-01|林|JPN;USA"]),
    # A ship's call.
    (
        ["[8月|2022-08]、[海上自衛隊|O JPN]の護衛艦が[フィリピン|PHL]に寄港した。"],
        ["visit|2022-08||JPN;PHL"],
    ),
    # A cleft sentence.
    (
        ["[5月|2022-05]に訪[日|JPN]したのは、[フィンランド|FIN]の[カイッコネン|P]国防大臣である。"],
        ["visit|2022-05|カイッコネン|FIN;JPN"],
    ),
    # A rite abroad, whoever comes is told behind it; one at home is no visit.
    (
        [
            "[11月17日|2018-11-17]にマレで行われた[ソーリフ|P]大統領の就任式には、[鈴木憲和|P]"
            "外務大臣政務官が出席した。"
        ],
        ["visit|2018-11-17|鈴木憲和|JPN;MDV"],
    ),
    # The Emperor's party, the subject of the next sentence, too.
    (
        [
            "天皇皇后両陛下は、国交正常化60周年に当たり、[1月|2016-01]に[フィリピン|PHL]を"
            "御訪問になった。[27日|2016-01-27]、[アキノ|P]大統領と会談された。"
        ],
        ["visit|2016-01||JPN;PHL", "meeting|2016-01-27|アキノ|JPN;PHL"],
    ),
    # Met in the country that the sentence told last, not in the topic of the paragraph.
    (
        [
            "[サウジアラビア|SAU]からは[3月|1996-03]に外相が来日した。[塚原|P]通産大臣は"
            "[7月|1996-07]、[アラブ首長国連邦|ARE]を訪れて[ザーイド|P]大統領と会談した。"
        ],
        [
            "visit|1996-03||JPN;SAU",
            "visit|1996-07|塚原|ARE;JPN",
            "meeting|1996-07|塚原;ザーイド|ARE;JPN",
        ],
    ),
]


@pytest.mark.parametrize(("blocks", "expected"), TOLD)
def test_told(ginza: Language, blocks: list[Given], expected: list[str]) -> None:
    assert events(ginza, blocks) == expected
