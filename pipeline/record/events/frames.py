"""A cue with what its sentence tells of it: date, those who take part, places."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from pipeline.mention import Label, Mention
from pipeline.record.events.actors import Actor, Role, actors
from pipeline.record.events.clauses import Sentence
from pipeline.record.events.cues import Cue
from pipeline.record.events.event import Event
from pipeline.record.people import Person
from pipeline.record.reading import Reading

# What follows a date that says when: 3月、 9月20日に 2月の; not 2019年に引き続き, 2023年2回目.
_TEMPORAL = re.compile(
    r"(?:頃|中|末)?(?:[（(][^）)]*[）)])?"
    r"(?:に(?!引き続|続|比|おけ|つい|向|予定|延期)|、|の|から|より|は|も|，|にも|開催)"
)
_RANGE = re.compile(r"(?:（[^）]*）)?(?:から|～|〜|－|-|―)")
_ASIDE = re.compile(r"[」』]?[（(]([^（）()]*)[）)]")


@dataclass(slots=True)
class Frame:
    """One cue of a sentence; `segment` is the stretch that speaks of it alone."""

    cue: Cue
    sentence: tuple[int, int]
    segment: tuple[int, int]
    actors: list[Actor]
    date: str = ""
    own_date: bool = False
    aside: list[Mention] = field(default_factory=list)

    def people(self, *roles: Role) -> list[Person]:
        """The people in one of the roles, in order."""
        return [a.person for a in self.actors if a.person is not None and a.role in roles]

    def named(self, label: Label, *roles: Role) -> list[Mention]:
        """The countries or organisations in one of the roles."""
        return [a.mention for a in self.actors if a.mention.label is label and a.role in roles]

    def compound(self, label: Label) -> list[Mention]:
        """Those that the cue's compound holds: 日・カザフスタン外相会談."""
        return [
            a.mention
            for a in self.actors
            if a.mention.label is label and self.cue.left <= a.mention.start < self.cue.end
        ]

    def event(
        self,
        date: str,
        people: list[Person],
        countries: set[str],
        bodies: list[str],
    ) -> Event:
        """The event that the frame tells of."""
        start, end = self.sentence
        return Event(self.cue.type, start, end, date, people, countries, bodies)


def frames(
    reading: Reading, people: dict[int, Person], sentence: Sentence, cues: Iterable[Cue]
) -> list[Frame]:
    """A frame for each cue of a sentence."""
    found: list[Frame] = []
    for cue in cues:
        start = sentence.clause(cue.start)[0]
        if found and found[-1].cue.end > start and sentence.in_series(found[-1].cue.end):
            start = found[-1].cue.end
        frame = Frame(
            cue,
            (sentence.start, sentence.end),
            (start, cue.end),
            actors(reading, people, start, cue.end),
        )
        aside = _ASIDE.match(reading.text, cue.end)
        if aside:
            frame.aside = list(reading.within(aside.start(1), aside.end(1)))
        _set_date(reading, sentence, frame)
        found.append(frame)
    return found


def _set_date(reading: Reading, sentence: Sentence, frame: Frame) -> None:
    told = next((m.value for m in frame.aside if m.label is Label.DATE), "")
    own = told or _last_date(reading, frame.segment[0], frame.cue.start)
    frame.own_date = bool(own)
    before = "" if frame.cue.weak else _last_date(reading, sentence.start, frame.cue.start)
    frame.date = own or before


def _last_date(reading: Reading, start: int, end: int) -> str:
    """The last date before the cue that says when, a range whole: 10月22日から28日."""
    dates = list(reading.within(start, end, Label.DATE))
    for index in range(len(dates) - 1, -1, -1):
        date = dates[index]
        if not _TEMPORAL.match(reading.text, date.end) and not _until(reading, date):
            continue
        before = dates[index - 1] if index else None
        if before and _is_range(reading, before, date) and "/" not in before.value + date.value:
            return f"{before.value}/{date.value}"
        return date.value
    return ""


def _until(reading: Reading, date: Mention) -> bool:
    return reading.text.startswith("まで", date.end)


def _is_range(reading: Reading, first: Mention, last: Mention) -> bool:
    joint = _RANGE.match(reading.text, first.end)
    return joint is not None and joint.end() == last.start


def attached_date(reading: Reading, cue: Cue) -> bool:
    """Whether a date stands right before the compound: 2018年の中央アジア首脳会議."""
    before = reading.ending.get(cue.left) or reading.ending.get(cue.left - 1)
    return before is not None and before.label is Label.DATE
