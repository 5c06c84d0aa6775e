"""People: what is a name, where it ends, and what is none."""

import re

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from pipeline.mention import Label, proposals
from pipeline.paths import configs
from pipeline.segment import Segmenter
from pipeline.settings import load_settings
from pipeline.tag.people.component import PeopleFinder
from tests.reports import report_of
from tests.tag.people.finding import found, marked, plain, sudachi

PEOPLE = PeopleFinder(configs() / "lexicon")

JAPANESE = [
    "[岸田文雄]総理大臣は演説した。",  # surname and given name
    "[上川]外務大臣が出席した。",  # a surname alone before a post
    "[高原 明生] 東京女子大学特別客員教授",  # a space inside and an affiliation after
    "議長：[渡辺　まゆ]　日本国際フォーラム理事長",  # full-width spaces
    "[英利アルフィヤ]外務大臣政務官が訪れた。",  # a given name in katakana
    "漫画家の[森薫]氏により作成された。",  # one-character names before 氏
    "[小渕優子]、[森山裕]両氏が会った。",  # two names share one honorific
    "当時、[橋本龍太郎]総理の下で決めた。",  # an adverb before the name
    "[安倍]内閣が発足した。",  # an era
    "[河野]デジタル大臣と[加藤]こども政策担当大臣が出た。",  # posts with katakana and hiragana
    "[山添博史]防衛研究所地域研究部米欧ロシア研究室長",  # a name and an office run together
]
MINUTES = [
    "○[勝俣]委員長　これより会議を開きます。",
    "○国務大臣（[上川陽子]君）　お答えします。",
    "[勝俣　孝明]君　　　　[黄川田仁志]君",  # five ems each
    "[辻　　清人]君　　　　[太　　栄志]君",  # given names that are countries and words
    "理事　[鈴木　貴子]君　理事　[深作ヘスス]君",  # the post before is outside
    "〔委員長退席、理事[佐藤正久]君着席〕",  # a post without a space
    "○[屋良]委員　質問します。\n○専門委員　はい。\n○政府参考人（[安藤敦史]君）",  # by the line
    "【[阿多]構成員】　続いて[阿多]構成員から（事務局）",  # by the bracket, then again
    "政府参考人（[江浪武志]君）　[江浪]課長が答えた。江浪町の人",  # no surname by the dictionary
    "○副委員長　（各委員）（本委員会）",  # no names
    "諸君、両君に申し上げる。",  # no names
    "○[高木]（啓）委員　動議を提出いたします。",  # the given name's first character in brackets
]
FOREIGN = [
    "[ジェプバロフ]対外経済活動銀行総裁を団長とする。",  # a bank and a post run together
    "[クルバエフ]外相、[モルドガジエフ]外務次官と会談した。",
    "[ゲルディムィラドフ]経済・銀行・国際金融担当副首相と会談した。",  # a long post
    "[ブリンケン]米国務長官と[ウォン]豪外相が会った。",  # one-character countries between
    "[ルーラ・ダ・シルヴァ]ブラジル大統領が訪日した。",  # a country runs on in katakana
    "[ンゴジ・オコンジョ＝イウェアラ]WTO事務局長",  # a double hyphen
    "[J・F・ケネディ]大統領が演説した。",  # initials
    "[アウン・サン・スー・チー]国家最高顧問は収監された。",
    "[フォン・デア・ライエン]欧州委員会委員長が来た。",  # particles of nobility
    "[プリゴジン]「ワグネル」代表が死亡した。",  # a quoted organisation before the post
    "[金正恩]国務委員長と[習近平]国家主席が会った。",
    "[文在寅]政権と[尹錫悦]政権の政策",
    "[申源湜]国防部長官は答弁した。",  # a Korean name that no dictionary has
    "[楊潔篪]中央政治局委員が訪れた。",  # a Chinese one
    "[金正恩]（キム・ジョンウン）国務委員長は訪れた。",  # the reading is no mention
    "[ゴールドファイン]総裁が訪日した。",  # common words that make a name
    "[クロセット]国防大臣と[ヴィルサック]農務長官が会った。",  # the same before a whole post
    "エネルギー産業大臣とスポーツ文化大臣が会った。",  # words of which posts are named
    "Prime Minister [Narendra Modi] spoke.",
    "議長は[KISHIDA Fumio]氏である。",  # the surname in capitals
]
PRESS_RELEASES = [
    # a country after a dot, the name in Latin letters after a title
    "[エンリケ・A・マナロ]・フィリピン共和国外務大臣（H.E. Mr. [Enrique A. MANALO], Secretary）",
    "[フェルディナンド・マルコス]・フィリピン共和国大統領（H.E. Mr. [Ferdinand R. Marcos Jr.]）",
    "（The Honorable [Antony Blinken], Secretary of State）",
    "[アフメド・アブルゲイト]・アラブ連盟事務総長が訪れた。",  # a region's body after a dot
    "[趙兌烈]（チョ・テヨル）・大韓民国外交部長官と会談した。",
    "[レ・ホアイ・チュン]・ベトナム共産党中央対外委員会委員長",  # a first piece of one character
    "[エリザベス二世]女王陛下が崩御された。",
    "会談には、[宮路]副大臣、[英利]大臣政務官も同席した。",
    "[森健良]特命全権大使と[北郷恭子]参事官が出席した。",  # Sudachi takes 健 alone for the name
    "[濵口道成]会長が挨拶した。",  # a surname in old characters
    "[バイデン]大統領。[トランプ]政権。[プーチン]の発言。",  # a leader without a post
    "[ホアン・ビン・クアン]越日友好議員連盟会長",
]
REFERENCES = [
    "1 [Hinton, G.], et al., (1986), “Learning representations”",  # surname and initial
    "[Schmidt, H. W.], [O'Neil, K.-J.], and [van der Berg, A.] (2019). Energy",  # each author
    "[J. Dewey] and [A. Bentley] (1949)、[R. A. Fisher] et al.",  # initials first
    "[Card] and [Krueger]（1994）は賃金を調べた。[Romer] et al. (2012)",  # surnames before a year
    "“Zero Trust”（[Ada Byron], [Kurt McMahler], [Richard Roe]）",  # in brackets, one name known
    "[森川]（2019）は分析した。[西岡]・[杉山]（２０２１）、[田村]ら（2020）",  # Japanese surnames
    "[Tanaka H], [Suzuki T], et al. A cohort study、Group A, Group B, and others",  # medicine's
    "Washington, D.C. (2019) and A. Introduction and Methods",  # no authors
    "岡山（2019）、長野（1998）、OECD (2023), Journal and Proceedings",  # places, bodies
]
BOXES = [
    "担当：情報政策課　[山田]、[佐藤]（内線1234）",  # surnames after a unit
    "照会先　総務課長　[金子]　電話 03-1234-5678",  # after a post and a gap
    "担当者：[西村]、[福田]",
    "総務課　福島、宮城、岩手",  # places
    "総務課　山田町の復興",  # the field goes on
]
ROSTERS = [
    "構成員\n[宍戸　常寿]（東京大学教授）\n座長　[宍戸　常寿]（同）",  # an unlisted given name
    "委員　[大橋　弘]　大学教授\n委員　[森川　博之]　大学教授",
    "千葉　茨城　埼玉\n岡山　農業　林業",  # lists of places and words
    "委員長に[藤川政人]君を指名し、理事に[青木一彦]君を選んだ。",  # a particle before the name
    "[紙　　智子]君。[浜口]委員、[紙]委員と紙の資料",  # known by the roster
    "欠席：[青木]委員、[東]委員、[関]委員",  # common words beside a member
    "出席者：[加藤　一誠]座長、[屋井　鉄雄]委員",  # a post right after an unlisted given name
    "[武見]厚生労働大臣、[盛山]文部科学大臣、沖縄担当大臣",  # a place before a post
    "一村一品運動",  # an idiom
    "【[有田]委員】（[古谷]委員長代理）[星野]様、[岡野]先生の御意見",
]
AGAIN = [
    "[プーチン]大統領は訪中した。[プーチン]は演説した。",  # the bare surname
    "[ジョー・バイデン]大統領が来た。[バイデン]は帰った。",  # the last part of a full name
    "[吉川ゆうみ]外務大臣政務官が来た。[吉川ゆうみ]は帰った。",
    "[濵口道成]会長が来た。[濵口]会長は述べた。",  # a surname that Sudachi cuts in pieces
    "参考人　[五百籏頭礼]君\n次に、[五百籏頭]参考人、五百籏の",  # the same, no cue after the last
    "[佐藤正久]君　[佐藤]正副委員長",  # a surname that Sudachi knows stays alone
    "[福島瑞穂]議員が述べた。福島県の被災地を訪れた。",  # a prefecture, not the person
]
OF_ANY_MINISTRY = [
    "[ファキーフ]経済企画大臣と会談した。",  # a rare common word before a post that no list has
    "[グエン・スアン・クオン]農業農村開発大臣",  # a piece that is a proper noun of no told kind
    "[メアリー・サイモン]・カナダ総督を表敬した。",  # a body is named after a サイモン
    "[サダ]・エネルギー・工業大臣から説明を受けた。",  # the post's own katakana after a dot
    "[クマール]財務大臣、[シン]国防大臣",  # a word of organisations that is a surname, too
    "[アバシ]首相を表敬した。",  # a proper noun before the post of a government's head
    "[イムラン・カーン]党首と[ファニー・ニナ]市長",  # half common words, half names
    "[マティルド]王妃陛下、[眞子]内親王殿下、[アンリ]大公",  # royal posts
    "[西脇匠史]総監から説明があった。",  # a commandant
    "[楼継偉]財政部長と会談した。",  # a rarer Chinese surname
    "[唐一軍]省長を表敬した。",  # Sudachi cuts 一軍|省: the post begins after a whole name
    "[習]主席、[李]首相、[尹]大統領",  # surnames alone before heads of state
    "[ケイト・ブラウン]州知事とマト・グロッソ州知事",  # a given name before a state's governor
    "○[牧山ひろえ]君　質問します。\n○諸君",  # by the mark, whatever Sudachi makes of it
    "[酒井良]海上幕僚長が出席した。",  # Sudachi takes the post's first character for the name
    "[城島光力]財務大臣、[松山博文]ボリビア事務所長",  # words as given names
    "[小泉]内閣外務大臣、[若宮]万博担当大臣、[後藤]経済財政政策担当大臣",  # words of posts
    "[シャプタ]エネルギー大臣、[バフリル]エネルギー・鉱物資源大臣",  # Sudachi glues name and post
    "クリーンエネルギー大臣、サステナブルエネルギー大臣",  # the post's own words, glued
    "また、[さいとう健]経済産業大臣、[あべ俊子]文部科学大臣",  # surnames in hiragana
    "はやし立てる、みなと区、つくば市長、いわき市長",  # hiragana that is no surname
    "米大統領、独首相、両首相、全大統領、党主席",  # countries and words before them
    "コミュニティ開発大臣、メディア情報大臣、デジタル経済担当大臣",  # words of the post
    "クリーン・エネルギー大臣、クルド首相、ハマス首相",  # a post with a dot, peoples, bodies
    "一部のエンティティ・リストに掲載された。",  # half a name that stands alone is none
    "グーグルCEO、ルクセンブルク大公、政府参考人、各参考人",  # firms, countries, words
]
NOBODY = [
    "デジタル大臣とスポーツ庁長官が出席した。",  # common words before posts
    "アジア大洋州局長が議長を務めた。",  # a region
    "カリフォルニア州知事とサンフランシスコ市長が来た。",  # places
    "エネルギー担当相やサイバーセキュリティ担当大臣",
    "ノーベル平和賞とケネディ空港",  # another thing's name
    "グローバル・サウスの代表が参加した。",
    "天皇陛下と総理大臣が会った。",  # posts alone
    "前大臣、本委員、各大臣、両首相、同大統領",
    "江戸時代とソビエト時代に栄えた。",  # periods of places
    "スタッフさんとサッカー選手が参加した。",  # common words before familiar honorifics
    "サウジアラビア外務次官とアフリカ開発銀行総裁が来た。",
    "（講師）元国防長官が話した。",  # 元 is a Korean surname, too
    "ワーキンググループ座長とコーディネーター各氏",
    "百歩譲って認める。",  # a verb that looks like a name
    "毛沢東主義を掲げる。",  # a doctrine
    "成長率と器官の真相",  # words that end like posts
]
NAMES = (
    JAPANESE
    + MINUTES
    + FOREIGN
    + PRESS_RELEASES
    + REFERENCES
    + BOXES
    + ROSTERS
    + AGAIN
    + OF_ANY_MINISTRY
)


