"""The plain tables: sentences and mentions, and the countries and dates that are mentioned."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from pipeline.edtf import bounds
from pipeline.mention import Label, Mention
from pipeline.record.countries import CountryName
from pipeline.record.places import Places, plain
from pipeline.record.reading import Reading
from pipeline.record.tables import Row
from pipeline.report import Report


def sentence_rows(report: Report, places: Places, reading: Reading) -> list[Row]:
    """A row for each sentence."""
    return [
        [
            report.doc,
            number,
            *places.place(start, end),
            str(reading.kind_at(start)),
            plain(report.text[start:end]),
        ]
        for number, (start, end) in enumerate(reading.sentences, 1)
    ]


def mention_rows(
    report: Report, places: Places, reading: Reading
) -> tuple[list[Row], list[list[int]]]:
    """A row for each mention, or each piece of one; and, for each mention, its rows' numbers."""
    rows: list[Row] = []
    numbers: list[list[int]] = []
    for mention in reading.mentions:
        numbers.append([])
        for start, end in places.pieces(mention.start, mention.end):
            number = len(rows) + 1
            numbers[-1].append(number)
            rows.append(
                [
                    report.doc,
                    number,
                    reading.sentence_at(start) + 1,
                    *places.place(start, end),
                    *places.box(start, end),
                    str(mention.label),
                    plain(report.text[start:end]),
                    mention.value,
                    mention.found_by,
                    round(mention.score, 4),
                    mention.basis,
                ]
            )
    return rows, numbers


def country_rows(doc: str, found: Iterable[Mention], names: Mapping[str, CountryName]) -> list[Row]:
    """A row for each country, in order of the text; `names` are its short names by code."""
    rows: list[Row] = []
    for code, starts in _starts_by_value(found, Label.COUNTRY).items():
        name = names.get(code)
        japanese, english = (name.japanese, name.english) if name else (code, "")
        rows.append([doc, code, japanese, len(starts), starts[0], english])
    return rows


def date_rows(doc: str, found: Iterable[Mention]) -> list[Row]:
    """A row for each date that has a value, in order of the text."""
    return [
        [doc, value, *bounds(value), len(starts), starts[0]]
        for value, starts in _starts_by_value(found, Label.DATE).items()
    ]


def _starts_by_value(found: Iterable[Mention], label: Label) -> dict[str, list[int]]:
    starts: dict[str, list[int]] = defaultdict(list)
    for mention in found:
        if mention.label is label and mention.value:
            starts[mention.value].append(mention.start)
    return starts
