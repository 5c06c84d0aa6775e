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
    lines = [line for line in _TOLD.splitlines() if line.startswith(("|", "#"))]
    about = [line for line in lines if re.search(rf"\b{table.name}\b", line)]
    assert about
    section = _TOLD[_TOLD.index(about[0]) :]
    for column in table.header:
        assert re.search(rf"\|[^|]*\b{column}\b[^|]*\|", section), column


@pytest.mark.parametrize("view", re.findall(r"CREATE VIEW (\w+)", _VIEWS))
def test_every_view_is_told(view: str) -> None:
    assert f"| {view} |" in _TOLD
