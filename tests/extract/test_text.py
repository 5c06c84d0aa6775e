"""Plain text: whole paragraphs, and the kinds of what stands between them."""

import re
from pathlib import Path

import pytest

from pipeline.extract.builder import unaccounted
from pipeline.extract.reflow.lines import columns
from pipeline.report import AsideKind, BlockKind, Report
from tests.extract.reading import asides, blocks, read, read_text, texts

P, H, LI = BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LIST_ITEM

# Wrapped at 20 full-width characters, as a typist would.
WRAPPED = [
    "　太平洋島嶼国は広大な排他的経済水域を有",
    "し、日本にとって海上輸送路と水産資源の両",
    "面で欠かせない隣人である。日本は、PALMを",
    "三年ごとに開いてきた。",
    "　本年七月には東京で第十回の会合が開催さ",
    "れ、総理大臣が共同議長を務めた。",
]
WHOLE = [
    "太平洋島嶼国は広大な排他的経済水域を有し、日本にとって海上輸送路と水産資源の両面で欠かせない"
    "隣人である。日本は、PALMを三年ごとに開いてきた。",
    "本年七月には東京で第十回の会合が開催され、総理大臣が共同議長を務めた。",
]


@pytest.mark.parametrize(
    "between",
    ["\n", "\r\n", "\n\n", " \n\n", "\n \n"],
    ids=["plain", "crlf", "blank after every line", "trailing spaces", "blanks with a space"],
)
def test_wrapped_lines_are_joined(between: str, tmp_path: Path) -> None:
    report = read_text(between.join(WRAPPED), tmp_path)
    assert texts(report, P) == WHOLE
    assert not unaccounted(report)


def wrapped(paragraph: str, margin: int) -> list[str]:
    """A paragraph in indented lines of so many columns, none beginning with 。."""
    lines = ["　"]
    for unit in re.findall(r"[!-~]+|.", paragraph):
        if columns(lines[-1] + unit) > margin and unit not in "、。）」ー":
            opening = re.search("[（「]*$", lines[-1])
            assert opening is not None
            lines[-1] = lines[-1][: opening.start()]
            lines.append(opening.group())
        lines[-1] += unit
    return lines


PARAGRAPHS = [
    *WHOLE,
    "日本は、2023年2月10日、首都アピアに「太平洋気候変動センター（PCCC）」を設け、19の国と地域の行政官"
    "を受け入れた。センターは、データの共有、研修の実施、早期警報の三つを柱とする。サモアのマタアファ"
    "首相は、これを「島々の未来への投資」と評価し、2025年までに500名を育てる方針を示した。",
    "アフガニスタン、ウズベキスタン、カザフスタンなど、内陸の国々との協力も始まった。",
]


@pytest.mark.parametrize("between", ["\n", "\n\n"], ids=["plain", "blank after every line"])
@pytest.mark.parametrize("margin", range(36, 104, 4))
def test_any_margin(margin: int, between: str, tmp_path: Path) -> None:
    lines = [line for paragraph in PARAGRAPHS for line in wrapped(paragraph, margin)]
    report = read_text(between.join(["1 概観", *lines, "2 結び", *lines]), tmp_path)
    assert texts(report, P) == PARAGRAPHS * 2
    assert texts(report, H) == ["1 概観", "2 結び"]


def test_a_page_break_inside_a_sentence_is_no_end(tmp_path: Path) -> None:
    report = read_text("\n".join([*WRAPPED[:2], "\f" + WRAPPED[2], *WRAPPED[3:]]), tmp_path)
    assert texts(report, P) == WHOLE
    assert [page.number for page in report.pages] == [1, 2]


def test_an_occasional_joined_line_does_no_harm(tmp_path: Path) -> None:
    lines = [WRAPPED[0] + WRAPPED[1], *WRAPPED[2:], *WRAPPED]
    assert texts(read_text("\n".join(lines), tmp_path), P) == WHOLE * 2


