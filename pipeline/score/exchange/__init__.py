"""Gold to and from labelling tools, whose offsets count differently."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from pipeline.files import write_whole
from pipeline.paths import Rooms
from pipeline.report import load_report
from pipeline.score.exchange.formats import FORMATS, Labelled
from pipeline.score.found import Yardstick, found_spans, readable_docs
from pipeline.score.gold import GoldError, gold_docs, read_gold, write_gold

__all__ = ["FORMATS", "export_gold", "import_gold"]


def export_gold(tool: str, docs: Sequence[str], gold: Path, output: Path, file: Path) -> int:
    """Write reports (none named: all that could be read) for labelling; returns how many.

    A report that has gold goes out with it, others with what hokoku found, to be corrected.
    Raises GoldError where a report is not among the tables.
    """
    readable = readable_docs(Rooms(output).records / "records.sqlite")
    for doc in docs:
        if doc not in readable:
            raise GoldError(f"{doc}: nothing of it below {output}; run `hokoku run` on it first")
    labelled = list(_labelled(dict.fromkeys(docs or readable), gold, Rooms(output)))
    write_whole(file, FORMATS[tool].dump(labelled).encode())
    return len(labelled)


def _labelled(docs: Iterable[str], gold: Path, rooms: Rooms) -> Iterator[Labelled]:
    known = set(gold_docs(gold)) if gold.is_dir() else set()
    for doc in docs:
        report = load_report(rooms.text(doc))
        yardstick = Yardstick(report, gold, unlabelled=doc not in known)
        if doc in known:
            spans = read_gold(gold / f"{doc}.jsonl")
        else:
            found = found_spans(rooms.records / "records.sqlite", doc, yardstick)
            spans = [span for span in found if span.start >= 0]
        yield Labelled(doc, yardstick.text, spans)


def import_gold(tool: str, file: Path, gold: Path) -> list[str]:
    """Write ID.jsonl for each labelled report of a tool's file; returns their names.

    The text that was labelled is kept as ID.txt beside it, and gold counts in it.
    Raises GoldError where spans overlap, a report comes twice, or the file is not the tool's.
    """
    try:
        labelled = list(FORMATS[tool].load(file.read_text("utf-8-sig")))
    except (ValueError, KeyError, TypeError, OSError) as error:
        raise GoldError(f"{file}: not a file of {tool} ({error})") from None
    for doc, times in Counter(report.doc for report in labelled).items():
        if times > 1:
            raise GoldError(f"{file}: holds {doc} {times} times; which of them is gold?")
    for report in labelled:
        write_gold(report.spans, gold / f"{report.doc}.jsonl")
        write_whole(gold / f"{report.doc}.txt", report.text.encode())
    return [report.doc for report in labelled]
