"""Gold to and from labelling tools, whose offsets count differently."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from pipeline.files import write_whole
from pipeline.paths import Rooms
from pipeline.report import load_report
from pipeline.score.exchange.formats import FORMATS, Labelled
from pipeline.score.found import Yardstick, found_spans
from pipeline.score.gold import GoldError, gold_docs, read_gold, write_gold

__all__ = ["FORMATS", "export_gold", "import_gold"]


def export_gold(tool: str, docs: Iterable[str], gold: Path, output: Path, file: Path) -> int:
    """Write reports for labelling; returns how many.

    A report that has gold goes out with it, others with what hokoku found, to be corrected.
    """
    labelled = list(_labelled(docs, gold, output))
    write_whole(file, FORMATS[tool].dump(labelled).encode())
    return len(labelled)


def _labelled(docs: Iterable[str], gold: Path, output: Path) -> Iterator[Labelled]:
    rooms = Rooms(output)
    known = set(gold_docs(gold)) if gold.is_dir() else set()
    for doc in docs:
        if not rooms.text(doc).exists():
            raise GoldError(f"{doc}: not below {output}; run `hokoku run` on it first")
        yardstick = Yardstick(load_report(rooms.text(doc)), gold)
        if doc in known:
            spans = read_gold(gold / f"{doc}.jsonl")
        else:
            database = rooms.records / "records.sqlite"
            spans = [s for s in found_spans(database, doc, yardstick) if s.start >= 0]
        yield Labelled(doc, yardstick.text, spans)


def import_gold(tool: str, file: Path, gold: Path) -> list[str]:
    """Write ID.jsonl for each labelled report of a tool's file; returns their names.

    The text that was labelled is kept as ID.txt beside it, and gold counts in it.
    Raises GoldError where spans overlap or the file is not the tool's.
    """
    try:
        labelled = list(FORMATS[tool].load(file.read_text("utf-8-sig")))
    except (ValueError, KeyError, TypeError, OSError) as error:
        raise GoldError(f"{file}: not a file of {tool} ({error})") from None
    for report in labelled:
        write_gold(report.spans, gold / f"{report.doc}.jsonl")
        write_whole(gold / f"{report.doc}.txt", report.text.encode())
    return [report.doc for report in labelled]