def test_latin_words_join_with_a_space(tmp_path: Path) -> None:
    lines = [
        "　この文書は、北大西洋条約機構（North Atlantic",
        "Treaty Organization）と日本との協力について述べる",
        "ものであり、双方の外務当局がこれを確認している。",
    ]
    (text,) = texts(read_text("\n".join(lines), tmp_path), P)
    assert "North Atlantic Treaty Organization）と日本" in text


def test_english_paragraphs(tmp_path: Path) -> None:
    lines = [
        "Joint Statement",
        "The Prime Minister of Japan and the Prime Minister of Samoa met in",
        "Tokyo on 17 July 2024 and discussed the future of the Pacific islands",
        "region. They welcomed the progress made since the last meeting.",
        "",
        "They confirmed the importance of a free and open Indo-Pacific, and of",
        "the rule of law.",
    ]
    report = read_text("\n".join(lines), tmp_path)
    assert texts(report, H) == lines[:1]
    assert texts(report, P) == [" ".join(lines[1:4]), " ".join(lines[5:])]


def test_whole_paragraphs_stay_as_they_are(tmp_path: Path) -> None:
    lines = [
        "　EUは、1999年12月に「電子署名に関する指令」を発出した。",
        "　また、電子署名を認定する条件を挙げており、EU加盟諸国はこの指令に合わせて、2001年7月まで"
        "に各国の関係法令を整備する必要がある。",
        "5)eEurope計画",
        "　欧州委員会は、1999年12月のヘルシンキEUサミットで、この計画について発表した。",
    ]
    found = blocks(read_text("\n".join(lines), tmp_path))
    assert found == list(zip([P, P, H, P], [line.strip() for line in lines], strict=True))


CUT = "日本は、二国間の協力を進めている。八月には外務大臣政務官が訪問し、ムフ"
REST = "リッディン外相と会談し、関係の強化について議論した。"


@pytest.mark.parametrize(
    ("between", "kinds"),
    [
        ([], []),  # a page's end leaves nothing but a break
        (["日・キルギス首脳会談（11月20日、東京 写真提供：内閣広報室）"], [BlockKind.CAPTION]),
        (["8"], []),  # a page number
        (["- 12 -", "\ue010\ue011"], []),  # a page number and glyphs of a private font
        (["※1 以下同じ。"], [BlockKind.NOTE]),
        (["図表1-2 会談の推移"], [BlockKind.CAPTION]),
        (["会談する両外相"], [BlockKind.CAPTION]),  # a caption that nothing marks as one
    ],
)
def test_a_cut_sentence_is_whole_and_what_cut_it_follows(
    between: list[str], kinds: list[BlockKind], tmp_path: Path
) -> None:
    lines = ["1 中央アジア", CUT, *between, REST, "九月には、これに続く会合が開かれた。"]
    report = read_text("\n\n".join(lines), tmp_path)
    whole = [(H, lines[0]), (P, CUT + REST)]
    assert blocks(report)[:2] == whole
    assert [kind for kind, _ in blocks(report)[2:-1]] == kinds
    assert not unaccounted(report)


def test_footnotes_that_cut_a_sentence(tmp_path: Path) -> None:
    lines = [
        "2 安全保障",
        "日本は、新たな条約（START）¹の効力を重視している。欧州理事会²は",
        "1 START : Strategic Arms Reduction Treaty",
        "2 欧州連合の首脳による会議。詳細については外務省ホームページ参照：",
        "<https://www.example.go.jp/eu.html>",
        "ジョージアに対してEU加盟候補国の地位を付与することを決定した。",
    ]
    report = read_text("\n\n".join(lines), tmp_path)
    assert texts(report, P) == [
        "日本は、新たな条約（START）の効力を重視している。欧州理事会は"
        "ジョージアに対してEU加盟候補国の地位を付与することを決定した。"
    ]
    assert texts(report, BlockKind.FOOTNOTE) == [lines[2], lines[3] + lines[4]]
    marks = [a for a in report.asides if a.kind is AsideKind.FOOTNOTE_MARK]
    targets = [report.blocks[mark.target] for mark in marks]
    assert [report.text[b.start : b.start + 7] for b in targets] == ["1 START", "2 欧州連合の"]


