"""What of a judged report becomes silver."""

import pytest

from pipeline.label import Label
from pipeline.mention import Mention
from pipeline.report import Block, BlockKind, Media, Report
from pipeline.train.labelled import Stretch
from pipeline.train.silver import Judged, silver

TEXT = "外務省の田中局長\n会議録"
BLOCKS = [Block(BlockKind.PARAGRAPH, 0, 8), Block(BlockKind.HEADING, 9, 12)]
REPORT = Report("会議録", "会議録.txt", Media.TEXT, "", TEXT, BLOCKS)
MINISTRY = Mention(0, 3, Label.ORG, found_by="learned+organisations", score=0.9)
AGREED = Stretch(0, 3, Label.ORG)


def person(finders: str, score: float) -> Mention:
    return Mention(4, 6, Label.PERSON, found_by=finders, score=score)


@pytest.mark.parametrize(
    ("proposed", "expected"),
    [
        (person("learned+people", 0.7), [AGREED, Stretch(4, 6, Label.PERSON)]),  # both say so
        (person("people", 0.97), [AGREED, Stretch(4, 6, Label.PERSON)]),  # the rules are sure
        (person("people", 0.9), [Stretch(4, 6, None), AGREED]),  # the network is silent: unknown
        (person("learned", 0.69), [Stretch(4, 6, None), AGREED]),  # the network is alone
        (person("learned", 0.2), [AGREED]),  # hardly proposed: no name
        (Mention(0, 2, Label.ORG, found_by="learned", score=0.5), [AGREED]),  # inside an agreed one
    ],
)
def test_agreed_mentions_are_labelled_and_doubtful_ones_unknown(
    proposed: Mention, expected: list[Stretch]
) -> None:
    chosen = [m for m in (MINISTRY, proposed) if m.score > 0.5]
    (block,) = silver([Judged(REPORT, [MINISTRY, proposed], chosen)], left_out=[])
    assert (block.text, block.source) == ("外務省の田中局長", "会議録")
    assert block.stretches == expected


def test_a_block_counts_from_its_own_start() -> None:
    found = Mention(9, 11, Label.ORG, found_by="learned+organisations", score=0.9)
    (block,) = silver([Judged(REPORT, [found], [found])], left_out=[])
    assert (block.text, block.stretches) == ("会議録", [Stretch(0, 2, Label.ORG)])


def test_blocks_with_nothing_agreed_on_are_left_out() -> None:
    doubtful = person("people", 0.9)
    assert list(silver([Judged(REPORT, [doubtful], [doubtful])], left_out=[])) == []


def test_reports_with_labels_to_measure_on_are_left_out() -> None:
    assert list(silver([Judged(REPORT, [MINISTRY], [MINISTRY])], left_out=["会議録"])) == []
