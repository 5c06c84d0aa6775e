"""A cue with what its sentence tells of it: date, those who take part, places."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise

from pipeline.mention import Label, Mention
from pipeline.record.events.actors import Actor, Cast, Role, actors
from pipeline.record.events.clauses import Sentence
from pipeline.record.events.cues import Cue
from pipeline.record.events.dates import date_of
from pipeline.record.events.event import Event
from pipeline.record.people import Person
from pipeline.record.reading import Reading
from pipeline.record.tables import EventType
from pipeline.report import BlockKind

_BRACKET = r"[（(](?:[^（）()]|[（(][^（）()]*[）)])*[）)]"
_ASIDE = re.compile(rf"[」』]?(?:{_BRACKET})+")
_LAST_ASIDE = re.compile(rf"{_BRACKET}。?\Z")
# A place may follow the cue: 会合がタジキスタンで実施された.
_PLACE_AFTER = re.compile(r"[」』]?(?:（[^）]*）)*(?:は|が|を)、?")
# So may the parties: 書簡の交換が、A大使とB外相との間で行われた.
_BETWEEN = re.compile(
    r"(?:[はがを]|に関する[^、。]{0,40}[がは])、?(?P<parties>[^。]{2,120}?との間)(?:で|に)[^、。]{0,12}"
    r"(?:行わ|署名|交換|実施|開催|締結|交わ)"
)
_LISTED = re.compile("、|及び|並びに|・|と")
_RELATIVE = re.compile(
    r"(?:を(?:受け|行[いっ])|[しさ]れ?)?(?:た(?:のは、?)?|て[いお](?:った|た|る)|中の|する|を受ける|を行う)"
)
_GOING_ON = re.compile(r"[^、。が]{0,6}、")


@dataclass(slots=True)
class Frame:
    """One cue of a sentence; `segment` is the stretch that speaks of it alone.

    `own_date`: the date stands in the segment; `attached`: right before the compound.
    """

    cue: Cue
    sentence: tuple[int, int]
    segment: tuple[int, int]
    actors: list[Actor]
    aside: list[Mention] = field(default_factory=list)
    date: str = ""
    own_date: bool = False
    attached: bool = False
    following: Actor | None = None  # the next person after the cue
    reach: int = 0  # up to where places may follow

    def people(self, *roles: Role) -> list[Person]:
        """The people in one of the roles, in order."""
        return [a.person for a in self.actors if a.person is not None and a.role in roles]

    def named(self, label: Label, *roles: Role) -> list[Mention]:
        """The countries or organisations in one of the roles."""
        return [a.mention for a in self.actors if a.mention.label is label and a.role in roles]

    def compound(self, label: Label) -> list[Mention]:
        """Those that the cue's compound holds: 日・カザフスタン外相会談."""
        return [a.mention for a in self.actors if a.mention.label is label and self._holds(a)]

    def _holds(self, actor: Actor) -> bool:
        return self.cue.left <= actor.mention.start < self.cue.end

    def comer(self, text: str) -> Person | None:
        """The person whom a relative clause ending in the cue is said of: 訪日した|ジョコ大統領."""
        joint = _RELATIVE.match(text, self.cue.end)
        follower = self.following
        beside = joint is not None and follower is not None and follower.start == joint.end()
        return follower.person if beside and follower is not None else None

    def event(
        self,
        date: str,
        people: list[Person],
        countries: set[str],
        bodies: list[str],
        name: str = "",
    ) -> Event:
        """The event that the frame tells of."""
        start, end = self.sentence
        return Event(self.cue.type, start, end, date, people, countries, bodies, name)


