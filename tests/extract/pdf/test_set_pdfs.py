"""Every set PDF of tests/pdfs, read and compared with what the typesetter knows of it."""

import json
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from pipeline.extract.builder import unaccounted
from pipeline.report import AsideKind, BlockKind, Report
from tests.extract.pdf.reading import PDFS, bare, lost, prose, read

NAMES = sorted(path.stem for path in PDFS.glob("*.pdf"))


@cache
def known(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((PDFS / f"{name}.json").read_text("utf-8"))
    return loaded


@cache
def report_of(name: str) -> Report:
    password = known(name).get("password")
    return read(Path(PDFS / f"{name}.pdf"), passwords=[password] if password else [])


def truth_of(name: str) -> str:
    lines = (PDFS / f"{name}.truth.txt").read_text("utf-8").splitlines()
    return "\n".join(line.strip(" ") for line in lines)


def asides(name: str, kind: AsideKind) -> list[str]:
    return [aside.text for aside in report_of(name).asides if aside.kind is kind]


@pytest.mark.parametrize("name", NAMES)
def test_every_sentence_is_whole(name: str) -> None:
    assert lost(truth_of(name), report_of(name)) == []


@pytest.mark.parametrize("name", NAMES)
def test_text_is_nearly_the_truth(name: str) -> None:
    similarity = SequenceMatcher(None, truth_of(name), prose(report_of(name)), autojunk=False)
    assert similarity.ratio() >= 0.995


@pytest.mark.parametrize("name", NAMES)
def test_blocks_have_their_kinds_and_levels(name: str) -> None:
    blocks = [block for block in report_of(name).blocks if block.kind is not BlockKind.CHART]
    expected = [(block["kind"], block["level"]) for block in known(name)["blocks"]]
    assert [(block.kind.value, block.level) for block in blocks] == expected


@pytest.mark.parametrize("name", NAMES)
def test_ruby_is_kept_with_its_base(name: str) -> None:
    report = report_of(name)
    found = [
        [report.text[aside.base_start : aside.base_end], aside.text]
        for aside in report.asides
        if aside.kind is AsideKind.RUBY
    ]
    assert sorted(found) == sorted(known(name)["ruby"])


@pytest.mark.parametrize("name", NAMES)
def test_marks_point_to_their_footnotes(name: str) -> None:
    report = report_of(name)
    found = [
        (aside.text, report.blocks[aside.target].kind, report.text[aside.at : aside.at + 1])
        for aside in report.asides
        if aside.kind is AsideKind.FOOTNOTE_MARK
    ]
    assert sorted(mark for mark, _, _ in found) == sorted(m["mark"] for m in known(name)["marks"])
    assert all(kind is BlockKind.FOOTNOTE for _, kind, _ in found)


@pytest.mark.parametrize("name", NAMES)
def test_tables_keep_their_cells(name: str) -> None:
    assert [table.rows for table in report_of(name).tables] == known(name)["tables"]


@pytest.mark.parametrize("name", NAMES)
def test_heads_numbers_and_tabs_are_set_aside(name: str) -> None:
    for kind, texts in known(name)["asides"].items():
        found = {bare(text) for text in asides(name, AsideKind(kind))}
        assert found == {bare(text) for text in texts}


@pytest.mark.parametrize("name", NAMES)
def test_problems_are_said(name: str) -> None:
    expected = {p["code"] for p in known(name).get("problems", []) if p["code"] != "needs-password"}
    found = {p.code for p in report_of(name).problems if p.code != "vertical"}
    assert found == expected


@pytest.mark.parametrize("name", NAMES)
def test_every_source_character_is_accounted_for(name: str) -> None:
    assert unaccounted(report_of(name)) == []


@pytest.mark.parametrize("name", NAMES)
def test_text_comes_from_the_source(name: str) -> None:
    report = report_of(name)
    glyphs = report.glyphs
    if glyphs is None or not report.text:
        return
    mapped = [(c, report.origin(i)) for i, c in enumerate(report.text)]
    same = [glyphs.text[origin] == char for char, origin in mapped if origin is not None]
    joined = [char for char, origin in mapped if origin is None]
    # Mended characters differ from the source; what joining adds is white (or a ligature's end).
    assert sum(same) > 0.8 * len(same)
    assert all(char.isspace() for char in joined)
