"""Contacts that a list tells: announced by a sentence, or each in an entry of its own."""

import pytest
from spacy.language import Language

from pipeline.report import BlockKind
from tests.record.marked import Given, events

ITEM = BlockKind.LIST_ITEM
CALLS = (
    "[松本剛明|P]外務大臣は、[3月|2011-03]、[クリントン|P]国務長官等と"
    "以下のとおり電話会談を行いました。"
)
CALLED = "call|2011-03|松本剛明;クリントン|JPN;USA"

# Each text, and type|date|people|countries of its events.
TOLD: list[tuple[list[Given], list[str]]] = [
    # Each entry with its day and its partner.
    (
        [
            CALLS,
            (ITEM, "[3月17日|2011-03-17]　[ラッド|P][豪州|AUS]外務大臣"),
            (ITEM, "[3月22日|2011-03-22]　[ナタレガワ|P][インドネシア|IDN]外務大臣"),
        ],
        [
            CALLED,
            "call|2011-03-17|松本剛明;ラッド|AUS;JPN",
            "call|2011-03-22|松本剛明;ナタレガワ|IDN;JPN",
        ],
    ),
    # Announced of nobody in particular.
    (
        [
            "震災に関し、[松本剛明|P]外務大臣は、以下のとおり電話会談を行いました。",
            (ITEM, "[3月17日|2011-03-17]　[ラッド|P][豪州|AUS]外務大臣"),
        ],
        ["call|2011-03-17|松本剛明;ラッド|AUS;JPN"],
    ),
    # A sentence is no entry, nor is an entry without a day or a name.
    ([CALLS, "[3月17日|2011-03-17]、[ラッド|P][豪州|AUS]外務大臣は談話を出した。"], [CALLED]),
    ([CALLS, (ITEM, "[ラッド|P][豪州|AUS]外務大臣")], [CALLED]),
    ([CALLS, (ITEM, "[3月17日|2011-03-17]　外務省")], [CALLED]),
    # A chronology: the day first, the sentence ends in a noun.
    (
        [(ITEM, "・[12月|2010-12]　[マレーシア|MYS]の[コン・チョーハ|P]運輸大臣が来日。")],
        ["visit|2010-12|コン・チョーハ|JPN;MYS"],
    ),
    (
        [(ITEM, "[6月|1996-06]　[国広道彦|P]政府代表　　[オマーン|OMN]及び[カタル|QAT]訪問")],
        ["visit|1996-06|国広道彦|JPN;OMN;QAT"],
    ),
    (
        [
            (
                ITEM,
                "[8月31日|2022-08-31]　[浜田|P]防衛大臣、[イスラエル|ISR]の[ガンツ|P]国防大臣と"
                "会談（東京）",
            )
        ],
        ["meeting|2022-08-31|浜田;ガンツ|ISR;JPN"],
    ),
    # The end of the stay in brackets.
    (
        [
            (
                ITEM,
                "[12月14日|2022-12-14]　[井野俊郎|P]防衛副大臣、[パラオ|PLW]訪問"
                "（～[12月16日|2022-12-16]）",
            )
        ],
        ["visit|2022-12-14/2022-12-16|井野俊郎|JPN;PLW"],
    ),
    # A plan in a chronology is none.
    ([(ITEM, "[12月|2010-12]　[コン|P][マレーシア|MYS]運輸大臣が来日予定。")], []),
]


@pytest.mark.parametrize(("blocks", "expected"), TOLD)
def test_told(ginza: Language, blocks: list[Given], expected: list[str]) -> None:
    assert events(ginza, blocks) == expected
