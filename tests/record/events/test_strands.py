"""Contacts that share one verb: who of them goes where, meets whom, and when."""

import pytest
from spacy.language import Language

from tests.record.marked import Given, events

# Each text, and type|date|people|countries of its events.
TOLD: list[tuple[list[Given], list[str]]] = [
    # が…を twice: each with its own month.
    (
        [
            "[日本|JPN]から[6月|2023-06]に[秋本真利|P]外務大臣政務官が[ルーマニア|ROU]を、"
            "[8月|2023-08]に[武井俊輔|P]外務副大臣が[ブルガリア|BGR]を訪問した。"
        ],
        ["visit|2023-06|秋本真利|JPN;ROU", "visit|2023-08|武井俊輔|BGR;JPN"],
    ),
    # One subject for both; a list is one goal.
    (
        [
            "[武井|P]外務副大臣は、[1月|2023-01]に[ルワンダ|RWA]及び[ウガンダ|UGA]を、"
            "[7月|2023-07]に[アンゴラ|AGO]を訪問した。"
        ],
        ["visit|2023-01|武井|JPN;RWA;UGA", "visit|2023-07|武井|AGO;JPN"],
    ),
    # Two visitors, one goal in the verb.
    (
        [
            "[ボツワナ|BWA]からは、[7月|2023-07]に[クワペ|P]外相が、[11月|2023-11]に"
            "[ツォフワネ|P]副大統領が訪[日|JPN]した。"
        ],
        ["visit|2023-07|クワペ|BWA;JPN", "visit|2023-11|ツォフワネ|BWA;JPN"],
    ),
    # One date for both.
    (
        [
            "[5月|2023-05]に、[西村|P]経済産業大臣が[カナダ|CAN]を、[斉藤|P]国土交通大臣が"
            "[チリ|CHL]を訪問した。"
        ],
        ["visit|2023-05|西村|CAN;JPN", "visit|2023-05|斉藤|CHL;JPN"],
    ),
    # Country and month in brackets behind each visitor.
    (
        [
            "[クレーバ|P]外相（[ウクライナ|UKR]、[2月|2023-02]）、[コロンナ|P]外相（[フランス|FRA]、"
            "[4月|2023-04]）及び[バレンホルツ|P]外相（[オランダ|NLD]、[9月|2023-09]）が"
            "訪[日|JPN]した。"
        ],
        [
            "visit|2023-02|クレーバ|JPN;UKR",
            "visit|2023-04|コロンナ|FRA;JPN",
            "visit|2023-09|バレンホルツ|JPN;NLD",
        ],
    ),
    # A month in brackets behind each, one goal.
    (
        [
            "[林|P]外務大臣（[5月|2023-05]）及び[高木啓|P]外務大臣政務官（[7月|2023-07]）が"
            "[スウェーデン|SWE]を訪問した。"
        ],
        ["visit|2023-05|林|JPN;SWE", "visit|2023-07|高木啓|JPN;SWE"],
    ),
    # XではAと、YではBと.
    (
        [
            "[深澤|P]外務大臣政務官は[10月|2023-10]、[バルバドス|BRB]では[シモンズ|P]外相代行、"
            "[ジャマイカ|JAM]では[ピント|P]外相とそれぞれ会談した。"
        ],
        ["meeting|2023-10|深澤;シモンズ|BRB;JPN", "meeting|2023-10|深澤;ピント|JAM;JPN"],
    ),
    # Two partners met together are one meeting still.
    (
        [
            "[3月|2023-03]、[林|P]外務大臣は[カナダ|CAN]の[ジョリー|P]外相、"
            "[チリ|CHL]の[ウレホラ|P]外相と会談した。"
        ],
        ["meeting|2023-03|林;ジョリー;ウレホラ|CAN;CHL;JPN"],
    ),
    # A comma behind が alone parts nothing.
    (
        ["[3月|2023-03]、[林|P]外務大臣が、[インド|IND]を訪問した。"],
        ["visit|2023-03|林|IND;JPN"],
    ),
]


@pytest.mark.parametrize(("blocks", "expected"), TOLD)
def test_told(ginza: Language, blocks: list[Given], expected: list[str]) -> None:
    assert events(ginza, blocks) == expected
