"""Proposals of one span and label become one candidate."""

import pytest

from pipeline.mention import Label, Mention
from pipeline.tag.resolver.merge import merged

# (text, span, trimmed)
EDGES = [
    # quotes and brackets stay outside
    ("「ワグネル」の", (0, 6), "ワグネル"),
    # white space too
    ("　岸田 ", (0, 4), "岸田"),
    # a bracket that closes inside the span belongs to it
    ("令和5年3月14日（金）", (0, 12), "令和5年3月14日（金）"),
    # one that was opened before it does not
    ("（NATO）", (1, 6), "NATO"),
]


@pytest.mark.parametrize(("text", "span", "trimmed"), EDGES)
def test_edges(text: str, span: tuple[int, int], trimmed: str) -> None:
    [candidate] = merged([Mention(*span, Label.ORG)], text)
    assert text[candidate.start : candidate.end] == trimmed


def test_brackets_alone_are_nothing() -> None:
    assert merged([Mention(0, 2, Label.ORG)], "「」") == []


def test_finders_that_agree_are_surer_and_both_named() -> None:
    found = [
        Mention(0, 2, Label.COUNTRY, "", "learned", 0.6),
        Mention(0, 2, Label.COUNTRY, "JPN", "countries", 0.9),
    ]
    [candidate] = merged(found, "日本")
    assert (candidate.value, candidate.found_by) == ("JPN", "countries+learned")
    assert candidate.score == pytest.approx(1 - 0.4 * 0.1)


def test_a_finder_that_says_it_twice_is_no_surer() -> None:
    found = [Mention(0, 2, Label.PERSON, "", "people", 0.6)] * 2
    [candidate] = merged(found, "岸田")
    assert candidate.score == pytest.approx(0.6)
