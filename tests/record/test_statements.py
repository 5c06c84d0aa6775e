"""Who said what in minutes."""

import pytest
from spacy.language import Language

from pipeline.report import BlockKind
from tests.record.marked import Given, recorded, table

H, S, F, N = BlockKind.HEADING, BlockKind.SPEAKER, BlockKind.FIELD, BlockKind.NOTE


def _told(ginza: Language, blocks: list[Given]) -> list[str]:
    turns = table(recorded(ginza, blocks), "statements")
    return [
        "|".join(t[c] for c in ("name", "title", "affiliation", "session", "text")) for t in turns
    ]


def test_dialogue(ginza: Language) -> None:
    blocks: list[Given] = [
        (H, "（1）セッション 1「海」"),
        (S, "（イ）[岩間 陽子|P] [政策研究大学院大学|O JPN]教授"),
        "海は広い。",
        "島は遠い。",
        (S, "（ロ）[ジョン・スミス|P] [豪州国立大学|O AUS]客員研究員"),
        "同感である。",
        (N, "（注）発言は個人のもの。"),
    ]
    assert _told(ginza, blocks) == [
        "岩間陽子|教授|政策研究大学院大学|セッション1「海」|海は広い。島は遠い。",
        "ジョン・スミス|客員研究員|豪州国立大学|セッション1「海」|同感である。",
    ]


@pytest.mark.parametrize(
    ("heading", "session"),
    [
        ("（1）討論", "討論"),
        ("第１　調査の目的", "調査の目的"),
        ("第二部　討論", "討論"),
        # Not a number of the heading, but of what it names.
        ("第３回　環境協力懇談会", "第３回環境協力懇談会"),
        ("第１部会の報告", "第１部会の報告"),
    ],
)
def test_a_session_is_named_without_its_number(ginza: Language, heading: str, session: str) -> None:
    blocks: list[Given] = [(H, heading), (S, "○[佐藤正久|P]君"), "質問します。"]
    assert _told(ginza, blocks) == [f"佐藤正久|||{session}|質問します。"]


def test_diet(ginza: Language) -> None:
    blocks: list[Given] = [
        (S, "○国務大臣（[岩屋毅|P]君）"),
        "お答えいたします。",
        "検討してまいります。",
        "〔拍手〕",
        (S, "○[鈴木宗男|P]委員"),
        "大臣に伺います。",
        "────────────",
        "午後三時散会",
    ]
    assert _told(ginza, blocks) == [
        "岩屋毅|国務大臣|||お答えいたします。検討してまいります。",
        "鈴木宗男|委員|||大臣に伺います。",
    ]


def test_namesakes_are_parted_by_an_initial(ginza: Language) -> None:
    blocks: list[Given] = [
        "理事　[鈴木　貴子|P]君　理事　[鈴木　庸介|P]君",
        (S, "○[鈴木|P]（庸）委員"),
        "伺います。",
    ]
    assert _told(ginza, blocks) == ["鈴木庸介|委員|||伺います。"]


def test_speech_in_the_line_of_its_speaker(ginza: Language) -> None:
    blocks: list[Given] = [
        "○[佐藤正久|P]君　自民党の佐藤です。",
        "質問します。",
        "○政府参考人の出席要求に関する件",
    ]
    turn = _told(ginza, blocks)[0]
    assert turn.startswith("佐藤正久||||自民党の佐藤です。質問します。")


def test_an_unmarked_speaker_is_not_lost(ginza: Language) -> None:
    blocks: list[Given] = [(S, "（ハ） マリア・ロペス [外務省|O MEX]課長"), "賛成する。"]
    assert _told(ginza, blocks) == ["マリア・ロペス|課長|外務省||賛成する。"]


def test_a_name_that_a_mention_has_swallowed(ginza: Language) -> None:
    blocks: list[Given] = [(S, "（ニ）[ネルソン・カポ 国家漁業庁国際課|O PNG]長"), "反対する。"]
    assert _told(ginza, blocks)[0].startswith("ネルソン・カポ|")


def test_the_sitting_is_an_event(ginza: Language) -> None:
    blocks: list[Given] = [
        (F, "日 時：[令和6年2月1日|2024-02-01]"),
        (F, "主 催：[外務省|O JPN]、[経団連|O JPN]"),
        (S, "[山田 太郎|P] [外務省|O JPN]課長"),
        "[本日|2024-02-01]の会合を歓迎する。",
    ]
    events = table(recorded(ginza, blocks), "events")
    assert [(e["type"], e["date"], e["people"], e["organisations"]) for e in events] == [
        ("conference", "2024-02-01", "山田太郎", "外務省;経団連")
    ]
