"""Cells of a table: where one entry ends and the next begins."""

import pytest

from pipeline.extract.pdf.cells import entries
from tests.extract.pdf.glyphs import line

CELLS = [
    (["旭川市", "士別市"], 30, ["旭川市", "士別市"]),  # two ems of white
    (["①", "②"], 30, ["①", "②"]),  # numbers are no letters
    (["北", "海", "道"], 30, ["北海道"]),  # a word set one letter a line
    (["北海道の", "開発"], 16, ["北海道の開発"]),  # lines of one entry
    (["北海道の", "開発"], 22, ["北海道の開発"]),  # set loosely
]


@pytest.mark.parametrize(("texts", "pitch", "expected"), CELLS)
def test_entries(texts: list[str], pitch: int, expected: list[str]) -> None:
    lines = [line(text, 0, pitch * row) for row, text in enumerate(texts)]
    assert ["".join(part.text for part in entry) for entry in entries(lines)] == expected
