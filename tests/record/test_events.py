"""Contacts told in sentences of many kinds: regions, parties, tenses."""

import pytest
from spacy.language import Language

from pipeline.report import BlockKind
from tests.record.marked import Given, recorded, table

H, CAPTION, ITEM = BlockKind.HEADING, BlockKind.CAPTION, BlockKind.LIST_ITEM

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
    # それぞれ: one for each partner.
    (
        [
            "[上川|P]外務大臣は、[5月|2024-05]、[フランス|FRA]の[セジュルネ|P]外相及び"
            "[ブラジル|BRA]の[ヴィエイラ|P]外相とそれぞれ会談を行った。"
        ],
        ["meeting|2024-05|上川;セジュルネ|FRA;JPN", "meeting|2024-05|上川;ヴィエイラ|BRA;JPN"],
    ),
    # A range of days, several countries.
    (
        [
            "[1月5日|2024-01-05]から[9日|2024-01-09]まで、[小泉|P]外務副大臣が"
            "[エストニア|EST]及び[ラトビア|LVA]を訪問した。"
        ],
        ["visit|2024-01-05/2024-01-09|小泉|EST;JPN;LVA"],
    ),
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
    # Documents signed by 両外相, who met in the sentence before.
    (
        [
            "[12月|2024-12]、[岩屋|P]外務大臣は[イタリア|ITA]の[タヤーニ|P]外相と会談した。"
            "両外相は、二国間の行動計画に署名した。"
        ],
        ["meeting|2024-12|岩屋;タヤーニ|ITA;JPN", "signing|2024-12|岩屋;タヤーニ|ITA;JPN"],
    ),
    # A joint statement of those who met; laws and decrees are no contact.
    (
        [
            "[4月|2024-04]、[岸田|P]総理大臣は[バイデン|P]大統領と会談し、共同声明を発出した。",
            "[5月|2024-05]、[バイデン|P]大統領は法案に署名した。",
        ],
        ["meeting|2024-04|岸田;バイデン|JPN;USA", "signing|2024-04|岸田;バイデン|JPN;USA"],
    ),
    # An exchange of notes; an exchange of views in passing is none.
    (
        [
            "[カンボジア|KHM]との間では、[6月|2024-06]、無償資金協力に関する書簡の交換が行われた。",
            "今後も意見交換を続ける。",
        ],
        ["signing|2024-06||JPN;KHM"],
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
    # A delegation of a country, a mutual visit, a call of a body.
    (
        ["[6月|2024-06]、[日本|JPN]の議員団が[モンゴル|MNG]を訪問した。"],
        ["visit|2024-06||JPN;MNG"],
    ),
    (["[12月|2024-12]の[G7|O]首脳テレビ会議では、支援を確認した。"], ["call|2024-12||"]),
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
    # The order of a defence white paper.
    (
        [
            "[2024年11月|2024-11]、[中谷|P]防衛大臣は、[日|JPN][米|USA][豪|AUS]防衛相会合を"
            "[オーストラリア|AUS]・ダーウィンで実施した。"
        ],
        ["conference|2024-11|中谷|AUS;JPN;USA"],
    ),
    # Minutes of the Diet.
    (
        [
            "先日、大臣は訪[中|CHN]されましたが、[昨年十一月|2023-11]に[上川|P]大臣が[王毅|P]"
            "外交部長と会談したと承知しております。"
        ],
        ["meeting|2023-11|上川;王毅|CHN;JPN"],
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
    # A courtesy call received from a visitor.
    (
        [
            "[10月3日|2023-10-03]、[堀井巌|P]外務副大臣は、訪[日|JPN]中の[シャヒド|P]・"
            "[モルディブ|MDV]外務大臣による表敬を受けました。"
        ],
        ["visit|2023-10-03|シャヒド|JPN;MDV", "meeting|2023-10-03|堀井巌;シャヒド|JPN;MDV"],
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
    # Neither party is Japan.
    (
        ["[ブリンケン|P]国務長官は[2月|2024-02]に訪[中|CHN]し、[王毅|P]外交部長らと会談した。"],
        ["visit|2024-02|ブリンケン|CHN;USA", "meeting|2024-02|ブリンケン;王毅|CHN;USA"],
    ),
    (
        [
            "[3月|2023-03]、[イラン|IRN]と[サウジアラビア|SAU]が関係の正常化に合意し、"
            "[中国|CHN]・北京で共同声明に署名した。"
        ],
        ["signing|2023-03||CHN;IRN;SAU"],
    ),
    # Two who did it together.
    (
        [
            "[浜田|P]防衛大臣と[マールズ|P][豪|AUS]副首相兼国防大臣は、[昨年12月|2022-12]、"
            "東京で会談し、共同声明を発出した。"
        ],
        ["meeting|2022-12|浜田;マールズ|AUS;JPN", "signing|2022-12|浜田;マールズ|AUS;JPN"],
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
    # 同外相 is the one named before.
    (
        [
            "[ハンガリー|HUN]の[シーヤールトー|P]外相が[7月|2023-07]に来日した際、"
            "[林|P]外務大臣は同外相と会談を行った。"
        ],
        ["visit|2023-07|シーヤールトー|HUN;JPN", "meeting|2023-07|林;シーヤールトー|HUN;JPN"],
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
    # A ministry concludes a memorandum, one holds a conference.
    (
        [
            "[国土交通省|O JPN]は、[ベトナム|VNM]建設省との間で、[12月|2023-12]に"
            "協力覚書を締結した。"
        ],
        ["signing|2023-12||JPN;VNM"],
    ),
    # Who holds an office without a name; a country in brackets behind its town.
    (
        [
            "[2015年5月|2015-05]に[ミャンマー|MMR]通信・情報技術大臣が来日し、"
            "総務大臣との会談を実施した。"
        ],
        ["visit|2015-05||JPN;MMR", "meeting|2015-05||JPN;MMR"],
    ),
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
    # Both sides of a 2＋2.
    (
        [
            "[7月28日|2024-07-28]、[日|JPN][米|USA]「2＋2」が開催され、[日本|JPN]側から[上川|P]"
            "外務大臣及び[木原|P]防衛大臣が、[米|USA]側から[ブリンケン|P]国務長官が出席した。"
        ],
        ["conference|2024-07-28|上川;木原;ブリンケン|JPN;USA"],
    ),
]

# Nothing in these has taken place, or is told as news.
UNTOLD: list[list[Given]] = [
    # Plans, wishes, invitations.
    ["[岸田|P]総理大臣は[8月|2024-08]に[カザフスタン|KAZ]を訪問する予定である。"],
    ["[2025年|2025]に[日|JPN]・[チリ|CHL]外相会談を行う方向で調整している。"],
    ["[上川|P]外務大臣は[王毅|P]外交部長に訪[日|JPN]を要請した。"],
    ["[モディ|P]首相は[岸田|P]総理大臣を[インド|IND]訪問に招待した。"],
    ["首脳会談の早期実現を目指していく。"],
    # Negations, cancellations.
    ["[7月|2024-07]に予定されていた[ウクライナ|UKR]訪問は行われなかった。"],
    ["[3月|2024-03]の[ロシア|RUS]との首脳会談は延期された。"],
    # Hearsay.
    ["[金正恩|P]国務委員長が[9月|2024-09]に[ロシア|RUS]を訪問したと報じられている。"],
    # No contact: elections, laws, rooms, posts.
    ["[10月|2024-10]に[モルドバ|MDA]で大統領選挙が実施された。"],
    ["[プーチン|P]大統領は[5月|2024-05]に動員に関する大統領令に署名した。"],
    ["[12月|2024-12]、[外務省|O JPN]の会議室が改装された。"],
    ["[1月|2024-01]、訪問者は増加した。"],
    # What is being arranged, what was told before.
    ["[日|JPN][韓|KOR]首脳会談については、日程を調整中である。"],
    ["今回の訪問で示された声を生かしていく。"],
    # A question.
    ["大臣は、[3月|2024-03]に[タイ|THA]の外務大臣とお会いになりましたか。"],
    # A heading tells nothing.
    [(H, "[岸田|P]総理大臣の[インド|IND]訪問（[3月|2024-03]）")],
    # Meetings counted up.
    ["[2004年|2004]以来、これまで9回の外相会合が開催された。"],
]


@pytest.mark.parametrize(("blocks", "expected"), TOLD)
def test_told(ginza: Language, blocks: list[Given], expected: list[str]) -> None:
    events = table(recorded(ginza, blocks), "events")
    assert [f"{e['type']}|{e['date']}|{e['people']}|{e['countries']}" for e in events] == expected


@pytest.mark.parametrize("blocks", UNTOLD)
def test_untold(ginza: Language, blocks: list[Given]) -> None:
    assert table(recorded(ginza, blocks), "events") == []
