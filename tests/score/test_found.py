"""What was found is told in the offsets that gold counts in, whatever that is."""

from pathlib import Path

import pytest

from pipeline.report import Media, Report
from pipeline.score.found import Yardstick, found_records, found_spans
from pipeline.score.gold import GoldError
from tests.reports import report_of
from tests.score.tables import put

SOURCE = "＊岸田総理は\r\n訪米した。"


def _report(tmp_path: Path, media: Media = Media.TEXT) -> Report:
    """A report whose source has a sign more at its start than its reading text."""
    report = report_of(["岸田総理は訪米した。"])
    report.source_map = [run._replace(source=run.source + 1) for run in report.source_map]
    report.media_type, report.source = media, str(tmp_path / "test.txt")
    return report


def test_gold_of_a_text_counts_in_its_source(tmp_path: Path) -> None:
    report = _report(tmp_path)
    (tmp_path / "test.txt").write_bytes(SOURCE.encode())
    yardstick = Yardstick(report, tmp_path / "gold")
    database = put(report, [("岸田", "PERSON")], tmp_path)
    assert yardstick.text == SOURCE
    assert [(s.start, s.end) for s in found_spans(database, "test", yardstick)] == [(1, 3)]


@pytest.mark.parametrize("media", [Media.PDF, Media.DOCX, Media.TEXT])
def test_gold_counts_in_the_text_beside_it(tmp_path: Path, media: Media) -> None:
    report, gold = _report(tmp_path, media), tmp_path / "gold"
    gold.mkdir()
    (gold / "test.txt").write_bytes("令和六年\r\n岸田総理は訪米した。".encode())
    yardstick = Yardstick(report, gold)
    database = put(report, [("岸田", "PERSON")], tmp_path)
    assert [(s.start, s.end) for s in found_spans(database, "test", yardstick)] == [(6, 8)]
    [turn] = found_records(database, "test", yardstick)["statements"]
    assert (turn["source_start"], turn["source_end"]) == ("6", "16")


def test_what_gold_counts_in_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match=r"test.txt: not there; gold counts in this file"):
        Yardstick(_report(tmp_path), tmp_path / "gold")
    with pytest.raises(GoldError, match=r"gold/test.txt: not there; gold of a PDF or a Word"):
        Yardstick(_report(tmp_path, Media.PDF), tmp_path / "gold")
