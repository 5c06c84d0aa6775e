"""Each disagreement is told once, with its kind."""

import pytest

from pipeline.label import Label
from pipeline.score.errors import errors
from pipeline.score.gold import Span

TEXT = "岸田総理大臣は2023年に訪米した。"
KISHIDA = Span(0, 2, Label.PERSON, "岸田")
YEAR = Span(7, 12, Label.DATE, "2023年", "2023")

# (gold, found, kinds)
CASES = [
    # agreement is no error
    ([KISHIDA], [KISHIDA], []),
    # in gold only
    ([KISHIDA], [], ["missed"]),
    # found only
    ([], [KISHIDA], ["spurious"]),
    # another end
    ([KISHIDA], [Span(0, 6, Label.PERSON, "岸田総理大臣")], ["bounds"]),
    # another label
    ([KISHIDA], [Span(0, 2, Label.ORG, "岸田")], ["label"]),
    # another value
    ([YEAR], [Span(7, 12, Label.DATE, "2023年", "2024")], ["value"]),
]


@pytest.mark.parametrize(("gold", "found", "kinds"), CASES)
def test_kinds(gold: list[Span], found: list[Span], kinds: list[str]) -> None:
    assert [error.kind for error in errors("a", gold, found, TEXT, 5)] == kinds


def test_the_context_marks_the_span() -> None:
    [error] = errors("a", [YEAR], [], TEXT, 4)
    assert error.context == "総理大臣は【2023年】に訪米し"[1:]