def test_a_heading_ends_a_sentence_that_lost_its_end(tmp_path: Path) -> None:
    lines = [CUT, "(2) 中央アジア諸国", "中央アジアは重要である。"]
    found = blocks(read_text("\n\n".join(lines), tmp_path))
    assert found == [(P, CUT), (H, lines[1]), (P, lines[2])]


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


MINUTES = """\
令和六年七月三十日（火曜日）
　　　午後一時開会
　　　　─────────────
　　出席者は左のとおり。
　　　　委員長　　　　　　　　　小野田紀美君
　　　　　　　　　　　　　　　　高橋はるみ君
　　　　　　　　　　　　　　　　森　まさこ君
　　　国務大臣
　　　　　　　外務大臣　　　　　上川　陽子君
　　　　　　　防衛装備庁プロ
　　　　　　　ジェクト管理部
　　　　　　　長　　　　　　　　片山　泰介君
　　本日の会議に付した案件
○外交、防衛等に関する調査
○沖縄・北方問題の対策に
　関する調査
　（在沖縄米軍事件の通報事案、防衛省・自衛隊
　の不適切事案に関する件）

○委員長（小野田紀美君）　ただいまから会議を開きます。
　委員の異動について御報告いたします。
　　　　〔「異議なし」と呼ぶ者あり〕

○岩屋国務大臣　お答えします。
"""


def test_minutes_of_the_diet(tmp_path: Path) -> None:
    report = read_text(MINUTES, tmp_path)
    assert texts(report, BlockKind.SPEAKER) == ["○委員長（小野田紀美君）", "○岩屋国務大臣"]
    assert texts(report, P)[1:] == [
        "ただいまから会議を開きます。",
        "委員の異動について御報告いたします。",
        "〔「異議なし」と呼ぶ者あり〕",
        "お答えします。",
    ]
    assert "○沖縄・北方問題の対策に関する調査" in texts(report, LI)
    names = "委員長　　　　　　　　　小野田紀美君"
    post = "防衛装備庁プロジェクト管理部長　　　　　　　　片山　泰介君"  # too long for its column
    assert {names, post, "高橋はるみ君", "森　まさこ君"} <= set(texts(report, LI))
    assert any("防衛省・自衛隊の不適切事案" in text for _, text in blocks(report))
    assert asides(report, AsideKind.MARKUP) == ["─────────────"]
    assert not unaccounted(report)


def test_turns_that_a_press_conference_marks_with_brackets(tmp_path: Path) -> None:
    lines = ["【毎日新聞　田中記者】日露関係について伺います。", "【林外務大臣】お答えします。"]
    report = read_text("\n".join(lines), tmp_path)
    assert texts(report, BlockKind.SPEAKER) == ["【毎日新聞　田中記者】", "【林外務大臣】"]
    report = read_text("【参考】関連する資料は次のとおりである。", tmp_path)
    assert texts(report, BlockKind.SPEAKER) == []


PAGES = [
    "諸外国の政策",
    "　米国は、2022年に国家安全保障戦略を公表し",
    "た。日米安全保障協議委員会が開催され、林",
    "45",
    "諸外国の政策",
    "外務大臣、浜田防衛大臣、オースティン国防",
    "長官が出席した（注１）。この会合は二年ぶ",
    "りである。",
    "（注１）第３部第２章を参照。",
    "46",
    "諸外国の政策",
    "　中国は、台湾の周辺での軍事活動を活発に",
    "している。",
]


