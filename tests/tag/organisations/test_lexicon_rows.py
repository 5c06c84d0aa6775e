"""Every row of the lexicon files that people and organisations read proves itself."""

from collections.abc import Iterator

import pytest

from pipeline.lexicon import parts, read_rows
from pipeline.paths import configs
from pipeline.tag.organisations.component import OrganisationFinder
from pipeline.tag.people.component import PeopleFinder
from tests.tag.people.finding import Finder, found, marks, plain

LEXICON = configs() / "lexicon"
PEOPLE, ORGANISATIONS = PeopleFinder(LEXICON), OrganisationFinder(LEXICON)
FILES: dict[str, Finder] = {
    "name_cues": PEOPLE,
    "foreign_surnames": PEOPLE,
    "persons": PEOPLE,
    "org_suffixes": ORGANISATIONS,
    "org_words": ORGANISATIONS,
    "organisations": ORGANISATIONS,
}
KEYS = {
    "name_cues": "cue",
    "foreign_surnames": "surname",
    "persons": "name",
    "org_suffixes": "suffix",
    "org_words": "word",
    "organisations": "name",
}


def examples(file: str, column: str) -> Iterator[str]:
    for row in read_rows(LEXICON / f"{file}.csv", [KEYS[file], "example", "not"]):
        yield from parts(row[column])


@pytest.mark.parametrize("file", FILES)
def test_examples_are_found(file: str) -> None:
    missed = [
        example
        for example in examples(file, "example")
        if not set(marks(example)) <= _spans(FILES[file], example)
    ]
    assert missed == []


@pytest.mark.parametrize("file", FILES)
def test_counterexamples_are_not_found(file: str) -> None:
    wrong = [
        example
        for example in examples(file, "not")
        if set(marks(example)) & _spans(FILES[file], example)
    ]
    assert wrong == []


def _spans(finder: Finder, example: str) -> set[tuple[int, int]]:
    return {(mention.start, mention.end) for mention in found(finder, plain(example))}
