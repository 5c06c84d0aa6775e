"""Agreement of two annotators."""

from pathlib import Path

import pytest

from pipeline.label import Label
from pipeline.score.agree import agreement
from pipeline.score.gold import GoldError, Span, write_gold

COUNTRY = [Span(0, 2, Label.COUNTRY, "日本")]
BOTH = [*COUNTRY, Span(5, 7, Label.PERSON, "岸田")]


def _folders(tmp_path: Path, one: list[Span], other: list[Span]) -> tuple[Path, Path]:
    write_gold(one, tmp_path / "one" / "a.jsonl")
    write_gold(other, tmp_path / "other" / "a.jsonl")
    return tmp_path / "one", tmp_path / "other"


def test_of_one_mind(tmp_path: Path) -> None:
    rows = agreement(*_folders(tmp_path, BOTH, BOTH))
    assert all((row.counts.f1, row.kappa) == (1, 1) for row in rows)


def test_what_one_missed(tmp_path: Path) -> None:
    rows = {row.label: row for row in agreement(*_folders(tmp_path, BOTH, COUNTRY))}
    assert rows[Label.COUNTRY].counts.f1 == 1
    assert rows[Label.PERSON].counts.f1 == 0
    assert rows[None].counts.f1 == pytest.approx(2 / 3)
    # seven characters, alike on five; by chance (2·2 + 3·5 + 2·0) / 49
    assert rows[None].kappa == pytest.approx((5 / 7 - 19 / 49) / (1 - 19 / 49))


def test_no_report_in_common(tmp_path: Path) -> None:
    one, _ = _folders(tmp_path, BOTH, BOTH)
    write_gold(BOTH, tmp_path / "third" / "b.jsonl")
    with pytest.raises(GoldError, match="no report in common"):
        agreement(one, tmp_path / "third")
