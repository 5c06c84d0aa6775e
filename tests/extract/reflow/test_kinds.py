"""What a line is: told by its shape and by what stands round it."""

from pathlib import Path

import pytest

from pipeline.report import BlockKind
from tests.extract.reading import blocks, read_text, texts

P, H, LI = BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LIST_ITEM


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("1 概観", H),
        ("(1) ロシア情勢", H),
        ("ア ロシア内政", H),
        ("第1章 国際情勢の展望", H),
        ("Ⅲ　国際会議の誘致", H),
        ("（1）エジプト（4月30日）", H),  # a date in brackets makes no caption of it
        ("表1　地域別の在外公館", BlockKind.CAPTION),
        ("ロシア経済", H),  # an item letter got lost
        ("・ 中央アジアとの対話を続けること", LI),
        ("① APEC・CPEAに参加していること。", LI),
        ("〈注〉", BlockKind.NOTE),
        ("出典：財務省貿易統計", BlockKind.NOTE),
        ("日 時：令和5年3月14日（金）15時～17時", BlockKind.FIELD),
        ("令和六年十一月十四日（木曜日）", BlockKind.FIELD),
        ("日・カザフスタン外相会談（9月20日、米国・ニューヨーク）", BlockKind.CAPTION),
        ("松本 尚 外務大臣政務官", BlockKind.SPEAKER),
        ("（ハ）パルヴィズ・サミ・タジキスタン外務省二等書記官", BlockKind.SPEAKER),
        ("（イ） 高原 明生 東京女子大学特別客員教授", BlockKind.SPEAKER),
        ("（イ）主催者挨拶", H),  # no one's name
        ("1 つ目は、投資である。", LI),
    ],
)
def test_kinds_by_shape(line: str, kind: BlockKind, tmp_path: Path) -> None:
    before = "報告の概要は、次のとおりである。議論は多岐にわたった。"
    after = "中央アジアは、多角的な外交を進めている。関心は高い。"
    found = blocks(read_text(f"{before}\n\n{line}\n\n{after}\n", tmp_path))
    assert [k for k, _ in found] == [P, kind, P]


def test_items_without_text_of_their_own_are_a_list(tmp_path: Path) -> None:
    report = read_text("議題は次のとおり。\n（1）経済\n（2）文化\n（3）安全保障\n", tmp_path)
    assert texts(report, LI) == ["（1）経済", "（2）文化", "（3）安全保障"]