@pytest.mark.parametrize("text", NAMES + NOBODY)
def test_finds_names_and_nothing_else(text: str) -> None:
    assert marked(PEOPLE, text) == text


def test_scores_follow_the_evidence() -> None:
    """A name with a post is surer than a full name that stands alone."""
    with_post, alone = found(PEOPLE, "林芳正外務大臣が出席した。席上、岸田文雄が述べた。")
    assert with_post.score > alone.score


def test_goes_into_any_pipeline() -> None:
    """The factory is registered, in its name, for anybody's spaCy pipeline."""
    nlp = spacy.blank("ja")
    nlp.add_pipe("hokoku_people")
    (mention,) = proposals(nlp("岸田文雄総理大臣は演説した。"))
    assert (mention.start, mention.end, mention.label) == (0, 4, Label.PERSON)


def test_nothing_in_an_empty_doc() -> None:
    assert found(PEOPLE, "") == []


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="勝俣孝明君　 ・ァンー（）○氏大臣A.\n", max_size=40))
def test_spans_lie_in_the_text_without_white_space_at_their_edges(text: str) -> None:
    doc = sudachi()(plain(text))
    for mention in found(PEOPLE, doc.text):
        name = doc.text[mention.start : mention.end]
        assert name and name == name.strip()


# Surnames that Sudachi does not know as they are written.
RARE = [
    "[髙橋]委員が質問した。",
    "[神﨑]大臣と[濵田]防衛大臣が答えた。",
    "[𠮷田]局長、[大﨑]審議官が説明した。",  # the first outside the Basic Multilingual Plane
    "国際課長　[髙島]　担当者：[鈴木]、[佐藤]",  # in a contact box
]


@pytest.mark.parametrize("expected", RARE)
def test_rare_characters(ginza: Language, expected: str) -> None:
    text = plain(expected)
    [(_, doc)] = Segmenter(load_settings().segment, ginza).segment([report_of([text])])
    names = {text[m.start : m.end] for m in proposals(PEOPLE(doc)) if m.label is Label.PERSON}
    assert names == set(re.findall(r"\[(.+?)\]", expected))
