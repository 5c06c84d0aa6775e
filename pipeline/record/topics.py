"""What country a passage is about: キルギスとの関係では、… カザフスタンでは、… or its heading."""

import re
from collections.abc import Iterator

from pipeline.mention import Label, Mention
from pipeline.record.countries import JAPAN
from pipeline.record.reading import Reading

_TOPIC = re.compile(
    r"(?:(?:との)?(?:(?:二国間)?関係|間)(?:について|に関して|において)?(?:では|は)"
    r"|(?:について|に関して|に対して|から|側から)は|において(?:は|も)|では|は、|も、)"
)
# What may stand before the topic at the start of a sentence.
_OPENING = re.compile(
    r"(?:また|一方|他方|さらに|なお|次に|このほか|そのほか|同時に|加えて)?[、 　]*"
    r"(?:日(?:本)?(?:・|と)?)?\Z"
)
# Between two members of a list: of people there are posts.
_BETWEEN = re.compile(r"[^、。はがをにで]{0,25}(?:、|及び|並びに|と|や|・)")


class Topics:
    """The topic countries of one report, as they change with its sentences."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._of_sentence = [self._told(start, end) for start, end in reading.sentences]

    def told(self, offset: int) -> str:
        """The topic that the sentence at `offset` itself names."""
        return self._of_sentence[self._reading.sentence_at(offset)] if self._of_sentence else ""

    def at(self, offset: int) -> str:
        """The country that the passage round `offset` is about; empty where nothing tells.

        The last topic of the paragraph, or else the one foreign country of the nearest heading.
        """
        reading = self._reading
        block = reading.block_at(offset)
        start = reading.told.blocks[block].start if reading.told.blocks else 0
        index = reading.sentence_at(offset)
        while index >= 0 and reading.sentences[index][0] >= start:
            if self._of_sentence[index]:
                return self._of_sentence[index]
            index -= 1
        return self._of_headings(block)

    def _told(self, start: int, end: int) -> str:
        """The foreign country that the sentence names as its topic."""
        for mention in self._reading.within(start, end, Label.COUNTRY):
            if mention.value == JAPAN or not mention.value:
                continue
            before = self._reading.text[start : mention.start]
            if _OPENING.fullmatch(before) and _TOPIC.match(self._reading.text, mention.end):
                return mention.value
        return ""

    def _of_headings(self, block: int) -> str:
        for heading in self._reading.headings(block):
            named = foreign(self._reading, heading.start, heading.end)
            if named:
                return named[0] if len(named) == 1 else ""
        return ""


def foreign(reading: Reading, start: int, end: int) -> list[str]:
    """The countries but Japan that are named in `[start, end)`, each once, in order."""
    named: list[Mention] = list(reading.within(start, end, Label.COUNTRY))
    return list(dict.fromkeys(m.value for m in named if m.value and m.value != JAPAN))


def lists(reading: Reading, start: int, end: int, label: Label) -> Iterator[list[Mention]]:
    """Lists of two or more mentions of one label: ブルネイ、ベトナム及びラオス."""
    row: list[Mention] = []
    for mention in reading.within(start, end, label):
        if row and not _BETWEEN.fullmatch(reading.text, row[-1].end, mention.start):
            if len(row) > 1:
                yield row
            row = []
        row.append(mention)
    if len(row) > 1:
        yield row
