"""Documents signed or exchanged, told in sentences of many kinds."""

import pytest
from spacy.language import Language

from tests.record.marked import Given, events

# Each text, and type|date|people|countries of its events.
TOLD: list[tuple[list[Given], list[str]]] = [
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
    # Neither party is Japan; the place is named.
    (
        [
            "[3月|2023-03]、[イラン|IRN]と[サウジアラビア|SAU]が関係の正常化に合意し、"
            "[中国|CHN]・北京で共同声明に署名した。"
        ],
        ["signing|2023-03||CHN;IRN;SAU"],
    ),
    # A ministry concludes a memorandum.
    (
        [
            "[国土交通省|O JPN]は、[ベトナム|VNM]建設省との間で、[12月|2023-12]に"
            "協力覚書を締結した。"
        ],
        ["signing|2023-12||JPN;VNM"],
    ),
    # The parties behind the word.
    (
        [
            "[8月|2023-08]、無償資金協力に関する書簡の署名式が、[ジンバブエ|ZWE]の首都ハラレで、"
            "[山中慎一|P]駐[ジンバブエ|ZWE]大使と[シャバ|P]外務大臣との間で行われた。"
        ],
        ["signing|2023-08|山中慎一;シャバ|JPN;ZWE"],
    ),
    (
        ["批准書の交換が[9月|2023-09]に[ウズベキスタン|UZB]との間で行われた。"],
        ["signing|2023-09||JPN;UZB"],
    ),
    # The parties in the name of what was signed.
    (
        ["[2023年7月|2023-07]に署名された[日|JPN]・[モンゴル|MNG]協定に基づき、協力を進めている。"],
        ["signing|2023-07||JPN;MNG"],
    ),
    # Exchanged with a guest; words exchanged are no document.
    (
        [
            "[5月|2013-05]、[田村憲久|P]厚生労働大臣は[ベトナム|VNM]の[ティエン|P]保健大臣を"
            "大臣室に迎え、協力覚書を取り交わした。"
        ],
        ["meeting|2013-05|田村憲久;ティエン|JPN;VNM", "signing|2013-05|田村憲久;ティエン|JPN;VNM"],
    ),
    (
        ["[5月|2013-05]、[林|P]外務大臣は[ペルー|PER]の[ヘルバシ|P]外相と意見を交わした。"],
        ["meeting|2013-05|林;ヘルバシ|JPN;PER"],
    ),
    # A joint statement published by those who met.
    (
        [
            "[2月|2024-02]、[岸田|P]総理大臣は[ルト|P]大統領と会談し、両首脳は共同声明を発表した。",
        ],
        ["meeting|2024-02|岸田;ルト|JPN;KEN", "signing|2024-02|岸田;ルト|JPN;KEN"],
    ),
]


@pytest.mark.parametrize(("blocks", "expected"), TOLD)
def test_told(ginza: Language, blocks: list[Given], expected: list[str]) -> None:
    assert events(ginza, blocks) == expected
