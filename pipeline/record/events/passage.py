"""What a passage has told so far, and what goes without saying in it."""

import re
from collections.abc import Callable, Iterable

from pipeline.mention import Label, Mention
from pipeline.record.countries import JAPAN, Towns
from pipeline.record.events.actors import Actor, Role, subjects
from pipeline.record.events.enumerated import Announced
from pipeline.record.events.event import Event
from pipeline.record.events.frames import Frame
from pipeline.record.people import Person, Posts
from pipeline.record.reading import Reading
from pipeline.record.tables import EventType

PARTIES = (Role.SUBJECT, Role.PARTNER)
_IMPERIAL = re.compile(
    r"(?:天皇|皇后|両陛下|上皇|皇嗣|秋篠宮|(?<![ァ-ヶー・])皇太子(?:同妃)?両?殿下|[親内]王殿下)[^、。はがも]{0,12}[はがも]"
)
_BOTH = re.compile(r"[両三](首脳|外相|外務大臣|大臣|大統領|国防相|防衛相|閣僚|氏|者)")
_OF_POST = {
    "首脳": r"大統領|首相|総理|主席|国王",
    "外相": r"外(?:務大臣|相|交部長)",
    "外務大臣": r"外(?:務大臣|相|交部長)",
    "大臣": r"(?:大臣|相|長官|部長)\Z",
    "閣僚": r"(?:大臣|相|長官|部長)\Z",
    "国防相": r"(?:国防|防衛)",
    "防衛相": r"(?:国防|防衛)",
}
_BILATERAL = re.compile(r"二国間|両国|両首脳|両外相|合同|政府間|日本|我が国|わが国|との関係|との間")
# What says that it was then: at the time of the visit or the meeting told last.
_STAYING = re.compile(r"滞在中|(?:訪問|期間|会期)中(?!の)|滞在の|合間に?")
_THEN = re.compile(
    r"滞在中|(?:訪問|期間|会期)中|合間|(?:会談|会合|会議|協議)(?:終了)?後|席上|同じ席|その場"
    r"|[こそ同]の?(?:機会|際)|これに先立ち|両(?:大臣|外相|首脳|者)は|三(?:大臣|外相|首脳|者)は"
)
_COMPANY = (EventType.MEETING, EventType.CALL, EventType.CONFERENCE)
_HEADS = re.compile(r"(?:長|総裁|代表|頭取|CEO|主席)\Z")
_LEADERS = ("state-head", "government-head", "royal")
_NO_LEADER = re.compile(r"[前元副次故]|.*(?:夫人|補佐官|代行)\Z")


