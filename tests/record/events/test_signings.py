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
]


@pytest.mark.parametrize(("blocks", "expected"), TOLD)
def test_told(ginza: Language, blocks: list[Given], expected: list[str]) -> None:
    assert events(ginza, blocks) == expected
