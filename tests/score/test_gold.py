"""Gold files are read strictly: what is wrong is named with its line."""

from pathlib import Path

import pytest

from pipeline.label import Label
from pipeline.score.gold import GoldError, Span, check_against, gold_docs, read_gold, write_gold

# (a gold file, what the error must say)
BROKEN = [
    # not JSON
    ("{start: 1}", "line 1: not JSON"),
    # a key is missing
    ('{"start": 0, "end": 2, "text": "日本"}', "line 1: needs start, end, label, text"),
    # a label that is none of the four
    ('{"start": 0, "end": 2, "label": "GPE", "text": "日本"}', "GPE"),
    # overlapping spans
    (
        '{"start": 0, "end": 2, "label": "COUNTRY", "text": "日本"}\n'
        '{"start": 1, "end": 3, "label": "ORG", "text": "本国"}',
        "overlap",
    ),
]


@pytest.mark.parametrize(("content", "says"), BROKEN)
def test_broken_gold(tmp_path: Path, content: str, says: str) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text(content, "utf-8")
    with pytest.raises(GoldError, match=says):
        read_gold(file)


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    spans = [Span(0, 2, Label.COUNTRY, "日本"), Span(3, 8, Label.DATE, "2023年", "2023")]
    write_gold(reversed(spans), tmp_path / "a" / "b.jsonl")
    assert read_gold(tmp_path / "a" / "b.jsonl") == spans
    assert gold_docs(tmp_path) == ["a/b"]


def test_a_span_must_stand_in_the_text() -> None:
    good = [Span(0, 9, Label.ORG, "日本国際フォーラム")]
    html = "<ruby>金正恩<rt>キムジョンウン</rt></ruby>、国連<wbr>総会"
    check_against([Span(6, 9, Label.PERSON, "金正恩")], html, Path("a"))
    check_against([Span(html.index("国"), len(html), Label.ORG, "国連総会")], html, Path("a"))
    check_against([Span(0, 11, Label.ORG, good[0].text)], "日本国際\n\nフォーラム", Path("a"))
    with pytest.raises(GoldError, match="should be '日本国際フォーラム'"):
        check_against(good, "独立国家共同体の会合", Path("a"))


def test_a_folder_without_gold(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="holds no ID.jsonl"):
        gold_docs(tmp_path)
    with pytest.raises(GoldError, match="no such folder"):
        gold_docs(tmp_path / "none")
