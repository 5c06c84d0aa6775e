"""What a layout is: a source, and a function that composes its pages."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.typeset.press import Page, print_pages
from tests.typeset.setting import Style
from tests.typeset.source import Story, read_story

TESTS = Path(__file__).parent.parent
PDFS, GOLD, RAW = TESTS / "pdfs", TESTS / "gold", TESTS.parent / "raw"

BODY = Style(first_em=1)
STYLES = {
    "paragraph": BODY,
    "list-item": Style(rest_em=1),
    "heading1": Style("gothic", 14, 26, before=6, after=4, keep=32, align="left"),
    "heading2": Style("gothic", 11, 20, before=6, after=2, keep=32, align="left", rest_em=2),
    "heading3": Style("gothic", 10, 16, keep=16, align="left"),
    "footnote": Style(size=8, leading=11, rest_em=1.5),
    "caption": Style("gothic", 8, 11, align="left"),
    "note": Style(size=8, leading=11, align="left"),
    "table": Style(size=9, leading=14),
    "chart": Style("gothic", 7, 9, align="left"),
}
SMALL = Style("gothic", 8, 10, align="left")


@dataclass(frozen=True, slots=True)
class Layout:
    """A test PDF: its name, which rule of FIELD-NOTES it shows, how its pages are composed.

    `source` names the file in sources/ (its own name where empty), `known` adds to what the story
    knows: problems that must be reported, the password. A `specimen` is a report of raw/ and has
    its truth in tests/gold.
    """

    name: str
    rule: str
    compose: Callable[[Story], list[Page]]
    source: str = ""
    known: dict[str, Any] = field(default_factory=dict)
    finish: Callable[[list[Page], str], bytes] = print_pages
    specimen: bool = False

    @property
    def story(self) -> Story:
        """The story that it sets."""
        return read_story(self.source or self.name)

    @property
    def path(self) -> Path:
        """Where its PDF stands."""
        return (RAW if self.specimen else PDFS) / f"{self.name}.pdf"

    def companions(self) -> dict[Path, str]:
        """What stands beside the PDF: the truth, and what else is known. Needs no fonts."""
        if self.specimen:
            return {GOLD / f"{self.name}.txt": self.story.truth()}
        known = {"rule": self.rule, **self.story.known(), **self.known}
        return {
            PDFS / f"{self.name}.truth.txt": self.story.truth(),
            PDFS / f"{self.name}.json": json.dumps(known, ensure_ascii=False, indent=1) + "\n",
        }

    def pdf(self) -> bytes:
        """Set and print it. Raises MissingFontsError."""
        return self.finish(self.compose(self.story), self.name)
