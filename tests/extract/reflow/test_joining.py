"""Lines that a typist or a program wrapped become whole paragraphs."""

import re
from pathlib import Path

import pytest

from pipeline.extract.builder import unaccounted
from pipeline.extract.reflow.lines import columns
from pipeline.report import BlockKind
from tests.extract.reading import blocks, read_text, texts

P, H = BlockKind.PARAGRAPH, BlockKind.HEADING

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
