"""The organisations of a report: a full name and its abbreviation are one."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from pipeline.mention import Label
from pipeline.record.places import plain
from pipeline.record.reading import Reading
from pipeline.record.tables import Row

_LEARNED = "hokoku_abbreviations"


@dataclass(slots=True)
class Organisation:
    """An organisation with the abbreviation that the report gives it, and where it is named."""

    name: str
    abbreviation: str = ""
    country: str = ""
    starts: list[int] = field(default_factory=list)


def organisations(reading: Reading) -> list[Organisation]:
    """The organisations in order of the text.

    北大西洋条約機構（NATO） and a later NATO are one, named by the full name.
    """
    pairs = {(plain(full), plain(short)) for full, short in reading.doc.user_data.get(_LEARNED, [])}
    full_of = {short: full for full, short in sorted(pairs)}
    short_of = {full: short for short, full in full_of.items()}
    known: dict[str, Organisation] = {}
    for mention in reading.mentions:
        if mention.label is not Label.ORG:
            continue
        surface = reading.name(mention)
        name = full_of.get(surface, surface)
        organisation = known.setdefault(name, Organisation(name, short_of.get(name, "")))
        organisation.country = organisation.country or mention.value
        organisation.starts.append(mention.start)
    return list(known.values())


def organisation_rows(doc: str, listed: Iterable[Organisation]) -> list[Row]:
    """A row for each organisation."""
    return [
        [doc, number, o.name, o.abbreviation, o.country, len(o.starts), o.starts[0]]
        for number, o in enumerate(listed, 1)
    ]
