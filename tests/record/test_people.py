"""Who is who: names, titles, affiliations, countries."""

import pytest
from spacy.language import Language

from pipeline.record.people.names import is_short_of, is_spelling_of, same
from pipeline.report import BlockKind
from tests.record.marked import Given, recorded, table

H = BlockKind.HEADING


@pytest.mark.parametrize(
    ("short", "full", "surname", "expected"),
    [
        ("吉川", "吉川ゆうみ", "吉川", True),  # surname of a name whose parts are known
        ("林", "林田芳正", "林田", False),  # the surname is another
        ("林", "林芳正", "", True),  # nothing tells where the surname ends
        ("トカエフ", "カシム＝ジョマルト・トカエフ", "", True),  # last part
        ("カシム・ジョマルト", "カシム＝ジョマルト・トカエフ", "", True),  # several parts
        ("エフ", "カシム＝ジョマルト・トカエフ", "", False),  # no whole part
        ("Putin", "Vladimir Putin", "", True),  # Latin names part at spaces
        ("芳正", "林芳正", "林", False),  # a given name alone stands for nobody
        ("鈴木（庸）", "鈴木庸介", "鈴木", True),  # minutes part namesakes so
        ("鈴木（庸）", "鈴木貴子", "鈴木", False),
    ],
)
def test_short_forms(short: str, full: str, surname: str, expected: bool) -> None:
    assert is_short_of(short, full, surname) is expected


@pytest.mark.parametrize(
    ("latin", "kana", "expected"),
    [
        ("TOKAYEV", "トカエフ", True),
        ("Zelenskyy", "ゼレンスキー", True),
        ("Kassym-Jomart TOKAYEV", "トカエフ", True),  # any part of the Latin name
        ("Biden", "トカエフ", False),
        ("Rio", "リオ", False),  # one consonant tells nothing
    ],
)
def test_latin_spellings(latin: str, kana: str, expected: bool) -> None:
    assert is_spelling_of(latin, kana) is expected


def test_joints_do_not_part_names() -> None:
    assert same("カシム＝ジョマルト", "カシム・ジョマルト")


# Each text, and name|title|affiliation|country of its people.
PEOPLE: list[tuple[list[Given], list[str]]] = [
    # A short form after the full one is the same person; the post is told once.
    (
        ["[辻清人|P]外務副大臣が出席した。", "[辻|P]外務副大臣は挨拶した。"],
        ["辻清人|外務副大臣||JPN"],
    ),
    # Two of one surname stay two, and a surname that could be either stays apart.
    (
        ["[佐藤正久|P]議員と[佐藤啓|P]議員が質問した。[佐藤|P]議員は続けた。"],
        ["佐藤正久|議員||JPN", "佐藤啓|議員||JPN", "佐藤|議員||JPN"],
    ),
    # The post tells which of two it is.
    (
        ["[林芳正|P]外務大臣と[林幹雄|P]議員が述べた。[林|P]外務大臣は答えた。"],
        ["林芳正|外務大臣||JPN", "林幹雄|議員||JPN"],
    ),
    # A portfolio with middle dots is one post, 兼 joins, ・ between posts parts.
    (
        [
            "[マレーシア|MYS]では、[ザフルル|P]投資・貿易・産業相と[アンワル|P]首相兼財務相が述べた。"
        ],
        ["ザフルル|投資・貿易・産業相||MYS", "アンワル|首相兼財務相||MYS"],
    ),
    # An organisation's head: the organisation is the affiliation.
    (
        ["[内田|P][三菱商事|O JPN]社長、[マス|P]「[国際協会|O]」代表が登壇した。"],
        ["内田|社長|三菱商事|JPN", "マス|代表|国際協会|"],
    ),
    # 局長, 課長: the post is made by the organisation's last word.
    (
        ["[中込正志|P][外務省欧州局|O JPN]長が説明した。"],
        ["中込正志|局長|外務省欧州局|JPN"],
    ),
    # A roster: the post stands before the name, made by the organisation's last word or not.
    (
        ["[外務省北米局|O JPN]長　　[有馬　　裕|P]君", "理事　[青柳　仁士|P]君"],
        ["有馬裕|局長|外務省北米局|JPN", "青柳仁士|理事||JPN"],
    ),
    # A unit that the organisation's mention leaves out belongs to no post.
    (
        ["[三宅拓也|P] [防衛省防衛政策局|O JPN]国際政策課企画官"],
        ["三宅拓也|企画官|防衛省防衛政策局|JPN"],
    ),
    # A surname in Japan, too, but a ministry of another country.
    (["[李干傑|P][生態環境部|O CHN]長が出席した。"], ["李干傑|部長|生態環境部|CHN"]),
    # An organisation that begins with its country.
    (
        ["[リュチコ|P] [ウズベキスタン外務省韓国・日本課|O]長"],
        ["リュチコ|課長|ウズベキスタン外務省韓国・日本課|UZB"],
    ),
    # The post before the name, in three ways.
    (
        [
            "国務大臣（[岩屋毅|P]君）が答弁した。",
            "作家の[大江健三郎|P]氏が講演した。",
            "前大統領の[ドゥテルテ|P]氏が述べた。",
        ],
        ["岩屋毅|国務大臣||JPN", "大江健三郎|作家||", "ドゥテルテ|前大統領||PHL"],
    ),
    # The country before the name goes before what the passage is about.
    (
        ["[タイ|THA]では、[ラオス|LAO]の[ソーンサイ|P]首相が歓迎された。"],
        ["ソーンサイ|首相||LAO"],
    ),
    # The one country of the heading.
    (
        [(H, "（3）[ナイジェリア|NGA]"), "5月、[オニェアマ|P]外相が訪日した。"],
        ["オニェアマ|外相||NGA"],
    ),
    # A heading of two countries tells nothing.
    (
        [(H, "[ケニア|KEN]と[ガーナ|GHA]"), "5月、[オマモ|P]外相が訪日した。"],
        ["オマモ|外相||"],
    ),
    # The head of an international body represents no state.
    (
        ["[ケニア|KEN]では、[グテーレス|P][国連|O]事務総長が演説した。"],
        ["グテーレス|事務総長|国連|"],
    ),
    # Posts that only a neighbour has.
    (
        ["[王毅|P]外交部長と[趙兌烈|P]外交部長官が参加した。"],
        ["王毅|外交部長||CHN", "趙兌烈|外交部長官||KOR"],
    ),
    # A post that the sentence tells somebody came to.
    (
        ["[インドネシア|IDN]では、[プラボウォ|P]国防相が大統領に就任した。"],
        ["プラボウォ|国防相;大統領||IDN"],
    ),
    # Respectively: the first of two is of the first country.
    (
        [
            "大臣は[ガーナ|GHA]及び[トーゴ|TGO]を訪問し、"
            "[ボチウェイ|P]外相及び[デュセ|P]外相とそれぞれ会談した。"
        ],
        ["ボチウェイ|外相||GHA", "デュセ|外相||TGO"],
    ),
    # An academic degree and an honorific are no posts.
    (["[野口英世|P]博士の伝記。"], ["野口英世|||"]),
    # Words that end like posts and are none.
    (["[田中|P]真相を語る。"], ["田中|||"]),
]


@pytest.mark.parametrize(("blocks", "expected"), PEOPLE)
def test_people(ginza: Language, blocks: list[Given], expected: list[str]) -> None:
    people = table(recorded(ginza, blocks), "people")
    told = [f"{p['name']}|{p['title']}|{p['affiliation']}|{p['country']}" for p in people]
    assert told == expected
