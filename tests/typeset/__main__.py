"""`python -m tests.typeset`: set every test PDF anew, with its truth beside it."""

import json
import sys
from pathlib import Path

from tests.typeset.catalogue import CATALOGUE
from tests.typeset.fonts import MissingFontsError
from tests.typeset.layout import Layout

PDFS = Path(__file__).parent.parent / "pdfs"


def truth_files(layout: Layout) -> dict[Path, str]:
    """What stands beside a layout's PDF: the truth, and what else is known. Needs no fonts."""
    story = layout.story
    known = {"rule": layout.rule, **story.known(), **layout.known}
    return {
        PDFS / f"{layout.name}.truth.txt": story.truth(),
        PDFS / f"{layout.name}.json": json.dumps(known, ensure_ascii=False, indent=1) + "\n",
    }


def main() -> None:
    """Write tests/pdfs. Exits with one line where the fonts are missing."""
    wanted = sys.argv[1:]
    for layout in CATALOGUE:
        if wanted and layout.name not in wanted:
            continue
        try:
            pdf = layout.pdf()
        except MissingFontsError as missing:
            sys.exit(str(missing))
        (PDFS / f"{layout.name}.pdf").write_bytes(pdf)
        for path, text in truth_files(layout).items():
            path.write_text(text, "utf-8", newline="\n")


if __name__ == "__main__":
    main()
