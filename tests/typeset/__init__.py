"""The typesetter: test PDFs whose true text is known, because it is what they were set from.

`python -m tests.typeset [NAME …]` writes for each layout to tests/pdfs:

- NAME.pdf, the same bytes at every run;
- NAME.truth.txt, the text as a careful person would type it out, a block a line, in reading order:
  no ruby, running heads, side tabs, page numbers, or footnote marks; a footnote's own number leads
  its line; a caption, a table (a row a line, cells parted by tabs), and footnotes follow the
  paragraph that they cut, in the order of their pages; U+3000 stands where the page has it inside
  a line, never for an indent;
- NAME.json, what else is known: the rule of FIELD-NOTES that it shows, the kinds of blocks, ruby,
  footnote marks and the notes they point to, cells of tables, what was set aside, problems to be
  reported, the password.

The texts tell of real things in our own words. They stand in sources/ (see source.py for the
markup); how they are set stands in layouts/.
"""
