"""The country finder with the project's own lexicon, once a session."""

from collections.abc import Callable

import pytest

from pipeline.mention import Label, Mention
from pipeline.paths import configs
from pipeline.tag.countries.component import CountryFinder
from tests.tag.marking import found_by, report_doc

Find = Callable[[str], list[Mention]]


@pytest.fixture(scope="session")
def countries() -> Find:
    """`countries(text)`: the countries found in a report with that text."""
    finder = CountryFinder(configs() / "lexicon")

    def find(text: str) -> list[Mention]:
        return found_by(finder, report_doc(text), Label.COUNTRY)

    return find
