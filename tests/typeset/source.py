"""The sources that the typesetter sets: a small markup, and the truth that follows from it.

A source holds one block a line, in the order in which a careful person would type them out::

    # 第１章　総論           heading (## a level lower, and so on)
    本文。                  paragraph
    - (1)　項目             list item
    > 写真の説明            caption
    ! （注）説明            note
    % 10 20 30             chart text
    ~ 令和６年５月17日      paragraph at the right, ^ in the middle
    [^1] 脚注の文           footnote; the mark is printed as it stands in the brackets
    | 国 | 首都 |           row of a table; rows that follow each other are one table
    @running-head 総論      what is set on the page but is no part of the text

and inside a line `{尖|せん}{閣|かく}` (ruby), `協定[^1]` (footnote mark), `**太字**` (bold), and
`<アジア|ｱｼﾞｱ>` for what a careful person types otherwise than it is printed: `<| >` is a space
that only layout put there, `<|NUL>` an invisible character. Lines that begin with `;` are remarks.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

SOURCES = Path(__file__).parent / "sources"

_INLINE = re.compile(
    r"\{([^{}|]+)\|([^{}|]+)\}|\[\^([^\]]+)\]|\*\*(.+?)\*\*|<([^<>|]*)\|([^<>|]+)>"
)
_INVISIBLE = {"NUL": "\0", "ZWSP": "\u200b", "BULLET": "\uf06c", "DOT": "\uf0b7"}
Align = Literal["justify", "left", "centre", "right"]
_ALIGNED: dict[str, Align] = {"~ ": "right", "^ ": "centre"}
_SIGNS = {"- ": "list-item", "> ": "caption", "! ": "note", "% ": "chart"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a block that is set in one manner; a mark is no part of the text.

    `printed` is what is set instead of the text."""

    text: str
    printed: str = ""
    ruby: str = ""
    bold: bool = False
    mark: bool = False


@dataclass(slots=True)
class Block:
    """A block of the truth: its kind (as in pipeline.report), its pieces, its rows if a table."""

    kind: str
    pieces: list[Piece] = field(default_factory=list)
    level: int = 0
    label: str = ""  # of a footnote: its mark
    align: Align | None = None  # where it is not set as its style says
    rows: list[list[str]] = field(default_factory=list)

    @property
    def style(self) -> str:
        """The name of its style: `heading1`, `paragraph` …"""
        return f"{self.kind}{self.level or ''}"

    @property
    def text(self) -> str:
        """What a careful person types: no ruby, no marks; the rows of a table a line each."""
        if self.rows:
            return "\n".join("\t".join(row) for row in self.rows)
        words = "".join(piece.text for piece in self.pieces if not piece.mark)
        return f"{self.label} {words}" if self.label else words


@dataclass(slots=True)
class Story:
    """A whole source: its blocks in reading order, and what stands beside the text."""

    blocks: list[Block] = field(default_factory=list)
    asides: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def truth(self) -> str:
        """The reading text, a line a block; nobody types out the numbers in a chart."""
        return "".join(f"{block.text}\n" for block in self.but("chart"))

    def known(self) -> dict[str, Any]:
        """What else the typesetter knows: kinds, ruby, marks and their notes, tables, asides.

        `blocks` gives kind, level, and first line (from 1) of each block in the truth; a mark's
        `footnote` is the index of its block.
        """
        blocks = self.but("chart")
        notes = {block.label: index for index, block in enumerate(blocks) if block.label}
        pieces = [(index, p) for index, b in enumerate(blocks) for p in b.pieces]
        return {
            "blocks": list(self._outline()),
            "ruby": [[p.text, p.ruby] for _, p in pieces if p.ruby],
            "marks": [
                {"mark": p.text, "block": index, "footnote": notes[p.text]}
                for index, p in pieces
                if p.mark
            ],
            "tables": [block.rows for block in blocks if block.rows],
            "charts": [block.text for block in self.of("chart")],
            "asides": dict(self.asides),
        }

    def _outline(self) -> Iterator[dict[str, str | int]]:
        line = 1
        for block in self.but("chart"):
            yield {"kind": block.kind, "level": block.level, "line": line}
            line += max(1, len(block.rows))

    def of(self, *kinds: str) -> list[Block]:
        """The blocks of these kinds, in order."""
        return [block for block in self.blocks if block.kind in kinds]

    def but(self, *kinds: str) -> list[Block]:
        """The blocks of other kinds, in order."""
        return [block for block in self.blocks if block.kind not in kinds]


def read_story(name: str) -> Story:
    """The story of sources/NAME.txt."""
    return parse((SOURCES / f"{name}.txt").read_text("utf-8"))


def parse(source: str) -> Story:
    """`# 概観` → a story of one heading. Raises ValueError on a line that it cannot take."""
    story = Story()
    for line in source.splitlines():
        if not line or line.startswith(";"):
            continue
        if line.startswith("@"):
            kind, _, text = line[1:].partition(" ")
            story.asides[kind].append(text)
        elif line.startswith("|"):
            _add_row(story, [cell.strip() for cell in line.strip("|").split("|")])
        else:
            story.blocks.append(_block(line))
    return story


def _add_row(story: Story, row: list[str]) -> None:
    if not story.blocks or not story.blocks[-1].rows:
        story.blocks.append(Block("table"))
    story.blocks[-1].rows.append(row)


def _block(line: str) -> Block:
    if heading := re.match(r"(#+) ", line):
        return Block("heading", pieces(line[heading.end() :]), level=len(heading[1]))
    if note := re.match(r"\[\^([^\]]+)\] ", line):
        return Block("footnote", pieces(line[note.end() :]), label=note[1])
    if align := _ALIGNED.get(line[:2]):
        return Block("paragraph", pieces(line[2:]), align=align)
    if kind := _SIGNS.get(line[:2]):
        return Block(kind, pieces(line[2:]))
    return Block("paragraph", pieces(line))


def pieces(text: str) -> list[Piece]:
    """`{軋|きし}み[^1]` → a piece with ruby, a plain piece, a mark."""
    found = []
    done = 0
    for match in _INLINE.finditer(text):
        found.append(Piece(text[done : match.start()]))
        base, ruby, mark, bold, typed, printed = match.groups()
        if printed:
            found.append(Piece(typed, _INVISIBLE.get(printed, printed)))
        else:
            found.append(Piece(base or mark or bold, "", ruby or "", bool(bold), bool(mark)))
        done = match.end()
    return [piece for piece in [*found, Piece(text[done:])] if piece.text or piece.printed]
