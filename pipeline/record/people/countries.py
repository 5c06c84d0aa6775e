"""The country that a person holds office in or represents, where the text tells."""

import re
from collections import Counter
from functools import cache
from pathlib import Path

from pipeline.lexicon import parts as cells
from pipeline.lexicon import read_rows
from pipeline.mention import Label, Mention
from pipeline.record.countries import JAPAN, Inside, Towns
from pipeline.record.people.offices import Office
from pipeline.record.people.posts import Posts
from pipeline.record.people.roll import Person
from pipeline.record.reading import Reading
from pipeline.record.topics import Topics, foreign, lists

_KANA = re.compile(r"[ァ-ヶ]")
_HIRAGANA = re.compile(r"[ぁ-ん]")
# Posts that Japanese reports write in this form of Japan alone.
_OF_JAPAN = re.compile(
    r"大臣政務官|副大臣|内閣官房|総理|官房長官|政務官|国務大臣|[衆参]議院|大臣\Z|大臣補佐官\Z|審議官\Z"
)
# Posts of states that write names in kanji.
_OF_NEIGHBOURS = (
    (re.compile(r"国務委員長|労働党|総政治局"), "PRK"),
    (
        re.compile(
            r"国家主席|省長(?!官)|省委|党委|外交部長(?!官)|国防部長(?!官)|商務部長|国務委員|党中央|党総書記|全人代"
        ),
        "CHN",
    ),
    (re.compile(r"大統領|部長官|国務総理|国家安保室長"), "KOR"),
    (re.compile(r"総統|行政院長"), "TWN"),
)
_GONE = re.compile(
    r"(?:・[ァ-ヶー]+)?(?:を[^、。]{0,8}(?:訪問|訪れ|歴訪)|に(?:出張|赴))|大使(?=と)"
)
_LISTED = re.compile("、|及び|並びに|と|や")
_EACH = re.compile("それぞれ|個別に|順次")
_PRIVATE = frozenset(["", "academic", "company", "igo", "press", "religious"])
_LEADING = frozenset(["state-head", "government-head", "minister", "party", "royal"])
# Of these kinds, those without a country are of several states: 世界銀行, 北大西洋条約機構.
_OFTEN_SHARED = frozenset(["bank", "council", "court", "military"])


