"""Reports go out to be labelled, and come back as gold."""

from pathlib import Path

import pytest

from pipeline.label import Label
from pipeline.report import Media, Report, Status
from pipeline.score.exchange import export_gold, import_gold
from pipeline.score.found import Yardstick
from pipeline.score.gold import GoldError, Span, read_gold, write_gold
from tests.reports import report_of
from tests.score.tables import put

TEXT = "岸田総理は訪米した。"


def _pdf(doc: str) -> Report:
    report = report_of([TEXT], doc)
    report.media_type = Media.PDF
    return report


def test_a_pdf_without_gold_goes_out_with_its_reading_text(tmp_path: Path) -> None:
    put(_pdf("青書"), [("岸田", "PERSON"), ("米", "COUNTRY")], tmp_path)
    file, gold = tmp_path / "out.jsonl", tmp_path / "gold"
    assert export_gold("doccano", ["青書"], gold, tmp_path, file) == 1
    assert import_gold("doccano", file, gold) == ["青書"]
    spans = read_gold(gold / "青書.jsonl")
    assert [(s.start, s.end, s.label) for s in spans] == [(0, 2, "PERSON"), (6, 7, "COUNTRY")]
    assert Yardstick(_pdf("青書"), gold).text == TEXT


def test_a_report_with_gold_goes_out_with_it(tmp_path: Path) -> None:
    put(_pdf("青書"), [("岸田", "PERSON")], tmp_path)
    file, gold = tmp_path / "out.json", tmp_path / "gold"
    write_gold([Span(2, 4, Label.ORG, "総理")], gold / "青書.jsonl")
    (gold / "青書.txt").write_text(TEXT, "utf-8")
    export_gold("label-studio", ["青書"], gold, tmp_path, file)
    import_gold("label-studio", file, tmp_path / "again")
    assert read_gold(tmp_path / "again" / "青書.jsonl") == read_gold(gold / "青書.jsonl")


def test_all_that_could_be_read_go_out(tmp_path: Path) -> None:
    put(_pdf("青書"), [], tmp_path)
    broken = _pdf("白書")
    broken.status = Status.FAILED
    put(broken, [], tmp_path)
    file = tmp_path / "out.jsonl"
    assert export_gold("doccano", [], tmp_path / "gold", tmp_path, file) == 1
    assert export_gold("doccano", ["青書", "青書"], tmp_path / "gold", tmp_path, file) == 1
    with pytest.raises(GoldError, match="白書: nothing of it below"):
        export_gold("doccano", ["白書"], tmp_path / "gold", tmp_path, file)


def test_a_report_labelled_twice_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "in.jsonl"
    file.write_text('{"doc": "a", "text": "日本", "label": []}\n' * 2, "utf-8")
    with pytest.raises(GoldError, match="holds a 2 times"):
        import_gold("doccano", file, tmp_path / "gold")
