"""The typesetter: its markup, and that what is committed is what it sets."""

import pytest

from tests.typeset.catalogue import CATALOGUE
from tests.typeset.fonts import MissingFontsError, require_fonts
from tests.typeset.layout import PDFS, Layout
from tests.typeset.source import parse

_NAMES = [layout.name for layout in CATALOGUE]


@pytest.fixture(scope="module")
def fonts() -> None:
    try:
        require_fonts()
    except MissingFontsError as missing:
        pytest.skip(str(missing))


@pytest.mark.parametrize(
    ("source", "truth"),
    [
        ("# 概観", "概観\n"),  # a heading's sign is no part of it
        ("{尖|せん}{閣|かく}諸島", "尖閣諸島\n"),  # ruby leaves the text
        ("協定[^1]の\n[^1] 条約", "協定の\n1 条約\n"),  # a mark leaves it, a note keeps its number
        ("**5,013**人", "5,013人\n"),  # bold is only how it is set
        ("<アジア|ｱｼﾞｱ><|NUL>銀行", "アジア銀行\n"),  # what is typed otherwise than printed
        (
            "| 国 | 首都 |\n| 仏 |  |",
            "国\t首都\n仏\t\n",
        ),  # a table: a row a line, cells may be empty
        ("% 10 20\n本文", "本文\n"),  # nobody types out a chart's numbers
        ("; 注意\n@page-number 3\n\n本文", "本文\n"),  # remarks and asides are no text
    ],
)
def test_truth_of_markup(source: str, truth: str) -> None:
    assert parse(source).truth() == truth


def test_known_beside_the_text() -> None:
    known = parse("@running-head 総論\n協{定|てい}[^1]\n% 7\n| 国 |\n| 仏 |\n[^1] 注").known()
    assert known["blocks"] == [
        {"kind": "paragraph", "level": 0, "line": 1},
        {"kind": "table", "level": 0, "line": 2},
        {"kind": "footnote", "level": 0, "line": 4},  # the table takes two lines, the chart none
    ]
    assert known["ruby"] == [["定", "てい"]]
    assert known["marks"] == [{"mark": "1", "block": 0, "footnote": 2}]
    assert known["tables"] == [[["国"], ["仏"]]]
    assert known["charts"] == ["7"]
    assert known["asides"] == {"running-head": ["総論"]}


@pytest.mark.parametrize("layout", CATALOGUE, ids=_NAMES)
def test_committed_truth_is_what_is_set(layout: Layout) -> None:
    for path, text in layout.companions().items():
        assert path.read_text("utf-8") == text, f"run: python -m tests.typeset {layout.name}"


def test_no_layout_is_missing_and_none_left_over() -> None:
    expected = {layout.path for layout in CATALOGUE if not layout.specimen}
    assert set(PDFS.glob("*.pdf")) == expected
    assert len(_NAMES) == len(set(_NAMES))


@pytest.mark.usefixtures("fonts")
@pytest.mark.parametrize("layout", CATALOGUE, ids=_NAMES)
def test_setting_anew_gives_the_same_bytes(layout: Layout) -> None:
    same = layout.pdf() == layout.path.read_bytes()
    assert same, f"run: python -m tests.typeset {layout.name}"