class CountryOf:
    """Tells people's countries, by what the text says and what the lexicon knows."""

    def __init__(self, reading: Reading, topics: Topics, posts: Posts, lexicon: Path) -> None:
        self._reading = reading
        self._topics = topics
        self._posts = posts
        self._leaders = leaders(lexicon)
        self._bodies = bodies_of_several_states(lexicon)
        self._inside, self._towns = Inside(lexicon), Towns(lexicon)

    def __call__(self, person: Person) -> str:
        """ISO alpha-3, or empty where nothing tells.

        The country at the name, or in the organisation's name; the known leader's; the one that
        the post's wording gives away; the one that the passage is about; and last the one that
        the lexicon has for the organisation, since many bear one name (国家税関委員会).
        """
        told = Counter(office.country for office in person.offices if office.country)
        if told:
            return told.most_common(1)[0][0]
        if person.affiliation in self._bodies:
            return ""
        bodies = [office.organisation for office in person.offices if office.organisation]
        return (
            self._by_organisation(bodies)
            or self._leader(person)
            or self._by_wording(person)
            or self._by_passage(person)
            or next((body.value for body in bodies), "")
        )

    def _by_organisation(self, bodies: list[Mention]) -> str:
        """Where the name itself holds the country (キルギス外務省), or it is one of Japan's."""
        for body in bodies:
            name = self._reading.name(body)
            if body.value == JAPAN or body.value in self._inside(name):
                return body.value
            if not body.value and self._inside.first(name):
                return self._inside.first(name)
        return ""

    def _leader(self, person: Person) -> str:
        forms = {person.name, *person.name.split("・")}  # of ジョンソン＝スミス neither part
        known = {code for form in forms for code in self._known(form)}
        kinds = {self._posts.kind(title) for title in person.titles}
        leads = not kinds or bool(kinds & _LEADING)
        return known.pop() if len(known) == 1 and leads else ""

    def _known(self, name: str) -> frozenset[str]:
        return self._leaders.get(name, frozenset())

    def _by_wording(self, person: Person) -> str:
        if _KANA.search(person.name):
            return ""
        for wording, code in _OF_NEIGHBOURS:
            if any(wording.search(title) for title in person.titles):
                return code
        official = any(self._official(title) for title in person.titles)
        if any(_OF_JAPAN.search(title) for title in person.titles):
            return JAPAN
        if any(o.organisation and o.organisation.value not in ("", JAPAN) for o in person.offices):
            return ""  # 李干傑生態環境部長: a surname in Japan, too
        return JAPAN if (official or person.affiliation) and self._japanese(person) else ""

    def _japanese(self, person: Person) -> bool:
        if _HIRAGANA.search(person.name):
            return True
        first = (self._reading.tokens(m.start, m.end) for m in person.mentions)
        return any(tokens and tokens[0].tag_.endswith("人名-姓") for tokens in first)

    def _by_passage(self, person: Person) -> str:
        if not person.affiliation and not any(map(self._official, person.titles)):
            return ""
        places = [office for office in person.offices if office.titles or office.organisation]
        return next(filter(None, map(self._passage, places)), "")

    def _passage(self, office: Office) -> str:
        start, end = self._reading.sentences[self._reading.sentence_at(office.start)]
        respective = self._respective(office, start, end)
        told = respective or self._topics.told(office.start) or self._visited(office, start)
        topic = told or self._topics.at(office.start)
        if topic:
            return topic
        named = foreign(self._reading, start, end) or sorted(
            {code for *_, code in self._towns.find(self._reading.text, start, end)} - {JAPAN}
        )
        return named[0] if len(named) == 1 else ""

    def _visited(self, office: Office, start: int) -> str:
        """カタールを訪れてタミーム首長に: met in the country that the sentence told last."""
        text = self._reading.text
        named = self._reading.within(start, office.start, Label.COUNTRY)
        lands = [land for land in named if land.value != JAPAN]
        subject = text[office.end : office.end + 1] in ("が", "は")
        if subject or not lands or not _GONE.match(text, lands[-1].end):
            return ""
        listed = len(lands) > 1 and _LISTED.fullmatch(text, lands[-2].end, lands[-1].start)
        return "" if listed else lands[-1].value

    def _respective(self, office: Office, start: int, end: int) -> str:
        """ラオス及びタイを訪問し、A外相及びB外相とそれぞれ会談: A is of the first."""
        reading = self._reading
        if not _EACH.search(reading.text, start, end):
            return ""
        lands = list(lists(reading, start, office.start, Label.COUNTRY))
        for met in lists(reading, start, end, Label.PERSON):
            at = next((i for i, m in enumerate(met) if office.start <= m.start < office.end), -1)
            if at >= 0 and lands and len(lands[-1]) == len(met):
                return lands[-1][at].value
        return ""

    def _official(self, title: str) -> bool:
        return self._posts.kind(title) not in _PRIVATE or title.endswith(("相", "長官", "次官"))


@cache
def leaders(lexicon: Path) -> dict[str, frozenset[str]]:
    """Countries of leaders by name.

    persons.csv has those whose name alone says who they are, leaders.csv those (ハリス, シン) whose
    name does so only together with the post of a leader.
    """
    files = [lexicon / "persons.csv", lexicon / "leaders.csv"]
    found: dict[str, frozenset[str]] = {}
    for file in files:
        for row in read_rows(file, ["name", "country"]):
            found[row["name"]] = found.get(row["name"], frozenset()) | {row["country"]}
    return found


@cache
def bodies_of_several_states(lexicon: Path) -> frozenset[str]:
    """Organisations that are no state's own (国連, EU), by all their names."""
    rows = read_rows(lexicon / "organisations.csv", ["name", "abbreviations", "kind", "country"])
    return frozenset(
        name
        for row in rows
        if row["kind"] == "igo" or (row["kind"] in _OFTEN_SHARED and not row["country"])
        for name in [row["name"], *cells(row["abbreviations"])]
    )
