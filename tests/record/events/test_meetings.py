"""Meetings and calls told in sentences of many kinds, captions among them."""

import pytest
from spacy.language import Language

from pipeline.report import BlockKind
from tests.record.marked import Given, events

H, CAPTION, ITEM = BlockKind.HEADING, BlockKind.CAPTION, BlockKind.LIST_ITEM

# Each text, and type|date|people|countries of its events.
TOLD: list[tuple[list[Given], list[str]]] = [
    # それぞれ: one for each partner.
    (
        [
            "[上川|P]外務大臣は、[5月|2024-05]、[フランス|FRA]の[セジュルネ|P]外相及び"
            "[ブラジル|BRA]の[ヴィエイラ|P]外相とそれぞれ会談を行った。"
        ],
        ["meeting|2024-05|上川;セジュルネ|FRA;JPN", "meeting|2024-05|上川;ヴィエイラ|BRA;JPN"],
    ),
    # Two countries in the compound; a country's name of one character.
    (
        ["[3月|2024-03]、[日|JPN]・[ウクライナ|UKR]首脳会談が行われた。"],
        ["meeting|2024-03||JPN;UKR"],
    ),
    # A summit with one leader named: the other is the leader whom the report names elsewhere.
    (
        [
            "[韓国|KOR]の[尹錫悦|P]大統領は演説した。",
            "[5月|2024-05]、[岸田|P]総理大臣は[日|JPN][韓|KOR]首脳会談を行った。",
        ],
        ["meeting|2024-05|岸田;尹錫悦|JPN;KOR"],
    ),
    # A caption: the date and the place in brackets.
    (
        [(CAPTION, "[日|JPN]・[チリ|CHL]外相会談（[11月14日|2024-11-14]、[ペルー|PER]・リマ）")],
        ["meeting|2024-11-14||CHL;JPN;PER"],
    ),
    # Told twice: one row, with the caption's day.
    (
        [
            "[11月|2024-11]に[岩屋|P]外務大臣は[チリ|CHL]の[クラベレン|P]外相と会談した。",
            (CAPTION, "[日|JPN]・[チリ|CHL]外相会談（[11月14日|2024-11-14]）"),
        ],
        ["meeting|2024-11-14|岩屋;クラベレン|CHL;JPN"],
    ),
    # No subject: the paragraph's, carried from the sentence before.
    (
        [
            "[上川|P]外務大臣は、[2月|2024-02]に[フィジー|FJI]を訪問した。"
            "[ランブカ|P]首相を表敬し、協力を確認した。"
        ],
        ["visit|2024-02|上川|FJI;JPN", "meeting|2024-02|上川;ランブカ|FJI;JPN"],
    ),
    # No subject in a list of results: whose contacts the report tells of; the heading's date.
    (
        [
            "[5月1日|2024-05-01]から[3日|2024-05-03]まで、[岸田|P]総理大臣は[フランス|FRA]と"
            "[パラグアイ|PRY]を訪問しました。",
            (H, "（2）[パラグアイ|PRY]（[5月3日|2024-05-03]）"),
            (ITEM, "[ペニャ|P]大統領との首脳会談では、投資について議論しました。"),
        ],
        [
            "visit|2024-05-01/2024-05-03|岸田|FRA;JPN;PRY",
            "meeting|2024-05-03|岸田;ペニャ|JPN;PRY",
        ],
    ),
    # A call of a body.
    (["[12月|2024-12]の[G7|O]首脳テレビ会議では、支援を確認した。"], ["call|2024-12||"]),
    # Minutes of the Diet.
    (
        [
            "先日、大臣は訪[中|CHN]されましたが、[昨年十一月|2023-11]に[上川|P]大臣が[王毅|P]"
            "外交部長と会談したと承知しております。"
        ],
        ["meeting|2023-11|上川;王毅|CHN;JPN"],
    ),
    # A courtesy call received from a visitor.
    (
        [
            "[10月3日|2023-10-03]、[堀井巌|P]外務副大臣は、訪[日|JPN]中の[シャヒド|P]・"
            "[モルディブ|MDV]外務大臣による表敬を受けました。"
        ],
        ["visit|2023-10-03|シャヒド|JPN;MDV", "meeting|2023-10-03|堀井巌;シャヒド|JPN;MDV"],
    ),
    # Two who did it together.
    (
        [
            "[浜田|P]防衛大臣と[マールズ|P][豪|AUS]副首相兼国防大臣は、[昨年12月|2022-12]、"
            "東京で会談し、共同声明を発出した。"
        ],
        ["meeting|2022-12|浜田;マールズ|AUS;JPN", "signing|2022-12|浜田;マールズ|AUS;JPN"],
    ),
    # 同外相 is the one named before.
    (
        [
            "[ハンガリー|HUN]の[シーヤールトー|P]外相が[7月|2023-07]に来日した際、"
            "[林|P]外務大臣は同外相と会談を行った。"
        ],
        ["visit|2023-07|シーヤールトー|HUN;JPN", "meeting|2023-07|林;シーヤールトー|HUN;JPN"],
    ),
    # A caption whose brackets stand at its end.
    (
        [
            (
                CAPTION,
                "[ウォン|P][豪州|AUS]外相の表敬を受ける[岸田|P]総理大臣（[11月|2023-11]、東京）",
            )
        ],
        ["meeting|2023-11|岸田;ウォン|AUS;JPN"],
    ),
    # A month for each of three meetings.
    (
        [
            "[上川|P]外務大臣は[ブリンケン|P]国務長官と[1月|2024-01]、[4月|2024-04]及び"
            "[7月|2024-07]に会談を行った。"
        ],
        [
            "meeting|2024-01|上川;ブリンケン|JPN;USA",
            "meeting|2024-04|上川;ブリンケン|JPN;USA",
            "meeting|2024-07|上川;ブリンケン|JPN;USA",
        ],
    ),
    # By wire, told before the word or behind it.
    (
        ["[7月|2023-07]、[浜田|P]防衛大臣は[オースティン|P]国防長官と電話で協議した。"],
        ["call|2023-07|浜田;オースティン|JPN;USA"],
    ),
    (
        ["[4月|2023-04]、[林|P]外務大臣は[ジョリー|P][カナダ|CAN]外相と会談をオンラインで行った。"],
        ["call|2023-04|林;ジョリー|CAN;JPN"],
    ),
    (
        ["[ラガルド|P]専務理事は[6月|2013-06]に[黒田東彦|P][日本銀行|O JPN]総裁に電話した。"],
        ["call|2013-06|ラガルド;黒田東彦|JPN"],
    ),
    # The guest is received in one clause, met in the next.
    (
        [
            "[12月15日|2023-12-15]、[岸田|P]総理大臣は、[タイ|THA]の[セター|P]首相を官邸に迎え、"
            "会談を行った。"
        ],
        ["meeting|2023-12-15|岸田;セター|JPN;THA"],
    ),
    # Talks with a partner of their own beside a meeting.
    (
        [
            "[2月|1996-02]、[岡田|P]外務大臣は[ソラナ|P]・[スペイン|ESP]外相と会談し、"
            "[小倉|P]外務審議官は[ロペス|P]・[スペイン|ESP]外務次官と協議した。"
        ],
        ["meeting|1996-02|岡田;ソラナ|ESP;JPN", "meeting|1996-02|小倉;ロペス|ESP;JPN"],
    ),
    # Each of the countries, where no names are told.
    (
        ["[河野|P]デジタル大臣は[4月|2023-04]、[英国|GBR]及び[カナダ|CAN]の閣僚と個別に会談した。"],
        ["meeting|2023-04|河野|GBR;JPN", "meeting|2023-04|河野|CAN;JPN"],
    ),
    # 二者会談 with several, and 会談をそれぞれ行った.
    (
        [
            "[城島|P]財務大臣は[10月|2012-10]、[シンガポール|SGP]の[ターマン|P]財務大臣、"
            "[ミャンマー|MMR]の[ウィン・シェイン|P]財政大臣と二者会談を行った。"
        ],
        ["meeting|2012-10|城島;ターマン|JPN;SGP", "meeting|2012-10|城島;ウィン・シェイン|JPN;MMR"],
    ),
    # The parties of 日仏間の, and no names.
    (
        ["[10月29日|2010-10-29]には、[日|JPN][仏|FRA]間の会談が行われた。"],
        ["meeting|2010-10-29||FRA;JPN"],
    ),
    # Who spoke at it, told behind it.
    (
        [
            "[12月19日|2018-12-19]、[コジェミャコ|P][ロシア|RUS]極東発展大臣との会談において、"
            "[石井|P]外務大臣から協力を求めた。"
        ],
        ["meeting|2018-12-19|石井;コジェミャコ|JPN;RUS"],
    ),
    # A sentence that ends in the noun.
    (
        ["[5月|2010-05]、[本田勝|P]国土交通審議官が[パク|P][韓国|KOR]国土海洋部次官と会談。"],
        ["meeting|2010-05|本田勝;パク|JPN;KOR"],
    ),
    # A country inside an office is no party by itself.
    (
        [
            "[6月|2023-06]、[岸田|P]総理大臣は、[シャップス|P][英|GBR]国防大臣及び[クロセット|P]"
            "[イタリア|ITA]国防大臣と会談した。"
        ],
        ["meeting|2023-06|岸田;シャップス;クロセット|GBR;ITA;JPN"],
    ),
    # A letter handed over: to whom, not whose it is.
    (
        [
            "[7月|2024-07]、[高村|P]外務大臣政務官は、[ガンスフ|P][モンゴル|MNG]外務副大臣に"
            "[上川|P]外務大臣の書簡を手渡した。"
        ],
        ["meeting|2024-07|高村;ガンスフ|JPN;MNG"],
    ),
]


@pytest.mark.parametrize(("blocks", "expected"), TOLD)
def test_told(ginza: Language, blocks: list[Given], expected: list[str]) -> None:
    assert events(ginza, blocks) == expected
