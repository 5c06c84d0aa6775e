"""Who takes part in a contact, told by the particles after names."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from pipeline.mention import Label, Mention
from pipeline.record.people import Person
from pipeline.record.reading import Reading


class Role(Enum):
    """What a name is to the contact."""

    SUBJECT = "subject"  # 吉川外務大臣政務官が
    PARTNER = "partner"  # サイドフ外相と
    OBJECT = "object"  # トルクメニスタンを
    PLACE = "place"  # タジキスタンで
    SOURCE = "source"  # ウクライナから
    OWNER = "owner"  # クチカーロフ副首相の
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Cast:
    """Who is meant: the people by where they are named, and those for whom words stand in."""

    named: dict[int, Person]
    stand_ins: dict[Mention, Person]
    words: tuple[Mention, ...] = ()  # the keys of `stand_ins`, in order of the text

    def standing_in(self, start: int, end: int) -> tuple[Mention, ...]:
        """The words of `[start, end)` that stand for people."""
        edges = (bisect_left(self.words, at, key=lambda word: word.start) for at in (start, end))
        return self.words[slice(*edges)]


@dataclass(frozen=True, slots=True)
class Actor:
    """A mention with its role; of a person with all that stands beside the name."""

    mention: Mention
    start: int
    end: int
    role: Role
    person: Person | None = None


_SKIPPED = r"(?:[（(][^）)]*[）)])?"  # 岸田総理大臣（当時）が
_CROWD = (
    r"(?:のほか|に加え|ほか|他|ら|など|等|氏|君|陛下|殿下|閣下|夫人|一行|夫妻|自身|側|政府|両?首脳|軍|代表団|議員団|訪問団|使節団"
    r"|ミッション|の[\d一二三四五六七八九十]+か国|の(?:代表(?:者|団)?|一行|幹部|関係者)"
    r"|を(?:始|はじ)め(?:とする[^、とがはをに]{0,20})?)*"
)
# A place in the country named: インド・ガンディーナガルを, ウクライナの首都キーウで, ロシア極東を.
_PART = re.compile(
    r"(?:(?:の首都)?[・･]?[ァ-ヶー]{2,}(?:・[ァ-ヶー]{2,})*[市州県島]?(?=[をにへで（(])"
    r"|の?(?:極東|[東西南北中]部|各地|本土)(?=[をにへで]))"
)
_BESIDE = re.compile(_SKIPPED + _CROWD + _SKIPPED)
_ROLES = (
    (re.compile(r"(?<!のほか)(?<=ほか)、|(?<=他)、"), Role.SUBJECT),
    (re.compile(r"との(?:共催|共同|協力)"), Role.OTHER),
    (re.compile(r"と共に|とともに|と共同で|に(?:同行|随行)|主催"), Role.SUBJECT),
    (
        re.compile(r"の(?:招待|招き|招請|要請|逝去|後任|発言|指示|命|弔問|国葬|侵略|攻撃)"),
        Role.OTHER,
    ),
    (re.compile(r"と(?!し|な[りっる]|い[うっ]|述|発|表|考|さ)"), Role.PARTNER),
    (re.compile(r"は|が|も|により|による|によって|を団長|を長|を代表|を議長"), Role.SUBJECT),
    (
        re.compile(
            r"を(?:[^、。がはを]{0,8}迎え|表敬|招)|に(?:表敬|面会|会[いっ]|お会|お目|電話|信任状)|から[^、。]{0,4}表敬"
        ),
        Role.PARTNER,
    ),
    (re.compile(r"(?:を|へ|に(?!お(?:い|け)|よ|関|対|つ))"), Role.OBJECT),
    (re.compile(r"で(?!あ)|において|における"), Role.PLACE),
    (re.compile(r"間(?:の|で)"), Role.PARTNER),
    (re.compile(r"から"), Role.SOURCE),
    (re.compile(r"の"), Role.OWNER),
    (re.compile(r"表敬"), Role.PARTNER),
    (re.compile(r"　| {2}"), Role.SUBJECT),  # a line of a chronology
)
# What と joins shares these: フランスとパラグアイを; 林外務大臣とサイドフ外相との are partners.
_SHARED = (Role.SUBJECT, Role.OBJECT, Role.PLACE)
# Who holds an office of a country, without a name: ミャンマー通信・情報技術大臣が来日し.
_HOLDER = re.compile(
    r"の?[\u3400-\u9fff・ァ-ヶー]{0,14}?"
    r"(?:大統領|首相|大臣|外相|[財国運通農]相|長官|議長|次官|国王|皇太子|局長|首脳|閣僚|要人|参謀長"
    r"|[政海陸空]?[府軍]|省|庁|議会)"
    r"(?![\u3400-\u9fff])"
)
_PARTICLES = re.compile(r"[がをにへとではも]+")
_AND = r"(?:、|及び|並びに|や|・|または|又は|，)+(?:また)?"
# Between two members of a list there may be one whom no mention names.
LIST = re.compile(rf"{_AND}(?:[^、。はがをにとでもの・]{{1,16}}(?:、|及び|並びに))*")


def actors(reading: Reading, cast: Cast, start: int, end: int) -> list[Actor]:
    """The people, countries and organisations named in `[start, end)` with their roles.

    Members of a list (クルバエフ外相、モルドガジエフ外務次官と) have the role of its last.
    """
    named = [m for m in reading.within(start, end) if m.label is not Label.DATE]
    named += cast.standing_in(start, end)
    found: list[Actor] = []
    for mention in sorted(named, key=lambda m: -m.start):
        person = cast.stand_ins.get(mention) or cast.named.get(mention.start)
        begin, after = _whole(reading, mention, person)
        while person and found and found[-1].start < after and _of_country(found[-1]):
            found.pop()  # 英 of シャップス英国防大臣
        follower = found[-1] if found else None
        if follower is not None and follower.person and follower.start <= mention.start:
            continue  # 北朝鮮の of 北朝鮮の金正恩国務委員長
        if person is None and mention.label is Label.COUNTRY:
            after = _end(_HOLDER, reading.text, _after_bracket(reading.text, begin, after))
            after = after if follower and follower.start < after else _within(reading, after)
        role = _role(reading.text, after, found, of_person=person is not None)
        found.append(Actor(mention, begin, after, role, person))
    return found[::-1]


def _of_country(actor: Actor) -> bool:
    return actor.mention.label is Label.COUNTRY


def _whole(reading: Reading, mention: Mention, person: Person | None) -> tuple[int, int]:
    """The stretch of the name with its office: 吉川|外務大臣政務官."""
    at = [i for i, m in enumerate(person.mentions if person else ()) if m.start == mention.start]
    if person is None or not at:
        return mention.start, mention.end
    office = person.offices[at[0]]
    return min(office.start, mention.start), max(office.end, mention.end)


def _after_bracket(text: str, start: int, end: int) -> int:
    """ジュネーブ（スイス）で: the particle of a bracketed name stands behind the bracket."""
    alone = text[start - 1 : start] in ("（", "(") and text[end : end + 1] in ("）", ")")
    return end + 1 if alone else end


def _within(reading: Reading, after: int) -> int:
    """Where the place in a country ends that is named behind the country."""
    place = _PART.match(reading.text, after)
    named = place is not None and any(reading.within(after, place.end()))
    return after if place is None or named else place.end()


def _role(text: str, after: int, behind: list[Actor], *, of_person: bool) -> Role:
    """The role of a name that ends at `after`; those `behind` it are in reverse order."""
    at = _end(_BESIDE, text, after)
    later = [actor for actor in reversed(behind) if actor.start >= at]
    follower = later[0] if later else None
    if follower is not None and follower.start == at and not follower.person:
        return follower.role  # 日 of 日米は
    listed = LIST.match(text, at)
    if listed and follower is not None and follower.start <= listed.end() + 1:
        alike = next((actor for actor in later if bool(actor.person) is of_person), None)
        headline = of_person and not follower.person and text[at] == "、"
        return Role.SUBJECT if headline and alike is None else (alike or follower).role
    if text.startswith("と", at) and follower is not None and follower.start == at + 1:
        return follower.role if follower.role in _SHARED else Role.PARTNER
    for pattern, role in _ROLES:
        if pattern.match(text, at):
            return role
    return Role.OTHER


def particle(text: str, actor: Actor) -> str:
    """The particles behind a name: `が`, `では`, empty for a member of a list."""
    match = _PARTICLES.match(text, _end(_BESIDE, text, actor.end))
    return match.group() if match else ""


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    match = pattern.match(text, at)
    return match.end() if match else at


def in_pair(found: list[Actor], text: str) -> bool:
    """Whether two are named together: 林外務大臣とサイドフ外相代行との."""
    return any(
        first.person and second.person and text[first.end : second.start] == "と"
        for first, second in pairwise(found)
    )


def partners(found: list[Actor]) -> list[Person]:
    """The people with whom something is done."""
    return [actor.person for actor in found if actor.person and actor.role is Role.PARTNER]


def subjects(found: list[Actor]) -> tuple[list[Person], list[Mention]]:
    """The people, and the countries and organisations, that are subjects."""
    of_them = [actor for actor in found if actor.role is Role.SUBJECT]
    return [a.person for a in of_them if a.person], [a.mention for a in of_them if not a.person]
