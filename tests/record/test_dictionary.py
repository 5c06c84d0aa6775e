"""docs/tables.md tells of every table, column, and view."""

import re
from pathlib import Path

import pytest

from pipeline.record.tables import IN_DATABASE, Table

_ROOT = Path(__file__).parents[2]
_TOLD = (_ROOT / "docs" / "tables.md").read_text("utf-8")
_VIEWS = (_ROOT / "pipeline" / "record" / "write" / "views.sql").read_text("utf-8")


@pytest.mark.parametrize("table", IN_DATABASE, ids=lambda table: table.name)
def test_every_column_is_told(table: Table) -> None:
    sections = [f"## {section}" for section in _TOLD.split("\n## ")[1:]]
    place = r"^\| {}" if table.linking else r"^## .*\b{}\b"
    section = next(s for s in sections if re.search(place.format(table.name), s, re.MULTILINE))
    for column in table.header:
        assert re.search(rf"\|[^|]*\b{column}\b[^|]*\|", section), column


@pytest.mark.parametrize("view", re.findall(r"CREATE VIEW (\w+)", _VIEWS))
def test_every_view_is_told(view: str) -> None:
    assert f"| {view} |" in _TOLD
