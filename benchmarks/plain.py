"""What hokoku is measured against: plain GiNZA over texts, plain pdfplumber over PDFs.

`python -m benchmarks.plain ginza|pdfplumber FOLDER`: what a careful user would write in ten lines.
"""

import sys
from pathlib import Path


def ginza(folder: Path) -> None:
    """Every line of every text through all of ja_ginza, 64 a batch."""
    import spacy

    nlp = spacy.load("ja_ginza")
    texts = (file.read_text("utf-8") for file in sorted(folder.glob("*.txt")))
    lines = (line for text in texts for line in text.splitlines() if line.strip())
    for _ in nlp.pipe(lines, batch_size=64):
        pass


def pdfplumber(folder: Path) -> None:
    """The text of every page."""
    import pdfplumber

    for file in sorted(folder.glob("*.pdf")):
        with pdfplumber.open(file) as pdf:
            for page in pdf.pages:
                page.extract_text()
                page.close()


if __name__ == "__main__":
    {"ginza": ginza, "pdfplumber": pdfplumber}[sys.argv[1]](Path(sys.argv[2]))
