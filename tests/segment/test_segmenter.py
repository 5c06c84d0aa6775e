"""Reports become Docs whose text is the report's, whatever stands in them."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from pipeline.context import context, load_doc, save_doc
from pipeline.report import BlockKind
from pipeline.segment import Segmenter
from pipeline.settings import load_settings
from tests.reports import report_of


@pytest.fixture(scope="module")
def segmenter(ginza: Language) -> Segmenter:
    return Segmenter(load_settings().segment, ginza)


def test_a_heading_is_a_sentence_of_its_own(segmenter: Segmenter) -> None:
    report = report_of([(BlockKind.HEADING, "1 概観"), "ロシアは孤立していない。"])
    [(_, doc)] = segmenter.segment([report])
    assert [s.text for s in doc.sents if s.text.strip()] == ["1 概観", "ロシアは孤立していない。"]


def test_several_reports_keep_apart_and_in_order(segmenter: Segmenter) -> None:
    reports = [report_of(["一つ目。"], "a"), report_of([], "b"), report_of(["三つ目。"], "c")]
    made = list(segmenter.segment(reports))
    assert [(r.doc, d.text, context(d).doc) for r, d in made] == [
        ("a", "一つ目。", "a"),
        ("b", "", "b"),
        ("c", "三つ目。", "c"),
    ]


def test_bunsetsu_are_kept(segmenter: Segmenter) -> None:
    [(_, doc)] = segmenter.segment([report_of(["見出し", "大統領が訪日した。"])])
    assert [span.text for span in doc.spans["bunsetsu"]] == ["見出し", "大統領が", "訪日した。"]


def test_what_stands_twice_is_read_both_times(segmenter: Segmenter) -> None:
    # parsed once: a speaker's line, and the same heading in two chapters
    [(_, doc)] = segmenter.segment([report_of(["概観", "訪日した。", "概観", "訪日した。"])])
    assert [s.text for s in doc.sents if s.text.strip()] == ["概観", "訪日した。"] * 2
    assert [s.start_char for s in doc.spans["bunsetsu"]] == [0, 3, 9, 12]


def test_rare_characters_are_read_as_common_ones(segmenter: Segmenter) -> None:
    rare, plain = "塚﨑課長と𠮷田局長が訪日した。", "塚崎課長と吉田局長が訪日した。"
    (_, doc), (_, other) = segmenter.segment([report_of([rare]), report_of([plain])])
    assert doc.text == rare
    read = [
        [(t.idx, len(t), t.tag_, t.norm_, t.lemma_, t.dep_, t.head.i, t.is_sent_start) for t in d]
        for d in (doc, other)
    ]
    assert read[0] == read[1]
    for name, group in other.spans.items():
        same = doc.spans[name]
        assert [(s.start, s.end, s.label_) for s in same] == [
            (s.start, s.end, s.label_) for s in group
        ]
        assert same.attrs == group.attrs


def test_a_block_over_sudachis_limit(segmenter: Segmenter) -> None:
    # 60,000 bytes in one paragraph (ginza#242)
    [(_, doc)] = segmenter.segment([report_of(["日本国。" * 4200])])
    assert doc.text == "日本国。" * 4200


def test_a_doc_survives_the_disk(segmenter: Segmenter, tmp_path: Path) -> None:
    report = report_of([(BlockKind.HEADING, "2 会談"), "岸田総理大臣は訪米した。"])
    [(_, doc)] = segmenter.segment([report])
    save_doc(doc, tmp_path / "a.spacy")
    again = load_doc(tmp_path / "a.spacy")
    assert again.text == doc.text
    assert context(again) == context(doc)
    assert [t.tag_ for t in again] == [t.tag_ for t in doc]
    assert [t.head.i for t in again] == [t.head.i for t in doc]
    assert [s.text for s in again.spans["bunsetsu"]] == [s.text for s in doc.spans["bunsetsu"]]


# U+3000 alone, combining marks, ￣, surrogate-plane kanji, zero width (ginza#148, spaCy#5961)
_ODD = "日本国ア。「」（）　 ￣゙か\u3099\u200b𠮟a1Ａ\t²"


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(blocks=st.lists(st.text(alphabet=_ODD, min_size=1, max_size=30), max_size=4))
def test_the_docs_text_is_the_reports(segmenter: Segmenter, blocks: list[str]) -> None:
    report = report_of(blocks)
    [(_, doc)] = segmenter.segment([report])
    assert doc.text == report.text