def frames(reading: Reading, cast: Cast, sentence: Sentence, cues: Iterable[Cue]) -> list[Frame]:
    """A frame for each cue of a sentence."""
    found: list[Frame] = []
    for cue in cues:
        start = sentence.clause(cue.start)[0]
        series = bool(found) and sentence.in_series(found[-1].cue.end, cue.start)
        if series and found[-1].cue.end > start:
            start = found[-1].cue.end
        frame = _frame(reading, cast, sentence, cue, start)
        if not frame.date and found and start == found[-1].cue.end:
            frame.date = found[-1].date  # 4月の日米首脳会談、日米比首脳会合が
        found.append(frame)
    if found and not found[-1].aside and reading.kind_at(sentence.start) is BlockKind.CAPTION:
        end = found[-1].cue.end
        _set_aside(reading, found[-1], _LAST_ASIDE.search(reading.text, end, sentence.end))
    for frame, then in pairwise(found):
        going_on = _GOING_ON.fullmatch(reading.text, frame.cue.end, then.segment[0])
        visited = frame.cue.type is EventType.VISIT and going_on
        to_attend = frame.cue.type is EventType.CONFERENCE and then.cue.type is EventType.VISIT
        if (visited or to_attend) and not frame.date and then.own_date:
            frame.date = then.date  # シンガポールに立ち寄り、5日に会談した
    return found


def _frame(reading: Reading, cast: Cast, sentence: Sentence, cue: Cue, start: int) -> Frame:
    named = [_doing(actor, cue) for actor in actors(reading, cast, start, cue.end)]
    frame = Frame(cue, (sentence.start, sentence.end), (start, cue.end), named)
    _reach_list(frame, reading.text)
    frame.actors += _places_after(reading, cast, frame)
    frame.following = next(_people_after(reading, cast, frame), None)
    _set_aside(reading, frame, _ASIDE.match(reading.text, cue.end))
    return frame


def _set_aside(reading: Reading, frame: Frame, bracket: re.Match[str] | None) -> None:
    """What stands in brackets behind the cue, a date perhaps; and with it the frame's date."""
    if bracket:
        frame.aside = list(reading.within(bracket.start(), bracket.end()))
    frame.date, frame.own_date, frame.attached = date_of(
        reading, frame.cue, frame.segment, frame.sentence, frame.aside
    )


def _people_after(reading: Reading, cast: Cast, frame: Frame) -> Iterator[Actor]:
    ahead = actors(reading, cast, frame.cue.end, min(frame.cue.end + 30, frame.sentence[1]))
    return (actor for actor in ahead if actor.person)


def _doing(actor: Actor, cue: Cue) -> Actor:
    """吉川外務大臣政務官コーカサス訪問: who stands in the compound without a particle does it."""
    if actor.person and actor.role is Role.OTHER and actor.mention.start >= cue.left:
        return replace(actor, role=Role.SUBJECT)
    return actor


def _reach_list(frame: Frame, text: str) -> None:
    """オマーン及びカタール訪問: what is listed with a country of the compound is a goal, too."""
    for index in range(len(frame.actors) - 1, 0, -1):
        actor, then = frame.actors[index - 1], frame.actors[index]
        goal = then.mention.start >= frame.cue.left or then.role is Role.OBJECT
        lands = actor.mention.label is Label.COUNTRY and then.mention.label is Label.COUNTRY
        if goal and lands and _LISTED.fullmatch(text, actor.end, then.start):
            frame.actors[index - 1] = replace(actor, role=Role.OBJECT)


def _clause_end(text: str, start: int, end: int) -> int:
    comma = text.find("、", start, end)
    return comma if comma >= 0 else end


def _places_after(reading: Reading, cast: Cast, frame: Frame) -> list[Actor]:
    match = _PLACE_AFTER.match(reading.text, frame.cue.end, frame.sentence[1])
    frame.reach = (
        _clause_end(reading.text, match.end(), frame.sentence[1]) if match else frame.cue.end
    )
    between = _BETWEEN.match(reading.text, frame.cue.end, frame.sentence[1])
    parties = actors(reading, cast, frame.cue.end, between.end("parties")) if between else []
    frame.reach = max(frame.reach, between.end("parties") if between else 0)
    return [
        actor
        for actor in [*actors(reading, cast, frame.cue.end, frame.reach)]
        if (actor.role is Role.PLACE and actor.mention.label is Label.COUNTRY)
    ] + [actor for actor in parties if actor.role is Role.PARTNER]
