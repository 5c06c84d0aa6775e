"""`python -m tests.typeset [NAME …]`: set the test PDFs anew, with their truth beside them."""

import sys

from tests.typeset.catalogue import CATALOGUE
from tests.typeset.fonts import MissingFontsError


def main() -> None:
    """Write the PDFs named, or all. Exits with one line where the fonts are missing."""
    wanted = sys.argv[1:] or [layout.name for layout in CATALOGUE]
    for layout in CATALOGUE:
        if layout.name not in wanted:
            continue
        try:
            layout.path.write_bytes(layout.pdf())
        except MissingFontsError as missing:
            sys.exit(str(missing))
        for path, text in layout.companions().items():
            path.write_text(text, "utf-8", newline="\n")


if __name__ == "__main__":
    main()
