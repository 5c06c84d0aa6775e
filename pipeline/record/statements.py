"""Who said what: the turns of speakers in minutes, of dialogues and of the Diet."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from pipeline.mention import Label, Mention
from pipeline.record.people import Person, Posts
from pipeline.record.people.offices import office
from pipeline.record.places import Places, plain
from pipeline.record.reading import Reading
from pipeline.record.tables import Row
from pipeline.report import Block, BlockKind, Report

# ○委員長（小野田紀美君）　ただいまから…; 【岩間座長】　それでは…: the speech follows.
_MARKED = re.compile(r"(?:[○◯〇◎][^　\s]{1,40}?|【[^】\n]{2,40}】)(?=[　\s]|\Z)")
_ITEM = re.compile(r"[（(][ァ-ヶ一-十\d]{1,2}[）)]\s*|[ァ-ヶ\d]{1,2}[.．、]?\s+")
_NUMBER = re.compile(
    r"\s*(?:[（(][\d一二三四五六七八九十]{1,3}[）)]|\d{1,2}[.．、 　]"
    r"|第[\d一二三四五六七八九十]+[章節部編]?(?=\s))\s*"
)
_LETTERED = re.compile(r"\s*[（(][ァ-ヶ][）)]")
# The name in a speaker's line, where no mention tells.
_NAMED = re.compile(
    r"[○◯〇◎【]?(?:[^（(\s]{1,30}[（(](?P<inner>[^）)]{2,20}?)君?[）)]|(?P<plain>[^（(】]{2,20}?)君?)】?\Z"
)
_SOMEBODY = re.compile(r"[（(][^）)]+君[）)]|(?:君|委員|大臣|議長|参考人|座長)】?\Z")
# What stands below a turn and was not said: rules, interjections, the hour at which it closed.
_SPACE = re.compile(r"[ 　]")
_EDGES = " 　・、,（("
_UNSAID = re.compile(
    r"[―─—━◇◆…・＊*\s]+|〔.*〕|[（(]拍手[）)]|午[前後][^。]{1,20}(?:散会|休憩|閉会|開会|開議)"
)
_ENDING = (BlockKind.HEADING, BlockKind.SPEAKER)
# What stands after the last turn and belongs to none.
_BESIDE = (BlockKind.NOTE, BlockKind.FOOTNOTE, BlockKind.CAPTION, BlockKind.TABLE, BlockKind.CHART)


@dataclass(frozen=True, slots=True)
class Statement:
    """One speaker's turn; `[start, end)` is what is said, without the speaker's line."""

    name: str
    title: str
    affiliation: str
    session: str
    start: int
    end: int
    speaker: Person | None = None


def statements(reading: Reading, roll: Iterable[Person], posts: Posts) -> list[Statement]:
    """The turns of the minutes in order; none for a report of another kind."""
    person_of = {mention.start: person for person in roll for mention in person.mentions}
    found = []
    for index, (line_end, turn_end) in _turns(reading):
        said = _said(reading, line_end, turn_end)
        if said is not None:
            found.append(_statement(reading, index, line_end, said, person_of, posts))
    return found


def statement_rows(report: Report, places: Places, spoken: Iterable[Statement]) -> list[Row]:
    """A row for each turn."""
    return [
        [
            report.doc,
            number,
            turn.name,
            turn.title,
            turn.affiliation,
            turn.session,
            *places.place(turn.start, turn.end),
            plain(report.text[turn.start : turn.end]),
        ]
        for number, turn in enumerate(spoken, 1)
    ]


def _turns(reading: Reading) -> Iterator[tuple[int, tuple[int, int]]]:
    """For each speaker's block: its index, where its line ends, where the turn ends at most."""
    blocks = reading.told.blocks
    lines = [(index, end) for index, block in enumerate(blocks) if (end := _line(reading, block))]
    for (index, line_end), (following, _) in pairwise([*lines, (len(blocks), 0)]):
        last = index
        while last + 1 < following and blocks[last + 1].kind not in _ENDING:
            last += 1
        while last > index and blocks[last].kind in _BESIDE:
            last -= 1
        yield index, (line_end, blocks[last].end)


def _line(reading: Reading, block: Block) -> int:
    """Where the speaker's line ends that the block is or begins with; 0 if it holds none."""
    marked = _MARKED.match(reading.text, block.start, block.end)
    if marked and _names_somebody(reading, block.start, marked.end()):
        return marked.end()
    return block.end if block.kind is BlockKind.SPEAKER else 0


def _names_somebody(reading: Reading, start: int, end: int) -> bool:
    """○鈴木委員 does, ○政府参考人の出席要求に関する件 does not."""
    if any(reading.within(start, end, Label.PERSON)):
        return True
    return bool(_SOMEBODY.search(reading.text[start:end]))


def _said(reading: Reading, start: int, end: int) -> tuple[int, int] | None:
    """`[start, end)` without white space at the edges and without what nobody said at the end."""
    while True:
        text = reading.text[start:end]
        end -= len(text) - len(text.rstrip())
        line_start = max(reading.text.rfind("\n", start, end) + 1, start)
        if start < end and _UNSAID.fullmatch(reading.text[line_start:end].strip()):
            end = line_start
            continue
        start += len(text) - len(text.lstrip())
        return (start, end) if start < end else None


def _statement(
    reading: Reading,
    index: int,
    line_end: int,
    said: tuple[int, int],
    person_of: dict[int, Person],
    posts: Posts,
) -> Statement:
    block = reading.told.blocks[index]
    session = _session(reading, index)
    named = next(reading.within(block.start, line_end, Label.PERSON), None)
    speaker = person_of[named.start] if named else None
    who = named or _unmarked(reading, block.start, line_end)
    told = office(reading, who, posts)
    organisation = reading.name(told.organisation) if told.organisation else ""
    name = speaker.name if speaker else reading.name(who)
    return Statement(name, ";".join(told.titles), organisation, session, *said, speaker)


def _unmarked(reading: Reading, start: int, end: int) -> Mention:
    """The name in a speaker's line where none is marked: what stands before the organisation."""
    text = reading.text
    item = _ITEM.match(text, start, end)
    start = item.end() if item else start
    body = next(reading.within(start, end, Label.ORG), None)
    space = _SPACE.search(text, start, end)
    if body is not None and body.start > start:
        end = body.start
    elif body is not None and space is not None:
        end = space.start()  # the mention has swallowed the name
    elif named := _NAMED.fullmatch(text, start, end):
        start, end = named.span("inner" if named["inner"] else "plain")
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    while start < end and text[start] in _EDGES:
        start += 1
    return Mention(start, end, Label.PERSON)


def _session(reading: Reading, index: int) -> str:
    """The heading that a turn stands under, without its number; （イ）… counts with the turns."""
    for heading in reading.headings(index):
        text = reading.text[heading.start : heading.end]
        if not _LETTERED.match(text):
            return plain(_NUMBER.sub("", text, count=1))
    return ""
