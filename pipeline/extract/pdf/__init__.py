"""PDFs, read the way a careful person would type them out."""

from pipeline.extract.pdf.reader import read_pdf

__all__ = ["read_pdf"]
