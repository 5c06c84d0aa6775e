"""Silver: what rules, lexicon, and a network agree on in reports that nobody labelled."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.mention import Mention
from pipeline.report import Block, Report
from pipeline.train.labelled import Labelled, Stretch

_NETWORK = "learned"
_SURE = 0.96  # from here on rules and lexicon need no second witness
_DOUBT = 0.3  # what is proposed with less is no name
_LONGEST = 5_000  # characters of a block; Sudachi refuses three times as much


@dataclass(frozen=True, slots=True)
class Judged:
    """A report, all that was proposed for it, and the flat choice among that; raw scores."""

    report: Report
    candidates: list[Mention]
    chosen: list[Mention]


Judge = Callable[[Path], Iterable[Judged]]
"""From a folder of weights to unlabelled reports, judged by rules, lexicon, and those weights."""


def silver(judged: Iterable[Judged], left_out: Collection[str]) -> Iterator[Labelled]:
    """The blocks with mentions that are agreed on; what else was proposed is unknown there.

    `left_out` names the reports (`doc`) to do without: whoever measures on them says so.
    """
    for one in judged:
        if one.report.doc not in left_out:
            stretches = _stretches(one)
            for block in one.report.blocks:
                labelled = _block(one.report, block, stretches)
                if any(stretch.label for stretch in labelled.stretches):
                    yield labelled


def _stretches(judged: Judged) -> list[Stretch]:
    agreed = [m for m in judged.chosen if _agreed(m)]
    doubtful = [
        m
        for m in judged.candidates
        if m.score >= _DOUBT and not any(a.start <= m.start and m.end <= a.end for a in agreed)
    ]
    known = [Stretch(m.start, m.end, m.label) for m in agreed]
    return [*(Stretch(m.start, m.end, None) for m in doubtful), *known]


def _agreed(mention: Mention) -> bool:
    finders = mention.found_by.split("+")
    return mention.score >= _SURE or (_NETWORK in finders and len(finders) > 1)


def _block(report: Report, block: Block, stretches: Iterable[Stretch]) -> Labelled:
    """The block's text with the stretches inside it; none where it is too long to be read."""
    inside = [
        Stretch(s.start - block.start, s.end - block.start, s.label)
        for s in stretches
        if block.start <= s.start and s.end <= block.end <= block.start + _LONGEST
    ]
    return Labelled(report.text[block.start : block.end], inside, report.doc)
