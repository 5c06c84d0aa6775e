"""Extract: a report's text as a careful person would type it out, from PDF, HTML, DOCX, TXT."""
