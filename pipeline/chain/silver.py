"""Unlabelled reports, judged by rules, lexicon, and a network, for `hokoku train` to learn from."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from pipeline.chain.run import run
from pipeline.context import load_doc
from pipeline.paths import Rooms
from pipeline.report import load_report
from pipeline.settings import Settings, load_settings
from pipeline.tag import Tagger
from pipeline.tag.resolver.choose import flat
from pipeline.tag.resolver.component import candidates
from pipeline.train.silver import Judge, Judged

_CHOSEN = 0.5  # of the raw score: calibration.csv is fitted after training, not before


def judge_of(places: Sequence[Path]) -> Judge:
    """What judges the reports in these files and folders; those that cannot be read are skipped.

    Raises SourceError where a place does not exist.
    """

    def judge(weights: Path) -> Iterator[Judged]:
        settings = _settings(weights)
        with TemporaryDirectory() as folder:
            run(places, Path(folder), settings, ["extract"])
            outcome = run(places, Path(folder), settings, ["segment"])
            tagger = Tagger(settings.tag)
            for doc in sorted(set(outcome.reports) - set(outcome.failed)):
                yield _judged(doc, Rooms(Path(folder)), tagger)

    return judge


def _settings(weights: Path) -> Settings:
    settings = load_settings()
    segment = settings.segment.model_copy(update={"ner": "learned", "weights": str(weights)})
    return settings.model_copy(update={"segment": segment})


def _judged(doc: str, rooms: Rooms, tagger: Tagger) -> Judged:
    found = candidates(tagger.propose(load_doc(rooms.segments(doc))))
    return Judged(load_report(rooms.text(doc)), found, flat(found, _CHOSEN))
