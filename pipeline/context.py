"""What a segmented Doc knows of the report it came from, for the stages after it.

One Doc holds one report: `doc.text` is the reading text, so that offsets in the Doc are offsets in
the report. A Doc that came from no report (somebody's own pipeline) is one paragraph.
"""

from dataclasses import asdict, dataclass, field
from pathlib import Path

from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

from pipeline.files import write_whole
from pipeline.report import Block, BlockKind, Report

_CONTEXT = "hokoku_context"
_STORED = [
    "TAG",
    "POS",
    "MORPH",
    "LEMMA",
    "NORM",
    "HEAD",
    "DEP",
    "SENT_START",
    "ENT_TYPE",
    "ENT_IOB",
]


@dataclass(frozen=True, slots=True)
class Context:
    """The report's name, title, dates (EDTF), and blocks."""

    doc: str = ""
    title: str = ""
    date: str = ""
    covers: str = ""
    blocks: list[Block] = field(default_factory=list)


def set_context(doc: Doc, report: Report) -> None:
    """Tell the Doc which report it came from."""
    told = Context(report.doc, report.title, report.date, report.covers, report.blocks)
    stored = asdict(told)
    for block in stored["blocks"]:
        block["kind"] = str(block["kind"])
    doc.user_data[_CONTEXT] = stored


def context(doc: Doc) -> Context:
    """What the Doc knows of its report; of none, that it is one paragraph."""
    stored = doc.user_data.get(_CONTEXT)
    if stored is None:
        return Context(blocks=[Block(BlockKind.PARAGRAPH, 0, len(doc.text))])
    blocks = [Block(**{**b, "kind": BlockKind(b["kind"])}) for b in stored["blocks"]]
    return Context(**{**stored, "blocks": blocks})


def save_doc(doc: Doc, path: Path) -> None:
    """Write the Doc as a DocBin of one, with its span groups and user data."""
    write_whole(path, DocBin(attrs=_STORED, store_user_data=True, docs=[doc]).to_bytes())


def load_doc(path: Path) -> Doc:
    """Read what `save_doc` wrote; no model is needed."""
    return next(iter(DocBin(store_user_data=True).from_bytes(path.read_bytes()).get_docs(Vocab())))
