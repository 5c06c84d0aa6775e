"""What is a country, and which (ANNOTATION.md, COUNTRY)."""

import pytest

from tests.tag.countries.conftest import Find
from tests.tag.marking import marked, plain

NAMES = [
    # formal, short, colloquial, former, old spellings
    ("[ロシア連邦]と[ロシア]", "RUS RUS"),
    ("[米国]、[アメリカ]、[アメリカ合衆国]", "USA USA USA"),
    ("[朝鮮民主主義人民共和国]と[大韓民国]", "PRK KOR"),
    ("[グルジア]（現[ジョージア]）", "GEO GEO"),
    ("[ビルマ]と[ミャンマー]", "MMR MMR"),
    ("[スワジランド]と[エスワティニ]", "SWZ SWZ"),
    ("[マケドニア旧ユーゴスラビア共和国]", "MKD"),
    ("[ヴィエトナム]、[ヴェトナム]、[ベトナム]", "VNM VNM VNM"),
    ("[キルギスタン]と[キルギス共和国]", "KGZ KGZ"),
    ("[サウジ]と[南ア]", "SAU ZAF"),
    ("[亜米利加]、[英吉利]、[仏蘭西]、[独逸]、[露西亜]", "USA GBR FRA DEU RUS"),
    # with and without dots; one inside the other
    ("[トリニダード・トバゴ]と[トリニダードトバゴ]", "TTO TTO"),
    ("[パプアニューギニア]、[赤道ギニア]、[ギニアビサウ]、[ギニア]", "PNG GNQ GNB GIN"),
    ("[南スーダン]と[スーダン]、[ニジェール]と[ナイジェリア]", "SSD SDN NER NGA"),
    ("[コンゴ民主共和国]、[コンゴ（民）]、[コンゴ共和国]", "COD COD COG"),
    ("[ドミニカ共和国]と[ドミニカ国]", "DOM DMA"),
    ("[東ティモール]、[北マケドニア]、[中央アフリカ]", "TLS MKD CAF"),
    # past states by ISO 3166-3, コソボ
    ("旧[ソ連]、[東独]、[ユーゴスラビア]、[チェコスロバキア]", "SUHH DDDE YUCS CSHH"),
    ("[セルビア・モンテネグロ]、[コソボ]", "CSXX XKX"),
    ("[台湾]、[香港]、[マカオ]、[パレスチナ]", "TWN HKG MAC PSE"),
    # Latin letters, full width
    ("[UAE]、[ＵＡＥ]、[DRC]、[ROK]、[DPRK]", "ARE ARE COD KOR PRK"),
    ("[USA]、[U.S.]、[UK]、[NZ]、U-[Korea]構想", "USA USA GBR NZL KOR"),
    # in compounds that are no organisation
    ("[ロシア]側、[ロシア]産、[日本]企業、[日本]人", "RUS RUS JPN JPN"),
    ("[ロシア]化、[アルメニア]系住民、[米国]同時多発テロ", "RUS ARM USA"),
    ("[ロシア]・アフリカサミット、[ウクライナ]侵略", "RUS UKR"),
    ("[アフガン]駐留、[パナマ]運河、クール・[ジャパン]戦略", "AFG PAN JPN"),
    ("[ロシア][ウクライナ]戦争", "RUS UKR"),
    # 国 belongs to the next word, or to the name
    ("[日本国]憲法、[日本国]内閣総理大臣", "JPN JPN"),
    ("[日本]国内、[日本]国民、[日本]国際フォーラム", "JPN JPN JPN"),
    ("[イスラエル]国防軍、[モンゴル]国立大学", "ISR MNG"),
    # what stands behind can undo a name, and the more that follows, redo it
    ("[フィリピン]海軍とフィリピン海、[日本]海外協会と日本海", "PHL JPN"),
    # a person's name runs into the country of the office after it; without one it is no country
    ("サル[セネガル]大統領、ドゥヒール[コモロ]外相、マナロ[フィリピン]外務大臣", "SEN COM PHL"),
    ("カルペルー真相究明委員会とバハトルコ相談員", ""),
    # white space of the layout
    ("[アゼル\nバイジャン]の首都", "AZE"),
    ("[日　本]、[米　国]", "JPN USA"),
    ("[アゼル バイジャン]", "AZE"),
]
CHARACTERS = [
    ("[日][米][豪][印]、[日][中][韓]、[日][英][伊]", "JPN USA AUS IND JPN CHN KOR JPN GBR ITA"),
    ("[日][露]関係、[中][露]、[露][独]間", "JPN RUS CHN RUS RUS DEU"),
    ("[米][ロ]、[ロ][朝]首脳会談", "USA RUS RUS PRK"),
    ("対[露]制裁、訪[英]、駐[仏]大使、在[伯]邦人", "RUS GBR FRA BRA"),
    ("訪[日]した、来[日]する、在[日]外国人、滞[日]", "JPN JPN JPN JPN"),
    ("訪[米]中の首相、訪[日]中の外相", "USA JPN"),  # 中: during
    ("訪[日][中国]人", "JPN CHN"),
    ("[日]・[カザフスタン]外相会談、[日][ミャンマー]", "JPN KAZ JPN MMR"),
    ("第5回[日]EU・ICT、[日]ASEAN、[日]欧、[日][米]欧", "JPN JPN JPN JPN USA"),
    ("[英]首相、[独]外相、[仏]国防相、[豪]政府、[米]大統領", "GBR DEU FRA AUS USA"),
    ("[米]国防長官、[米]国務省、[英]国防省、[韓]国防相", "USA USA GBR KOR"),
    ("[米]兵、[米]憲兵隊、[米]側、[日]系企業", "USA USA USA JPN"),
    ("[米]中間選挙と[米][中]間の対立、[米]中央情報局", "USA USA CHN USA"),
    ("[日][中]関係、[日][中]国交正常化、[日][中]双方", "JPN CHN JPN CHN JPN CHN"),
    ("[中国]は。[日][中]の懸案", "CHN JPN CHN"),  # the text is one of China
    ("全[米]、親[日]、反[米]、知[日]派", "USA JPN USA JPN"),
    ("[日]・[米]・[韓]、[米]、[英]、[仏]の3か国", "JPN USA KOR USA GBR FRA"),
    ("（[日][米][英][仏][独][伊][加]）", "JPN USA GBR FRA DEU ITA CAN"),
    ("[米]マイクロソフト社、[独]フォルクスワーゲン、[英]BP", "USA DEU GBR"),
    ("[英国]は。[英]は参加し、[英]経済界も（[英]）", "GBR GBR GBR GBR"),  # named whole before
    ("[日][独][印][伯]、[日]・[比]外相", "JPN DEU IND BRA JPN PHL"),
    ("[日][比]関係、[日][越]、[日][墨]、[日][蒙]", "JPN PHL JPN VNM JPN MEX JPN MNG"),
    # whose minister it is; the heading of a visit; who went there
    ("[独]のレットゲン環境大臣、[伊]のグリッ\nリ経済財政大臣", "DEU ITA"),
    ("１．[仏]（３月14日～15日）\n・[伯]（５月３日）", "FRA BRA"),
    ("渡[伯]して、離[独]し、帰[米]した", "BRA DEU USA"),
    ("[日][ソ]、[米][ソ]冷戦、[印][パ]関係、[英][米]法", "JPN SUHH USA SUHH IND PAK GBR USA"),
]  # fmt: skip


@pytest.mark.parametrize(("expected", "codes"), NAMES + CHARACTERS)
def test_countries(countries: Find, expected: str, codes: str) -> None:
    text = plain(expected)
    found = countries(text)
    assert marked(text, found) == expected
    assert " ".join(m.value for m in found) == codes
