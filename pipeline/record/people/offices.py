"""What stands beside a name: post, organisation, country (ジェプバロフ対外経済活動銀行総裁)."""

import re
from dataclasses import dataclass

from pipeline.mention import Label, Mention
from pipeline.record.people.posts import Posts, parted
from pipeline.record.places import plain
from pipeline.record.reading import Reading

# A reading in brackets after the name, and what may part name and office.
_READING = re.compile(r"[（(](?:[ァ-ヶー・ぁ-んA-Za-z\- 　]+|[\u3400-\u9fff])[）)]")
_PARTING = re.compile(r"[ 　・,、／/（(]*(?:「(?=[^」]{1,30}」))?")
_LIST_COMMA = re.compile(r"[、,]")
_FORMER = re.compile(r"(?:前|元|現|新|故|次期|初代)(?=[^ 　])")
_BEFORE_NAME = re.compile(r"(?:(?<=[^ 　])の|[・（(「]|[ 　]*)\Z")
_GLOSS = re.compile(r"[（(][^（）()]{1,20}[）)]\Z")
_POSTED = ("駐", "在", "対", "兼")
_FILLING = " 　・「」"
# An office before a name stands at most this far back.
_REACH = 40


@dataclass(frozen=True, slots=True)
class Office:
    """A person's posts as the text gives them at one mention, and the `[start, end)` of it all."""

    titles: tuple[str, ...] = ()
    organisation: Mention | None = None
    country: str = ""
    start: int = 0
    end: int = 0


def office(reading: Reading, person: Mention, posts: Posts) -> Office:
    """The office told after the name, or else before it."""
    after = _after(reading, person, posts)
    before = _before(reading, person, posts)
    if not after.titles and not after.organisation:
        return before
    if not before.titles:
        return Office(
            after.titles,
            after.organisation or before.organisation,
            after.country or before.country,
            before.start,
            after.end,
        )
    return after


def _after(reading: Reading, person: Mention, posts: Posts) -> Office:
    """プリゴジン「ワグネル」代表; サミ・タジキスタン外務省アジア太平洋諸国局二等書記官."""
    text, line_end = reading.text, _line_end(reading.text, person.end)
    bracket = _READING.match(text, person.end)
    name_end = bracket.end() if bracket else person.end
    at = _match_end(_PARTING, text, name_end)
    if _LIST_COMMA.search(text, name_end, at) and not _alone_in_line(reading, person):
        return Office(start=person.start, end=person.end)
    country, at = _leading_country(reading, at)
    former = _FORMER.match(text, at)
    start = former.end() if former else at
    organisation = reading.starting.get(start)
    if organisation is not None and organisation.label is Label.ORG:
        return _in_organisation(reading, person, organisation, former, posts, line_end)
    end = posts.end(text, at, _limit(reading, at, line_end))
    if end == at:
        return Office(country=country, start=person.start, end=person.end)
    country = country or _posted_from(reading, at, end) or _bracketed_country(reading, end)
    return Office(tuple(parted(plain(text[at:end]), posts)), None, country, person.start, end)


def _in_organisation(
    reading: Reading,
    person: Mention,
    organisation: Mention,
    former: re.Match[str] | None,
    posts: Posts,
    line_end: int,
) -> Office:
    text = reading.text
    at = organisation.end
    while at < line_end and text[at] in _FILLING:
        at += 1
    limit = _limit(reading, at, line_end)
    end = posts.end(text, at, limit)
    post = posts.without_unit(plain(text[at:end]))
    made = posts.head_of(reading.name(organisation), text[organisation.end : organisation.end + 1])
    if made and len(post) <= 1:
        post, end = made, organisation.end + 1
    elif not post and _alone_in_line(reading, person) and posts.is_agent(plain(text[at:line_end])):
        post, end = plain(text[at:line_end]), line_end
    titles = tuple(parted(post, posts)) if post else ()
    if former and titles:
        titles = (former.group() + titles[0], *titles[1:])
    return Office(titles, organisation, "", person.start, max(end, organisation.end))


