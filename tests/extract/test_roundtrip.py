"""Nothing is lost: every character of a source is in the text or kept beside it."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from pipeline.extract.builder import unaccounted
from pipeline.extract.decode import Decoded
from pipeline.extract.html import read_html
from pipeline.extract.text import read_text
from pipeline.report import Media, Report
from tests.extract.reading import read, words_set_aside, wrongly_mapped

ENCODINGS = (
    "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp932", "euc_jp", "iso2022_jp"
)  # fmt: skip


def read_string(source: str) -> Report:
    report = Report("x", "x.txt", Media.TEXT, "")
    return read_text(Decoded(source, "utf-8", []), report)


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("folder", ["labelled", "unlabelled"])
def test_shared_reports_in_every_encoding(
    folder: str, encoding: str, shared: Path, tmp_path: Path
) -> None:
    for original in sorted((shared / folder).glob("*.txt")):
        data = original.read_bytes().decode().encode(encoding, "ignore")
        source = data.decode(encoding)
        file = tmp_path / original.name
        file.write_bytes(data)
        report = read(file)
        assert report.encoding == encoding, original.name
        assert report.source_length == len(source)
        assert not unaccounted(report), original.name
        assert not list(wrongly_mapped(report, source)), original.name
        assert words_set_aside(report) == ""


def test_no_character_is_in_the_text_twice(shared: Path) -> None:
    for original in sorted((shared / "labelled").glob("*.txt")):
        report = read(original)
        taken = Counter(
            place
            for run in report.source_map
            for place in range(run.source, run.source + run.length)
        )
        assert set(taken.values()) <= {1}, original.name


# ruff: noqa: E501
# What the rules look at, so that random texts meet them all.
FRAGMENTS = st.sampled_from(
    [
        "日本は、", "外務大臣", "した。", "\n", "\r\n", "\n\n", "\f", " ", "　", "　　", "1 ", "(1) ", "ア ",
        "（イ）", "① ", "・", "○委員長（山田君）　", "【林大臣】", "¹", "1 注記", "^{にほん}", "（にほん）", "《ほん》",
        "｜", "日 時：", "令和 6 年", "12", "――――", "\ue010", "\u200b", "\0", "〈注〉", "（写真提供：内閣）", "NATO ",
        "勝俣　孝明君　　　　辻　　清人君", "「", "」", "（", "）", "\u2028", "\x85", "𠮷", "\ufeff",
    ]
)  # fmt: skip


@given(st.lists(FRAGMENTS, max_size=40).map("".join))
@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@example("日本は\f¹\n1 注記")
def test_any_text(source: str) -> None:
    report = read_string(source)
    assert not unaccounted(report)
    assert not list(wrongly_mapped(report, source))
    assert words_set_aside(report) == ""
    assert report.text == "\n".join(report.text[b.start : b.end] for b in report.blocks)
    for aside in report.asides:
        assert 0 <= aside.at <= len(report.text)
        assert aside.base_end <= len(report.text)


TAGS = st.sampled_from(
    ["<p>", "</p>", "<div>", "</div>", "<h2>", "</h2>", "<ul><li>", "</ul>", "<br>", "<ruby>", "<rt>",
     "</ruby>", "<sup>1</sup>", "<table><tr><td>", "<td>", "<tr><td>", "</table>", "<dl><dt>", "<dd>",
     "&amp;", "&#x6771;", "&nbsp;", "&", "<", "<!-- x -->", "<script>var a;</script>", "<nav>", "</nav>",
     "<pre>", "</pre>", "<b>", "</b>"]
)  # fmt: skip


@given(st.lists(st.one_of(TAGS, FRAGMENTS), max_size=40).map("".join))
@example("<ruby>北京<rt></ruby>")
@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_any_page(source: str) -> None:
    report = Report("x", "x.html", Media.HTML, "")
    read_html(Decoded(source, "utf-8", []), report)
    assert not unaccounted(report)
    assert words_set_aside(report) == ""
    starts = [element.start for element in report.elements]
    assert starts == sorted(starts)
    for start, origin, length in report.source_map:  # a reference stands for a character
        for offset in range(length):
            there = source[origin + offset]
            assert there in {report.text[start + offset], "&"} or there.isspace()