class Passage:
    """The passage that is being read: its paragraph's subjects and events, and its topic.

    `topic` tells the foreign country that the text speaks of at an offset, `inside` the countries
    that an organisation's name holds (日・タジキスタン政府間委員会 → JPN, TJK).
    """

    def __init__(
        self,
        reading: Reading,
        roll: list[Person],
        posts: Posts,
        topic: Callable[[int], str],
        inside: Callable[[str], set[str]],
        towns: Towns,
    ) -> None:
        self.reading, self.text = reading, reading.text
        self.topic, self.inside, self._towns = topic, inside, towns
        self._roll, self._posts = roll, posts
        self._block = -1
        self._protagonist: Person | None = None  # the one of Japan whose contacts are told
        self.imperial = False  # whether the Emperor or his family is the subject
        self.subjects: list[Person] = []
        self.others: list[Mention] = []  # countries and organisations that are subjects
        self.guests: list[Person] = []  # received in this sentence: 首相を官邸に迎え、
        self.lead: Announced | None = None  # the list that is being told
        self.told: list[Event] = []  # by this sentence
        self._met: list[list[Person]] = []  # in each meeting of the report
        self._latest: Event | None = None  # the last one dated
        self._stay: Event | None = None  # the last visit
        self._before: list[Event] = []  # by the last sentence of the paragraph that told any

    def begin(self, start: int) -> None:
        """A sentence begins; a new paragraph has spoken of nobody yet."""
        self.guests = []
        if self.told:
            self._before, self.told = self.told, []
        block = self.reading.block_at(start)
        if block != self._block:
            self._block, self._before, self.imperial = block, [], False
            self.subjects, self.others = [], []

    def note(self, named: list[Actor]) -> None:
        """Who the subject is from here on: people, or others (日本は) in their stead."""
        people, others = subjects(named)
        if people or others:
            self.subjects, self.others, self.imperial = people, others, False

    def note_court(self, start: int, end: int) -> None:
        """天皇皇后両陛下は: of Japan, but nobody whom a name tells."""
        if _IMPERIAL.search(self.text, start, end):
            self.subjects, self.others, self.imperial = [], [], True

    def tell(self, event: Event) -> None:
        """An event was told."""
        self.told.append(event)
        self._latest = event if event.date else self._latest
        if event.type is EventType.VISIT:
            self._stay = event
        ours = [p for p in event.people if p.country == JAPAN]
        self._protagonist = ours[0] if ours else self._protagonist
        if len(event.people) > 1 and event.type in _COMPANY:
            self._met.append(list(event.people))

    @property
    def before(self) -> list[Event]:
        """What this sentence, or else the one before in the paragraph, has told."""
        return self.told or self._before

    @property
    def has_met(self) -> bool:
        """Whether the report has told of a meeting."""
        return bool(self._met)

    def segment(self, frame: Frame) -> str:
        """The text that speaks of a frame's cue alone, up to the cue."""
        return self.text[frame.segment[0] : min(frame.segment[1], frame.cue.start)]

    def both(self, frame: Frame) -> list[Person]:
        """Whom 両首脳 and the like stand for: those of such a post who met last."""
        told = _BOTH.search(self.text[frame.sentence[0] : frame.cue.start])
        return self._company(_OF_POST.get(told[1], ""), self._met) if told else []

    def last_company(self) -> list[Person]:
        """Those who met last in the paragraph."""
        return self._company("", [])

    def _company(self, post: str, earlier: list[list[Person]]) -> list[Person]:
        """Those who met last, in the paragraph or `earlier`; two or more of a post if any are."""
        told = [*earlier, *(event.people for event in [*self._before, *self.told])]
        for people in reversed(told):
            of_post = [p for p in people if any(re.search(post, title) for title in p.titles)]
            if len(of_post) > 1:
                return of_post
        return next((list(people) for people in reversed(told) if len(people) > 1), [])

    def unsaid_subjects(self) -> list[Person]:
        """Who the paragraph, or else the report, tells of, where a sentence leaves it out."""
        if self.subjects or self.others:
            return list(self.subjects)
        return [self._protagonist] if self._protagonist else []

    def towns(self, frame: Frame, particle: re.Pattern[str]) -> set[str]:
        """The countries of towns in the frame's compound, or before one of the particles."""
        last = frame.aside[-1].end + 1 if frame.aside else frame.reach
        if frame.segment[1] < frame.cue.end:
            last = frame.segment[1]
        return {
            code
            for start, end, code in self._towns.find(self.text, frame.segment[0], last)
            if (start >= frame.cue.left or particle.match(self.text, end))
            and not any(m.start <= start < m.end for m in self.reading.within(start - 9, end))
        }

    def stay(self, frame: Frame) -> Event | None:
        """The visit that 滞在中 speaks of."""
        return self._stay if _STAYING.search(self.text, *frame.sentence) else None

    def leaders(self, codes: Iterable[str]) -> list[Person]:
        """The leaders of countries, of each where the report names just one."""
        found = []
        for code in sorted(codes):
            of_it = [p for p in self._roll if p.country == code and self._leads(p)]
            found += of_it if len(of_it) == 1 else []
        return found

    def other_parties(self, offset: int) -> set[str]:
        """The parties that go without saying: of the passage, and Japan where it is spoken of."""
        topic = self.topic(offset)
        found = {topic} if topic else {c for e in self.before[-1:] for c in e.countries}
        blocks = self.reading.told.blocks
        start = blocks[self._block].start if blocks else 0
        end = self.reading.sentences[self.reading.sentence_at(offset)][1]
        spoken_of = self._protagonist or _BILATERAL.search(self.text, start, end)
        return found | {JAPAN} if spoken_of else found

    def date(self, frame: Frame) -> str:
        """The frame's date, or that of the contact that it goes on from, or of its heading."""
        if frame.date:
            return frame.date
        if self.before:
            return self.before[-1].date
        if self._latest is not None and _THEN.search(self.text, *frame.sentence):
            return self._latest.date
        for heading in self.reading.headings(self._block):
            dates = self.reading.within(heading.start, heading.end, Label.DATE)
            for date in dates:
                return date.value
        return ""

    def _leads(self, person: Person) -> bool:
        return any(
            self._posts.kind(title) in _LEADERS and not _NO_LEADER.match(title)
            for title in person.titles
        )


def codes(mentions: Iterable[Mention]) -> set[str]:
    """The countries of countries and organisations."""
    return {m.value for m in mentions if m.value and m.label in (Label.COUNTRY, Label.ORG)}


def homes(people: Iterable[Person]) -> set[str]:
    """The countries of people."""
    return {person.country for person in people if person.country}


def bodies_of(people: Iterable[Person]) -> list[str]:
    """The organisations whose heads take part: 国民議会 of シモニャン国民議会議長."""
    return [
        person.affiliation
        for person in people
        if person.affiliation and any(_HEADS.search(title) for title in person.titles)
    ]


def once(people: Iterable[Person]) -> list[Person]:
    """Each person once, in order."""
    return list({id(person): person for person in people}.values())


def names(passage: Passage, mentions: Iterable[Mention]) -> list[str]:
    """The organisations' names, each once, in order."""
    return list(dict.fromkeys(passage.reading.name(m) for m in mentions if m.label is Label.ORG))
