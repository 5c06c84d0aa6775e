"""Organisations: the whole name, its country, its abbreviation, and what is none."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pipeline.mention import Label, proposals
from pipeline.paths import configs
from pipeline.tag.organisations.component import ABBREVIATIONS, OrganisationFinder
from tests.tag.people.finding import found, marked, sudachi

ORGANISATIONS = OrganisationFinder(configs() / "lexicon")

COMPOSED = [
    "[キルギス外務省]が発表した。",  # the country belongs to the name
    "[ロシア中央銀行]は政策金利を引き上げた。",
    "[米国防総省]と[英外務省]が発表した。",  # a country's one character
    "[在日米軍]と[英海軍]の艦艇",
    "[在カザフスタン日本大使館]と[駐日英国大使館]",
    "[在ジュネーブ国際機関日本政府代表部]の大使",
    "[日・タジキスタン経済・技術・科学協力政府間委員会]の会合",  # dots and 政府 inside
    "[フランス共和国経済・財務省]が発表した。",
    "[ウズベキスタン外務省アジア・太平洋地域諸国協力局韓国・日本課]長",  # sub-units of sub-units
    "[防衛研究所地域研究部米欧ロシア研究室]長",
    "[法務省大臣官房]審議官",  # 大臣 inside, no post
    "[ナイジェリア選挙管理委員会]が発表した。",
    "[独立行政法人国際協力機構]の職員",  # the legal form
    "[トヨタ自動車株式会社]と[株式会社日立製作所]",
    "[エチミアジン市立第13幼稚園]を訪れた。",  # a number inside
]
LONGER = [
    "[AU議員連盟]と[日本ブラジル議員連盟]の一行",  # a parent that is no party
    "ロンドンの[ビジネス・エネルギー・産業戦略省]で会談した。",  # fields parted by dots
    "所管の[ボリビア事務所]長は、[国連ケニア事務所]次長と会った。",  # 事務|所長, to the dictionary
    "[ブラジル富山県人会]会長が迎えた。",
    "[韓国放送通信委員会]と[イスラエル中央統計局]の発表",  # the lexicon has the second half
    "[厚生労働省社会・援護局障害保健福祉部]に設置した。",
    "[米連邦準備制度理事会]（[FRB]）が決めた。",
    "[中国国防部]と[韓国統一部]は発表した。",  # ministries called 部
    "[中国外交部]の報道官、[韓国外交部北東アジア局]長、[中国商務部]副部長",  # no ministers
    "[陸上自衛隊中央即応連隊]と[航空自衛隊第7航空団]が訓練した。",
    "[北極圏協力連合体機構]（[北協機構]）の総会。[北協機構]は決めた。",  # by its characters
    "[民族救国戦線]（[MNKS]）が攻撃した。",  # the abbreviation proves it
]
PARTED = [
    "[防衛省]・[自衛隊]が対応した。",  # a dot between two
    "[ITU]、[OECD]及び[APEC]の会合",
    "[EU]加盟国政府の立場",  # the name ends before 加盟
    "ロシアの[外務省]が発表した。",  # の parts them
    "アイダル・クルマシェフ [カザフスタン大統領府付属戦略研究所国際研究課]長",  # a space, too
    "[ロシア政府]系銀行が融資した。",
    "[国連]事務総長と[国連事務局]の職員",
    "ジェプバロフ[対外経済活動銀行]総裁",  # a person in front
    "[キルギス外務省][NATO]担当官",  # a second name right after the first
    "バキロフ[国家税関委員会]委員長",
    "[IAEA]事務局長が来た。",  # 事務局長 is the post
    "[公明党]、[自由民主党]両党の協議、[国家情報長官室]の資料",  # a class; a post inside the name
    "座長（[東京学芸大学]教授・国際関係論）",  # a post and a subject after the dot
    "昨年[ロシア政府]は第3回[日本商工会議所]総会に出た。",
]
CUED = [
    "民間軍事会社「[ワグネル]」の戦闘員。[ワグネル]は移動した。",  # known from then on
    "[ソフトライン社]と契約した。",
    "（財）[日本データ通信協会]が認定する。",  # the form in brackets is outside
    "[グローバルクラウド基盤連携技術フォーラム]（[GICTF]）と連携した。",
    "脚注 [ABCO] : [Arctic Basin Cooperation Organization]",
    "[Global Forum of Japan]の協力",
]
GAPPED = [
    "[総務省　情報流通行政局　情報通信政策課]　山田",  # a contact box
    "[内閣官房情報通信技術（IT）総合戦略室]は、[農林水産省　大臣官房　統計部]へ",  # brackets inside
    "[文部科学省　研究振興局　学術企画室]長",  # the post is outside
    "[一般財団法人　北海道建設技術センター]、[独立行政法人 国際協力機構]",  # the legal form
    "[財務省]　山田太郎",  # no unit after the gap
]
LOCAL = [
    "[村立おといねっぷ工芸高等学校]の生徒",  # unknown names in hiragana
    "[あおば小学校]、[つばさ保育園]に通う。",  # known words in hiragana
    "すべての小学校、いわゆる中学校、新しい美術館、ふれあいの学校、働く大学",  # no names
    "[東京都新型コロナウイルス感染症対策本部]が決めた。",  # the lexicon's name, of one prefecture
    "都道府県警察、各市町村教育委員会、十都県警察",  # classes
]
MORE_CUES = [
    "[Google DeepMind社]と[Boston Dynamics社]の発表",  # several words before 社
    "[株式会社メルカリ]、[NPO法人フローレンス]、[合同会社DMM.com]",  # the form says it
    "株式会社化と[株式会社ソラコム]社長",
    "[日米合同委員会]の合意。[合同委員会]は決めた。",  # by its tail, once named
    "「[放送を巡る諸課題に関する検討会]」を設置し、「[住まいの支援のための連絡会議]」を開いた。",
    "「検討会」と「専門委員会」、「防災会議と支援検討会」条例",  # classes, a law
    "合同委員会の設置",  # not named before
    "https://www.jica.go.jp/JICA/WHO.htmlを見る。",  # nothing of an address
    "SOC(Security Operation Center)、Virtual Private Network、Board of Directors",  # classes
    "BeyondCorp ([Google])",  # a product and its maker
    "[中国工業情報化部]が発表した。",  # the country and the ministry share a word
]
NO_BODY = [
    "政府は議会と各省庁、関係機関に諮った。",  # no name of their own
    "同国政府と各国政府、日米両政府、本委員会、専門委員会",
    "民間銀行、中央銀行、国際金融機関、地方公共団体",
    "外務大臣、経済産業大臣、内閣官房長官",  # ministerial posts
    "将軍と病院、学院、与党と最大野党",
    "福建省とナンガルハル省を訪れた。",  # provinces
    "経済連携協定（EPA）と欧州通常戦力（XFE）条約を結ぶ。",  # abbreviations of other things
    "最大野党と連立与党、緊急入院と再度退院",  # words that end like bodies
    "欧州各国政府と途上国政府、日米政府は合意した。",
    "韓国航空宇宙分野と鹿屋航空基地",  # 航空 goes on
    "政府CIO補佐官とCEOが説明した。",  # acronyms of posts
    "産業省エネルギー、運輸省力化",  # 省 is to save
    "帰省して反省し、一部で成功した。",
    "有馬政府参考人が答えた。",
    "中国外交部長、韓国外交通商部長官、韓国統一部長官、モンゴル国防部長が会した。",  # ministers
    "選挙で第一党となり、第二党は議席を減らした。",  # ranks
    "会談したのは山西省長、王浩浙江省長である。",  # governors
]


FOUND = COMPOSED + LONGER + PARTED + CUED + GAPPED + LOCAL + MORE_CUES


@pytest.mark.parametrize("text", FOUND + NO_BODY)
def test_finds_whole_names_and_nothing_else(text: str) -> None:
    assert marked(ORGANISATIONS, text) == text


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        # 以下…という, in quotes
        (
            "国連安全保障理事会（以下「安保理」という。）は協議した。",
            [["国連安全保障理事会", "安保理"]],
        ),
        # both in one bracket
        (
            "北極圏協力機構（ARCO。以下「機構」という。）",
            [["北極圏協力機構", "機構"], ["北極圏協力機構", "ARCO"]],
        ),
        # Latin letters, with the English beside them
        (
            "湾岸協力理事会（GCC：Cooperation Council for the Arab States of Gulf）",
            [
                ["湾岸協力理事会", "GCC"],
                ["Cooperation Council for the Arab States of Gulf", "GCC"],
            ],
        ),
        # a name in katakana that the lexicon has, too
        ("日本貿易振興機構（ジェトロ）が参加した。", [["日本貿易振興機構", "ジェトロ"]]),
        ("外務省（アジア大洋州局）が答えた。", []),  # a part of it is no other name
        ("経済連携協定（EPA）を結ぶ。", []),  # no organisation, no pair
    ],
)
def test_learns_abbreviations(text: str, pairs: list[list[str]]) -> None:
    doc = ORGANISATIONS(sudachi()(text))
    assert sorted(doc.user_data[ABBREVIATIONS]) == sorted(pairs)


def test_a_learned_abbreviation_is_found_in_the_rest_of_the_report() -> None:
    text = "[北極圏協力機構]（以下「[北極協]」という。）が開いた。[北極協]は決定した。"
    assert marked(ORGANISATIONS, text) == text


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("キルギス外務省", "KGZ"),  # by its name
        ("在日米軍", "USA"),  # whose army it is, not where
        ("在カザフスタン日本大使館", "JPN"),
        ("英海軍", "GBR"),
        ("日・タジキスタン経済・技術・科学協力政府間委員会", ""),  # two countries: neither
        ("南アジア地域協力連合", ""),  # a region
        ("外務省", "JPN"),  # by the lexicon
        ("ロシアの外務省", "RUS"),  # by whose it is
        ("国家税関委員会", ""),  # several states have one
    ],
)
def test_country_of_an_organisation(name: str, country: str) -> None:
    (mention,) = found(ORGANISATIONS, name)
    assert (mention.label, mention.value) == (Label.ORG, country)


@settings(max_examples=60, deadline=None)
@given(
    st.text(
        alphabet="日米露外務省庁・政府大学銀行EUGロシア（）「」以下という、。 \n第3", max_size=40
    )
)
@example("議会  省が決めた。")
def test_spans_lie_in_the_text_without_white_space_at_their_edges(text: str) -> None:
    for mention in found(ORGANISATIONS, text):
        name = text[mention.start : mention.end]
        assert name and name == name.strip()


def test_nothing_in_an_empty_doc() -> None:
    assert proposals(ORGANISATIONS(sudachi()(""))) == []
