"""Sentences with the words of a contact that tell of none, or of none that has taken place."""

import pytest
from spacy.language import Language

from pipeline.report import BlockKind
from tests.record.marked import Given, events

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
    [(BlockKind.HEADING, "[岸田|P]総理大臣の[インド|IND]訪問（[3月|2024-03]）")],
    # Meetings counted up.
    ["[2004年|2004]以来、これまで9回の外相会合が開催された。"],
    # Decided on, given up, to come next.
    ["[岸田|P]総理大臣は[4月|2024-04]に[米国|USA]を訪問することとなった。"],
    ["[ブリンケン|P]国務長官は[2月|2023-02]の訪[中|CHN]を延期した。"],
    ["両首脳は、次回会談を[2024年|2024]に[フランス|FRA]で開催することで一致した。"],
    ["[麻生|P]財務大臣は[ロシア|RUS]の[シルアノフ|P]財務大臣との会談を果たせなかった。"],
    # Welcomed, not told.
    ["[10月|2010-10]、[馬淵|P]国土交通大臣は[日|JPN][米|USA]覚書の署名を歓迎した。"],
    # A meeting of nobody.
    ["[10月|2023-10]の会議は長く続いた。"],
    # Troops and experts sent are no contact.
    ["[日本|JPN]は[6月|2023-06]に自衛隊を[トルコ|TUR]に派遣した。"],
    # Opinions of many, at a place.
    ["[岸田|P]総理大臣は[11月|2023-11]、[米国|USA]で各国首脳と意見を交わした。"],
    # A list of measures, each with its verb.
    [
        "[3月|2022-03]、[ロシア政府|O RUS]は、自由訪問を中止する、対話から離脱するなどの措置を"
        "発表した。"
    ],
]


@pytest.mark.parametrize("blocks", UNTOLD)
def test_untold(ginza: Language, blocks: list[Given]) -> None:
    assert events(ginza, blocks) == []
