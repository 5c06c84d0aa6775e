"""Ruby: which line a reading stands over."""

import pytest

from pipeline.extract.pdf.ruby import lines_with_ruby
from tests.extract.pdf.glyphs import line


@pytest.mark.parametrize(
    ("text", "white", "bases"),
    [
        ("希少な資源", 0.0, ["希少"]),
        ("希少な資源", 3.5, ["希少"]),  # type with high boxes: more white between
        ("希少な資源", 4.5, []),  # too far up: a line of its own
        ("（（（（（", 0.0, []),  # nothing that can be read
    ],
)
def test_readings_stand_over_their_bases(text: str, white: float, bases: list[str]) -> None:
    lines = lines_with_ruby([line("きしょう", 0, 15 - white, size=5), line(text, 0, 20)])
    rubies = [ruby for found in lines for ruby in found.rubies]
    assert ["".join(glyph.char for glyph in ruby.base) for ruby in rubies] == bases
    assert len(lines) == (1 if bases else 2)
