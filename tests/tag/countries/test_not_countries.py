"""What no country is, though it holds a country's name or character (ANNOTATION.md: Not)."""

import pytest

from tests.tag.countries.conftest import Find

NOT_COUNTRIES = {
    "regions and waters": (
        "欧米|北米|南米|中南米|中米諸国|米州|中欧|東欧|西欧|中東|中央アジア|日本海|東シナ海|南シナ海|台湾海峡|インド洋|"
        "インド太平洋|インドシナ|朝鮮半島|韓半島|ラテンアメリカ|中央アメリカ|北アメリカ|アメリカ大陸|ペルシャ湾|メキシコ湾|"
        "フィリピン海|ヨルダン川西岸|ニジェール川|モザンビーク海峡|英仏海峡|日本海溝|東日本|西日本"
    ),
    "parts of countries": (
        "中国地方|中国山地|中国自動車道|中国四国|ニューメキシコ州|ニュージャージー州|ジョージア州|北アイルランド|西オーストラリア州|"
        "対馬|伊豆|印西市|加古川|米沢市|日比谷公園|日本橋|中越地震|新潟県中越|台東区|西日暮里"
    ),
    "languages": "日本語|ロシア語|英語|仏語|独語|中国語|ウクライナ語話者|和英辞典|英会話",
    "currencies": (
        "米ドル|豪ドル|加ドル|英ポンド|香港ドル|台湾ドル|カナダドル|スイスフラン|ロシアルーブル|インドルピー|タイバーツ|"
        "韓国ウォン|トルコリラ|メキシコペソ|人民元|US$100|HK$20"
    ),
    "common words": (
        "印象|独自|豪雨|仏教|中央|中心|中止|独立|単独|独占|印刷|英知|英断|露出|暴露|伊達|加盟|加速|参加国会議|中小企業|比較|"
        "西側諸国|西洋|台風|舞台|港湾|星座|乗馬|電波|朝食|早朝|日常|日程|日付|米価|米飯|コメの米|米の生産|備蓄米|精米|玄米|"
        "仏像|豪華|富豪|強豪|英雄|印鑑|調印|消印|越境|画伯|啓蒙|亜鉛|葡萄|墨汁|安泰|鈴蘭|対比|豪快|披露|吐露|英気|伊勢|紀伊"
    ),
    "time": (
        "日ごろ|一日中|休日中|同日中に|日中の気温|日中、気温が上がった|日中活動|会期中|期間中|世界中|今年中|本会期中国政に|本日|"
        "翌日|毎日|3日、|二十日に|10日朝|今日朝から"
    ),
    "names of people and companies": (
        "伊藤大臣|伊波洋一君|中西祐介君|米倉氏|英子|豪太|日馬富士|桂米朝|朝日新聞|日産自動車|日銀|伊集院|朝倉氏|加藤君|台場|星野氏"
    ),
    "words that sound alike": (
        "タイプ|タイミング|タイトル|タイ記録|マリファナ|マリオ|アルバイト|アルバム|チャイナタウン|アメリカンフットボール|"
        "イタリアン|ブラジリアン|インディアン|ジブリ|ペルソナ|カタログ|トルコ石|コモロジー|ネクタイ|パナソニック|ホウレンソウ"
    ),
    "Latin letters": "PNG形式|USB|NZXT|IT|EU|North America|Latin America|New Mexico|AUKUS",
    "words before の, and headings of other things": (
        "独の技|加の値|伊の字のつくタイトル大臣|１．米（こめ）の需給|・米（１月の在庫）|西のアフリカ担当大臣|中のエネルギー大臣"
    ),
    "others": "中華料理|中華街|朝鮮|クレムリン|一帯一路|邦人|国内|自国|両国|我が国|日本脳炎",
}
PHRASES = [phrase for phrases in NOT_COUNTRIES.values() for phrase in phrases.split("|")]


@pytest.mark.parametrize("sentence", ["{}", "これは{}である。", "（{}）", "政府は、{}を示した。"])
def test_no_country(countries: Find, sentence: str) -> None:
    """One test a frame, so that the whole list of failures shows at once."""
    texts = [sentence.format(phrase) for phrase in PHRASES]
    found = {text: [text[m.start : m.end] for m in countries(text)] for text in texts}
    assert {text: spans for text, spans in found.items() if spans} == {}


def test_the_list_is_long() -> None:
    assert len(set(PHRASES)) >= 200