def _before(reading: Reading, person: Mention, posts: Posts) -> Office:
    """国務大臣（岩屋毅君）, 漫画家の森薫氏, 北朝鮮の金正恩, 国民議会のシモニャン議長."""
    text = reading.text
    floor = max(text.rfind("\n", 0, person.start) + 1, person.start - _REACH)
    joint = _BEFORE_NAME.search(text, floor, person.start)
    at = joint.start() if joint else person.start
    gloss = _GLOSS.search(text, floor, at)  # アフリカ連合（AU）のファキ委員長
    holder = reading.ending.get(gloss.start() if gloss else at)
    if holder is not None and joint and joint.group() != "（":
        if holder.label is Label.COUNTRY:
            return Office(country=holder.value, start=holder.start, end=person.end)
        if holder.label is Label.ORG:
            return Office((), holder, "", holder.start, person.end)
    taken = [m.end for m in reading.within(floor, at) if not _posting(reading, m)]
    headed = reading.ending.get(at - 1)
    if headed is not None and headed.label is Label.ORG:
        made = posts.head_of(reading.name(headed), text[at - 1 : at])
        if made:  # 外務省北米局長　有馬裕君
            return Office((made,), headed, "", headed.start, person.end)
    agents = bool(joint and joint.group() == "の")
    start = posts.before(text, at, max(taken, default=floor), agents=agents)
    if start == at or _owned(reading, start):
        return Office(start=person.start, end=person.end)
    beside = reading.ending.get(start)
    titles = tuple(parted(plain(text[start:at]), posts))
    if beside is not None and beside.label is Label.ORG:
        return Office(titles, beside, "", start, person.end)
    country = beside.value if beside is not None and beside.label is Label.COUNTRY else ""
    country = country or _posted_from(reading, start, at)
    return Office(titles, None, country, start, person.end)


def _owned(reading: Reading, start: int) -> bool:
    """Whether the post before a name is that of the name before it: 上川外務大臣ヌルトレウ外相."""
    owner = reading.ending.get(start)
    return owner is not None and owner.label is Label.PERSON


def _leading_country(reading: Reading, at: int) -> tuple[str, int]:
    """サイドフ・ウズベキスタン外相, サイドフ（ウズベキスタン外相）."""
    mention = reading.starting.get(at)
    if mention is None or mention.label is not Label.COUNTRY:
        return "", at
    end = mention.end
    if reading.text.startswith("の", end):
        end += 1
    return mention.value, end


def _posted_from(reading: Reading, start: int, end: int) -> str:
    """モロッコ of 駐日モロッコ大使."""
    lands = list(reading.within(start, end, Label.COUNTRY))
    beside = len(lands) > 1 and lands[0].start == start + 1 and lands[0].end == lands[1].start
    return lands[1].value if beside else ""


def _bracketed_country(reading: Reading, at: int) -> str:
    """クレーバ外相（ウクライナ、2月）."""
    mention = reading.starting.get(at + 1) if reading.text[at : at + 1] in ("（", "(") else None
    if mention is None or mention.label is not Label.COUNTRY:
        return ""
    return mention.value if reading.text[mention.end] in "、，,）)" else ""


def _limit(reading: Reading, at: int, line_end: int) -> int:
    """A post reaches to the next name or date at most; 駐日大使 holds a country."""
    ahead = reading.within(at, line_end)
    return next((m.start for m in ahead if not _posting(reading, m)), line_end)


def _posting(reading: Reading, mention: Mention) -> bool:
    if mention.label is not Label.COUNTRY:
        return False
    host = reading.ending.get(mention.start)  # 日 of 駐日モロッコ大使
    before = reading.text[mention.start - 1 : mention.start]
    return before in _POSTED or (host is not None and _posting(reading, host))


def _alone_in_line(reading: Reading, person: Mention) -> bool:
    """Whether the line is one of minutes or a roster: a name, an office, no sentence."""
    start = reading.text.rfind("\n", 0, person.start) + 1
    line = reading.text[start : _line_end(reading.text, person.end)]
    return len(line) < 80 and "。" not in line


def _line_end(text: str, offset: int) -> int:
    end = text.find("\n", offset)
    return len(text) if end < 0 else end


def _match_end(pattern: re.Pattern[str], text: str, at: int) -> int:
    match = pattern.match(text, at)
    return match.end() if match else at
