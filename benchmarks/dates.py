"""Dates and countries: hokoku's finders beside plain GiNZA and, for dates, ja-timex.

Each reads the same blocks of the same reports. The finders work from Sudachi's words alone. What
anybody finds inside a longer name of another kind (日本 in 日本政府) is left out: which of them
stands is the resolver's work. The development set is parted in two: while the finders were built,
only the errors of every second report from the first on, in order of names, were looked at.
"""

import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import spacy
from ja_timex import TimexParser
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.context import context
from pipeline.extract import extract
from pipeline.label import Label
from pipeline.mention import proposals
from pipeline.report import Report
from pipeline.score.found import Yardstick
from pipeline.score.gold import Span, gold_docs, read_gold
from pipeline.score.spans import Counts, strict
from pipeline.segment import Segmenter
from pipeline.settings import load_settings
from pipeline.tag.countries.component import CountryFinder
from pipeline.tag.dates.component import DateFinder

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
SETTINGS = load_settings()
Read = Callable[[Doc], Iterable[Span]]


def run() -> str:
    """A Markdown section: strict F1, values right, and speed."""
    parts = ["## Dates and countries: beside GiNZA and ja-timex\n"]
    readers = {"hokoku": _finders(), "ja_ginza": _ginza(), "ja-timex": _timex()}
    for name, reports in _sets().items():
        docs = list(_segmented(reports))
        lines = [
            "| | DATE | values right | COUNTRY | values right | characters/s |",
            "|---" * 6 + "|",
        ]
        lines += [f"| {reader} | {_row(docs, read)} |" for reader, read in readers.items()]
        parts.append("\n".join([f"### {name} ({len(docs)} reports)\n", *lines, ""]))
    return "\n".join(parts)


def _sets() -> dict[str, list[tuple[Path, Path]]]:
    """Reports with their gold files, by the name of the set."""
    pairs = {}
    if SHARED.is_dir():
        gold = SHARED / "gold"
        developed = [(SHARED / f"labelled/{d}.txt", gold / f"{d}.jsonl") for d in gold_docs(gold)]
        pairs["Development set, the half looked at"] = developed[::2]
        pairs["Development set, the other half"] = developed[1::2]
    held = ROOT / "tests/heldout"
    pairs["Held-out texts"] = [(held / f"{d}.txt", held / f"{d}.jsonl") for d in gold_docs(held)]
    return pairs


def _segmented(pairs: list[tuple[Path, Path]]) -> Iterator[tuple[Report, Doc, list[Span]]]:
    words = spacy.blank("ja", config={"nlp": {"tokenizer": {"split_mode": "C"}}})
    gold = {source.stem: read_gold(file) for source, file in pairs}
    reports = (extract(source, source.stem, SETTINGS.extract) for source, _ in pairs)
    for report, doc in Segmenter(SETTINGS.segment, words).segment(reports):
        yield report, doc, gold[report.doc]


def _row(docs: list[tuple[Report, Doc, list[Span]]], read: Read) -> str:
    counts = dict.fromkeys(Label, Counts())
    seconds = 0.0
    for report, doc, gold in docs:
        begun = time.perf_counter()
        found = list(read(doc))
        seconds += time.perf_counter() - begun
        yardstick = Yardstick(report, Path())
        placed = [span for span in map(yardstick.place, found) if not _within(span, gold)]
        for label, more in strict(gold, placed).items():
            counts[label] += more
    cells = []
    for label in (Label.DATE, Label.COUNTRY):
        count = counts[label]
        cells += [f"{count.f1:.3f}" if count.found else "–"]
        cells += [f"{count.value_share:.3f}" if count.values_right else "–"]
    return " | ".join([*cells, f"{sum(len(doc.text) for _, doc, _ in docs) / seconds:,.0f}"])


def _within(span: Span, gold: list[Span]) -> bool:
    others = (other for other in gold if other.label is not span.label)
    return any(other.start <= span.start and span.end <= other.end for other in others)


def _finders() -> Read:
    dates = DateFinder(SETTINGS.tag.lexicon_folder)
    countries = CountryFinder(SETTINGS.tag.lexicon_folder)

    def read(doc: Doc) -> Iterator[Span]:
        fresh = doc.copy()
        for found in proposals(countries(dates(fresh))):
            yield Span(found.start, found.end, found.label, "", found.value)

    return read


def _ginza() -> Read:
    nlp: Language = spacy.load("ja_ginza")

    def read(doc: Doc) -> Iterator[Span]:
        for at, text in _blocks(doc):
            for entity in nlp(text).ents:
                if label := SETTINGS.tag.label_of(entity.label_):
                    yield Span(at + entity.start_char, at + entity.end_char, label, "")

    return read


def _timex() -> Read:
    parser = TimexParser()

    def read(doc: Doc) -> Iterator[Span]:
        for at, text in _blocks(doc):
            for found in parser.parse(text):
                if found.type == "DATE":
                    start, end = found.span
                    yield Span(at + start, at + end, Label.DATE, "", _edtf(found.value))

    return read


def _edtf(value: str) -> str:
    """ja-timex's TIMEX3 as EDTF: `2023-07-XX` → `2023-07`, `FY2023` → `2023-04/2024-03`."""
    if value.startswith("FY") and value[2:].isdigit():
        return f"{value[2:]}-04/{int(value[2:]) + 1}-03"
    return value.removesuffix("-XX").removesuffix("-XX")


def _blocks(doc: Doc) -> Iterator[tuple[int, str]]:
    for block in context(doc).blocks:
        yield block.start, doc.text[block.start : block.end]


if __name__ == "__main__":
    print(run())
