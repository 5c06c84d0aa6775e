"""A user's TOML overrides what it names; what is wrong in it is refused in one line."""

from pathlib import Path

import pytest

from pipeline.settings import SettingsError, load_settings

# (a user's file, what the one line must say)
REFUSED = [
    # an unknown key, with the nearest valid one
    ("[tag]\ntreshold = 0.4", "tag.treshold: no such setting; did you mean tag.threshold?"),
    # an unknown section
    ("[tags]\nthreshold = 0.4", "tags: no such setting; did you mean tag?"),
    # a setting without its section, or in another
    ("threshold = 0.4", "threshold: no such setting; did you mean tag.threshold?"),
    ("[run]\nthreshold = 0.4", "run.threshold: no such setting; did you mean tag.threshold?"),
    # nothing of the kind
    ("[tag]\nqqq = 1", "tag.qqq: no such setting; "),
    # a value where a section belongs
    ("tag = 3", "tag: is a section, [tag], not 3"),
    # a wrong type
    ('[run]\nworkers = "two"', "run.workers: Input should be a valid integer, not 'two'"),
    # a whole number is no text
    ("[segment]\nmodel = 5", "segment.model"),
    # a value out of bounds
    ("[tag]\nthreshold = 1.5", "tag.threshold: Input should be less than or equal to 1"),
    # a value outside the closed list
    (
        '[segment]\nner = "spacy"',
        "segment.ner: Input should be 'learned', 'ginza', 'both' or 'none'",
    ),
    # a table where a value belongs
    ("[tag.threshold]\nx = 1", "tag.threshold"),
    # no TOML at all
    ("threshold 0.4", "not valid TOML"),
]


@pytest.mark.parametrize(("content", "says"), REFUSED)
def test_refused_in_one_line(tmp_path: Path, content: str, says: str) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(content, "utf-8")
    with pytest.raises(SettingsError) as error:
        load_settings(file)
    assert says in str(error.value)
    assert str(file) in str(error.value)
    assert "\n" not in str(error.value)


def test_what_is_named_is_overridden_and_the_rest_stays(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text('[tag]\nthreshold = 0.8\n[tag.ginza_labels]\nAirport = "ORG"\n', "utf-8-sig")
    chosen, default = load_settings(file), load_settings()
    assert chosen.tag.threshold == 0.8
    assert chosen.tag.ginza_labels == default.tag.ginza_labels | {"Airport": "ORG"}
    assert chosen.extract == default.extract


def test_a_missing_file_is_named_with_its_nearest(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text("")
    with pytest.raises(SettingsError, match=r"mime.toml: no such .*did you mean .*mine.toml\?"):
        load_settings(tmp_path / "mime.toml")
