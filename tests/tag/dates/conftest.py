"""The date finder with the project's own lexicon, once a session."""

from collections.abc import Callable

import pytest

from pipeline.mention import Label, Mention
from pipeline.paths import configs
from pipeline.tag.dates.component import DateFinder
from tests.tag.marking import found_by, report_doc

Find = Callable[..., list[Mention]]


@pytest.fixture(scope="session")
def dates() -> Find:
    """`dates(text, date="", covers="")`: the dates found in a report of that date."""
    finder = DateFinder(configs() / "lexicon")

    def find(text: str, date: str = "", covers: str = "") -> list[Mention]:
        return found_by(finder, report_doc(text, date, covers), Label.DATE)

    return find