def test_running_heads_and_notes_between_pages(tmp_path: Path) -> None:
    report = read_text("\n".join(PAGES), tmp_path)
    assert texts(report, P) == [
        "米国は、2022年に国家安全保障戦略を公表した。日米安全保障協議委員会が開催され、林外務大臣、"
        "浜田防衛大臣、オースティン国防長官が出席した。この会合は二年ぶりである。",
        "中国は、台湾の周辺での軍事活動を活発にしている。",
    ]
    assert texts(report, H) == ["諸外国の政策"]  # the first can be the title
    assert asides(report, AsideKind.RUNNING_HEAD) == ["諸外国の政策"] * 2
    assert asides(report, AsideKind.PAGE_NUMBER) == ["45", "46"]
    (mark,) = (aside for aside in report.asides if aside.kind is AsideKind.FOOTNOTE_MARK)
    assert (mark.text, report.blocks[mark.target].kind) == ("（注１）", BlockKind.FOOTNOTE)


NOTICE = """\
                                      文科初第123号
                                      令和5年6月7日
各都道府県知事　殿
              外国人児童生徒の受入れ（通知）
　このたび、外国人児童生徒の受入れの方針を下記のと
おり定めましたので、通知します。域内の学校に周知さ
れるようお願いします。各位の御協力をお願い申し上げ
ます。
１　留意事項
（１）日本語の指導を充実すること。ウクライナから避
　　難した児童に配慮すること。
　ア　国際交流協会
　イ　自治体国際化協会
（問合せ先）国際教育課
"""


def test_an_official_notice(tmp_path: Path) -> None:
    report = read_text(NOTICE, tmp_path)
    assert (report.title, report.date) == ("外国人児童生徒の受入れ（通知）", "2023-06-07")
    assert texts(report, BlockKind.FIELD)[0] == "文科初第123号"
    assert texts(report, H) == ["外国人児童生徒の受入れ（通知）", "１　留意事項"]
    assert texts(report, LI) == [
        "（１）日本語の指導を充実すること。ウクライナから避難した児童に配慮すること。",
        "ア　国際交流協会",
        "イ　自治体国際化協会",
    ]


def test_names_of_those_present_are_no_headings(tmp_path: Path) -> None:
    lines = ["有識者会議", "（委員）", "青木　節子　慶應義塾大学教授", "阿部　克則　学習院大学教授"]
    report = read_text("\n".join([*lines, "○田中委員  台湾への依存が高い。"]), tmp_path)
    assert texts(report, LI) == lines[2:]
    assert texts(report, BlockKind.SPEAKER) == ["○田中委員"]


OUTLINE = """\
外交の報告

1 概観
世界は変動している。
2 各国
(1) 情勢
ア 内政
選挙が行われた。
1 外政
対話が続いた。
経済
成長が見られた。
(2) 関係
貿易が伸びた。
3 結び
協力を進める。
コラム
対話の歩み
二十年を迎えた。
"""


def test_headings_make_a_tree(tmp_path: Path) -> None:
    report = read_text(OUTLINE, tmp_path)
    found = {}
    for block in report.blocks:
        text = report.text[block.start : block.end]
        if block.kind is H:
            parent = report.blocks[block.section] if block.section >= 0 else None
            found[text] = report.text[parent.start : parent.end] if parent else ""
    assert found == {
        "外交の報告": "",
        "1 概観": "外交の報告",
        "2 各国": "外交の報告",
        "(1) 情勢": "2 各国",
        "ア 内政": "(1) 情勢",
        "1 外政": "(1) 情勢",  # イ, misread
        "経済": "(1) 情勢",  # ウ, lost
        "(2) 関係": "2 各国",
        "3 結び": "外交の報告",
        "コラム": "外交の報告",
        "対話の歩み": "外交の報告",
    }


def test_the_specimen_of_this_project() -> None:
    report: Report = read(Path(__file__).parents[2] / "raw" / "pacific-dialogue-4.txt")
    assert len(texts(report, BlockKind.SPEAKER)) >= 4
    assert all(text.endswith(("。", "」")) for text in texts(report, P))
    assert not unaccounted(report)
