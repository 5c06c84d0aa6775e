"""The roll of a report: mentions of one person merged, only where one candidate remains."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from pipeline.mention import Label, Mention
from pipeline.record.people.appointments import appointment
from pipeline.record.people.names import fullest, is_short_of, is_spelling_of, same
from pipeline.record.people.offices import Office, office
from pipeline.record.people.posts import Posts
from pipeline.record.reading import Reading
from pipeline.record.tables import Row

_INITIAL = re.compile(r"（[\u3400-\u9fff]）(?=君|委員|議員|国務大臣)")
_SURNAME = "人名-姓"
_ARMED = re.compile(r"幕僚長|参謀|司令官|[大中少准][将佐尉]|[陸海空]将")


@dataclass(slots=True)
class Person:
    """One individual of a report; `mentions` are in order of the text."""

    name: str
    titles: list[str] = field(default_factory=list)
    affiliation: str = ""
    country: str = ""
    mentions: list[Mention] = field(default_factory=list)
    offices: list[Office] = field(default_factory=list)

    @property
    def title(self) -> str:
        """The titles as the table has them."""
        return ";".join(self.titles)


@dataclass(slots=True)
class _Form:
    """All mentions of one spelling of a name (and, where that parts two people, one post)."""

    name: str
    surname: str
    mentions: list[Mention]
    offices: list[Office]
    appointments: list[Office]

    @property
    def titles(self) -> set[str]:
        return {title for told in self.offices for title in told.titles}


def people(reading: Reading, posts: Posts) -> list[Person]:
    """The people of the report in order of the text, without their countries."""
    forms = _forms(reading, posts)
    merged: dict[int, list[_Form]] = {}
    for form in forms:
        merged.setdefault(id(_root(form, forms)), []).append(form)
    roll = [_person(group, reading) for group in merged.values()]
    return sorted(roll, key=lambda person: person.mentions[0].start)


def person_rows(doc: str, roll: Iterable[Person]) -> list[Row]:
    """A row for each person."""
    return [
        [
            doc,
            number,
            p.name,
            p.title,
            p.affiliation,
            p.country,
            len(p.mentions),
            p.mentions[0].start,
        ]
        for number, p in enumerate(roll, 1)
    ]


def _forms(reading: Reading, posts: Posts) -> list[_Form]:
    forms: list[_Form] = []
    for mention in reading.mentions:
        if mention.label is not Label.PERSON:
            continue
        name = reading.name(mention) + _initial(reading, mention)
        here = office(reading, mention, posts)
        later = appointment(reading, mention, max(here.end, mention.end), posts)
        known = next((form for form in forms if same(form.name, name)), None)
        if known is None:
            known = _Form(name, "", [], [], [])
            forms.append(known)
        known.surname = known.surname or _surname(reading, mention)
        known.mentions.append(mention)
        known.offices.append(here)
        if later is not None:
            known.appointments.append(later)
    return forms


def _initial(reading: Reading, mention: Mention) -> str:
    """The first character of a given name in brackets, by which minutes part namesakes."""
    match = _INITIAL.match(reading.text, mention.end)
    return match.group() if match else ""


def _surname(reading: Reading, mention: Mention) -> str:
    """The surname of a Japanese name, where white space or the dictionary parts it.

    岸田 is one by itself, so that 岸 is not short for it.
    """
    written = reading.text[mention.start : mention.end].split()
    if len(written) == 2:
        return written[0]
    span = reading.doc.char_span(mention.start, mention.end)
    if span is not None and span[0].tag_.endswith(_SURNAME):
        return str(span[0].text)
    return ""


def _root(form: _Form, forms: list[_Form]) -> _Form:
    """The fullest form of the person; the form itself where none or several could be it."""
    longer = [other for other in forms if _may_be(form, other)]
    fullest = [a for a in longer if not any(_may_be(a, b) for b in longer)]
    if len(fullest) > 1 and form.titles:
        fullest = [other for other in fullest if other.titles & form.titles]
    return _root(fullest[0], forms) if len(fullest) == 1 else form


def _may_be(short: _Form, full: _Form) -> bool:
    if short is full or short.name == full.name:
        return False
    if is_short_of(short.name, full.name, full.surname):
        return not _of_other_callings(short, full)
    return is_spelling_of(short.name, full.name)


def _of_other_callings(short: _Form, full: _Form) -> bool:
    """河野外務大臣 is not 河野克俊統合幕僚長: one of them serves under arms."""
    return bool(short.titles and full.titles) and _armed(short) != _armed(full)


def _armed(form: _Form) -> bool:
    return any(_ARMED.search(title) for title in form.titles)


def _person(group: list[_Form], reading: Reading) -> Person:
    name = fullest(form.name for form in group)
    told = sorted(
        ((m, o) for form in group for m, o in zip(form.mentions, form.offices, strict=True)),
        key=lambda pair: pair[0].start,
    )
    offices = [office for _, office in told]
    held = [*offices, *(office for form in group for office in form.appointments)]
    organisation = next((o.organisation for o in held if o.organisation), None)
    return Person(
        name,
        _titles(held),
        reading.name(organisation) if organisation else "",
        "",
        [mention for mention, _ in told],
        offices,
    )


def _titles(offices: Iterable[Office]) -> list[str]:
    """Each distinct post once, in its fullest form, in order of appearance."""
    titles: list[str] = []
    for title in (title for told in offices for title in told.titles):
        if any(known.endswith(title) for known in titles):
            continue
        titles = [title if title.endswith(known) else known for known in titles]
        if title not in titles:
            titles.append(title)
    return titles
