"""Words that stand for people named before: 同大臣, 政務官は, 知事表敬, and a speaker's 私."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from pipeline.mention import Label, Mention
from pipeline.record.people import Person
from pipeline.record.reading import Reading
from pipeline.record.statements import Statement

_POSTS = (
    r"総理(?:大臣)?|首相|大統領|国家主席|主席|国王|外相|外務大臣|副大臣|大臣政務官|政務官|大臣"
    r"|外務次官|事務次官|次官|長官|国務長官|議長|委員長|事務総長|事務局長|総裁|専務理事"
    r"|知事|副知事|市長|町長|会長|社長|所長|局長|特使|大使|総領事|幕僚長|司令官"
)
_MARKED = rf"(?<![合共])同(?P<marked>[^、。とがはをにの同]{{0,6}}?(?:{_POSTS}|相|氏))"
# Without 同 only where no name or country stands before it.
_BARE = rf"(?<![\u3400-\u9fffァ-ヶーA-Za-z・々）」])(?P<bare>{_POSTS})"
_POST = re.compile(
    rf"(?:{_MARKED}|{_BARE})(?=(?:一行|夫妻)?(?:[はがをにともへ、]|から|による|のほか|表敬|を|の(?:表敬|招))|を)"
)
_BACK = 60  # people; nobody named before them is meant
_EDGE = 4  # blocks from the begin and the end of a letter
_SENTENCE = re.compile(r"[。、]|.{60}", re.DOTALL)
_SELF = re.compile(r"(?:です|でございます|と申します)。")
_SPEAKER = re.compile(r"私(?:自身|ども|共)?(?=[はがもとに、]|から|より)")


def stand_ins(
    reading: Reading, people: dict[int, Person], spoken: Sequence[Statement]
) -> dict[Mention, Person]:
    """The people who are meant, by a mention of the words that stand for them, in order."""
    found = [*_by_post(reading, people), *_speakers(reading, spoken)]
    found += _writer(reading, people) if not spoken else []
    return dict(sorted(found, key=lambda pair: pair[0].start))


def _by_post(reading: Reading, people: dict[int, Person]) -> Iterator[tuple[Mention, Person]]:
    """Of a post alone the last one named who holds it."""
    for match in _POST.finditer(reading.text):
        post = match["marked"] or match["bare"]
        near = islice(reading.people_before(match.start()), _BACK)
        before = (people.get(m.start) for m in near)
        person = next((p for p in before if p is not None and _holds(p, post)), None)
        if person is not None and match.start() not in reading.starting:
            yield Mention(match.start(), match.end(), Label.PERSON), person


def _holds(person: Person, post: str) -> bool:
    if post == "氏":
        return True
    wanted = ("総理大臣", "首相") if post == "総理" else (post,)
    return any(title.endswith(wanted) for title in person.titles)


def _speakers(reading: Reading, spoken: Iterable[Statement]) -> Iterator[tuple[Mention, Person]]:
    for turn in spoken:
        for match in _SPEAKER.finditer(reading.text, turn.start, turn.end):
            if turn.speaker is not None:
                yield Mention(match.start(), match.end(), Label.PERSON), turn.speaker


def _writer(reading: Reading, people: dict[int, Person]) -> Iterator[tuple[Mention, Person]]:
    """Who signs a letter is its 私: a line of its own at its begin or end, or 大使の漆原です."""
    blocks = reading.told.blocks
    edges = [*blocks[:_EDGE], *blocks[-_EDGE:]]
    lines = [b for b in edges if not _SENTENCE.search(reading.text, b.start, b.end)]
    named = [m for b in lines for m in reading.within(b.start, b.end, Label.PERSON)]
    named += [m for m in reading.mentions if _SELF.match(reading.text, m.end)]
    writers = list({id(p): p for m in named if (p := people.get(m.start))}.values())
    if len(writers) == 1:
        for match in _SPEAKER.finditer(reading.text):
            yield Mention(match.start(), match.end(), Label.PERSON), writers[0]
