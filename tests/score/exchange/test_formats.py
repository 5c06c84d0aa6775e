"""What goes out to a labelling tool comes back as it was, 𠮟 included."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.label import Label
from pipeline.score.exchange.formats import FORMATS, Labelled
from pipeline.score.exchange.utf16 import Utf16
from pipeline.score.gold import GoldError, Span

TEXT = "𠮟る人、日本国際\n\nフォーラムは2023年に𡈽井氏と会う。"


def _span(text: str, label: Label, value: str = "") -> Span:
    start = TEXT.index(text)
    return Span(start, start + len(text), label, text, value)


REPORT = Labelled(
    "2023/対話",
    TEXT,
    [
        _span("日本国際\n\nフォーラム", Label.ORG),
        _span("2023年", Label.DATE, "2023"),
        _span("𡈽井", Label.PERSON),
    ],
)


@pytest.mark.parametrize("tool", FORMATS)
def test_round_trip(tool: str) -> None:
    assert list(FORMATS[tool].load(FORMATS[tool].dump([REPORT]))) == [REPORT]


def test_offsets_go_out_as_the_tool_counts() -> None:
    [line] = FORMATS["doccano"].dump([REPORT]).splitlines()
    start, end, label = json.loads(line)["label"][2]
    in_utf16 = TEXT.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")
    assert (in_utf16, label) == ("𡈽井", "PERSON")


def test_an_unknown_label_is_refused() -> None:
    content = json.dumps({"doc": "a", "text": "日本", "label": [[0, 2, "GPE"]]})
    with pytest.raises(GoldError, match="GPE at 0"):
        list(FORMATS["doccano"].load(content))


@given(st.text(max_size=20))
def test_offsets_convert_both_ways(text: str) -> None:
    at = Utf16(text)
    for point in range(len(text) + 1):
        assert at.point(at.units(point)) == point
        assert at.units(point) == len(text[:point].encode("utf-16-le", "surrogatepass")) // 2
