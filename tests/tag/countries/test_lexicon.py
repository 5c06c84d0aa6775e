"""The lexicon of countries is whole, and every row proves itself."""

from pathlib import Path
from typing import Any

import pytest
from babel import Locale
from babel.core import get_global
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.lexicon import LexiconError, parts, read_rows
from pipeline.paths import configs
from pipeline.tag.countries.lexicon import read_country_lexicon
from tests.tag.countries.conftest import Find
from tests.tag.marking import plain

FOLDER = configs() / "lexicon"
COUNTRIES = read_rows(FOLDER / "countries.csv", ["code", "name", "english", "names"])
WORDS = read_rows(FOLDER / "country_words.csv", ["word", "example", "not"])
COMPOUNDS = read_rows(FOLDER / "country_compounds.csv", ["pattern", "example", "not"])
NAMED = [(row["code"], name) for row in COUNTRIES for name in [row["name"], *parts(row["names"])]]
LATIN = [
    (row["code"], name) for row in COUNTRIES for name in [row["english"], *parts(row["latin"])]
]
FRAMES = ["{}を訪問した。", "駐{}大使", "{}、", "対{}政策", "（{}）", "は{}の", "「{}」", "{}側"]
NO_ALPHA_3 = {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"}


def marks(marked: str) -> set[tuple[int, str]]:
    """Where brackets stand in a marked text, and round what."""
    found, at = set(), 0
    for piece in marked.split("]"):
        text, _, name = piece.rpartition("[")
        at += len(text)
        if "[" in piece:
            found.add((at, name))
        at += len(name)
    return found


def proves(countries: Find, row: dict[str, str]) -> None:
    for example in parts(row["example"]):
        found = {(m.start, plain(example)[m.start : m.end]) for m in countries(plain(example))}
        assert marks(example) <= found, example
    for example in parts(row["not"]):
        found = {(m.start, plain(example)[m.start : m.end]) for m in countries(plain(example))}
        assert not marks(example) & found, example


@pytest.mark.parametrize("rows", [COUNTRIES, WORDS, COMPOUNDS], ids=["names", "words", "compounds"])
def test_every_row_proves_itself(countries: Find, rows: list[dict[str, str]]) -> None:
    for row in rows:
        assert row["example"] or row["not"], row
        proves(countries, row)


def test_every_entry_of_iso_3166_is_there() -> None:
    aliases: dict[str, Any] = dict(get_global("territory_aliases"))
    alpha_3 = {
        new[0]: old
        for old, new in aliases.items()
        if len(old) == 3 and old.isalpha() and len(new) == 1
    }
    territories = {code for code in map(str, Locale("ja").territories) if len(code) == 2}
    missing = territories - NO_ALPHA_3 - {"XK"} - set(alpha_3)
    assert not missing
    codes = {row["code"] for row in COUNTRIES}
    wanted = {alpha_3[code] for code in territories - NO_ALPHA_3 - {"XK"}} | {"XKX", "SUHH"}
    assert len([code for code in codes if len(code) == 3]) == 250  # 249 entries of ISO 3166-1, XKX
    assert wanted - codes <= {"ZAR", "TMP", "DDR", "BUR", "YMD", "FXX"}  # withdrawn alpha-3


def test_no_name_stands_for_two_countries() -> None:
    names = [name for _, name in NAMED]
    assert sorted({name for name in names if names.count(name) > 1}) == []


def test_cldr_calls_them_so_too() -> None:
    """The short names of CLDR, but for its brackets and Hong Kong's and Macao's full titles."""
    known = read_country_lexicon(FOLDER).words
    ours = {name for name in Locale("ja").territories.values() if name in known}
    assert len(ours) > 230


@given(st.sampled_from(NAMED), st.sampled_from(FRAMES))
@settings(max_examples=400, deadline=None)
def test_every_country_in_every_name(countries: Find, named: tuple[str, str], frame: str) -> None:
    code, name = named
    text = frame.format(name)
    found = [(text[m.start : m.end], m.value) for m in countries(text)]
    assert found == [(name, code)]


@given(st.sampled_from(NAMED))
@settings(max_examples=150, deadline=None)
def test_names_broken_by_layout(countries: Find, named: tuple[str, str]) -> None:
    """A name of three characters or more may be cut by a line break within a block."""
    code, name = named
    if len(name) < 3:
        return
    text = f"{name[:2]} {name[2:]}を訪問した。"
    assert [m.value for m in countries(text)] == [code]


@pytest.mark.parametrize(("code", "name"), LATIN)
def test_names_in_latin_letters(countries: Find, code: str, name: str) -> None:
    assert [m.value for m in countries(f"{name}は、")] == [code]


def test_a_wrong_row_is_named(tmp_path: Path) -> None:
    for file in ("countries.csv", "country_compounds.csv"):
        (tmp_path / file).write_bytes((FOLDER / file).read_bytes())
    (tmp_path / "country_words.csv").write_text("word,code\n[某]国人,\n", "utf-8")
    with pytest.raises(LexiconError, match=r"country_words\.csv.*某"):
        read_country_lexicon(tmp_path)
